"""ChartsPanel: the charts of a run, one below the other on one time axis."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout

from studio.phrase import Phrase
from studio.run.event import EventKind, RunEvent
from studio.run.run import RunSnapshot
from studio.scenario.arrival_rate import ArrivalRate
from studio.scenario.goal import Goal, Measure
from studio.scenario.limit_search import LimitSearch
from studio.scenario.load_shape import LoadShape
from ui.bridge.language import Say
from ui.chart.course import Course
from ui.chart.event_lane import EventLane, Flag
from ui.chart.failure_strip import FailureStrip
from ui.chart.mark import moment
from ui.chart.response_chart import ResponseChart
from ui.chart.run_axis import RunAxis
from ui.chart.throughput_chart import ThroughputChart
from ui.run.sentences import event_words, goal_of
from ui.theme.icons import Icon
from ui.theme.theme import Theme
from ui.widget.icon_label import IconLabel
from ui.widget.layout import frame, row
from ui.widget.segment import Segment
from ui.widget.text import label

_SPANS_S = (120.0, 300.0, None)
_LEAST_RESPONSE_PX = 124
_LEAST_THROUGHPUT_PX = 96


class ChartsPanel(QFrame):
    """Response time, failures and throughput over the time of a run."""

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self._say = say
        self._seconds = -1
        self.setProperty("card", True)
        self.axis = RunAxis(self)
        self.chart_times = ResponseChart(theme, say, self.axis)
        self.chart_throughput = ThroughputChart(theme, say, self.axis)
        self.event_lane = EventLane(theme, say, self.axis, self.chart_times.plot)
        self.fail_strip = FailureStrip(theme, say, self.axis, self.chart_times.plot)
        self.range_segment = Segment(
            (
                say(Phrase("run", "2 min")),
                say(Phrase("run", "5 min")),
                say(Phrase("run", "All")),
            ),
            2,
            say(Phrase("run", "Range of time")),
        )
        self.generator_bar = self._make_generator_bar(theme)
        self._lay_out()
        self.range_segment.chosen_changed.connect(self._choose_range)

    def begin(self, profile: LoadShape, goals: Sequence[Goal]) -> None:
        """Begin a run of this length and with these goals."""
        goal = goal_of(goals, Measure.P95)
        self._seconds = -1
        self.axis.plan(profile.duration_s)
        self.chart_times.begin(None if goal is None else goal.limit)
        self.chart_throughput.begin(_users_to_come(profile))
        self._show_events(())

    def show_snapshot(self, snapshot: RunSnapshot, seconds: Course) -> None:
        """Show the run as it stands."""
        known_s = float(len(seconds.at_s))
        self.axis.grow(max(0.0, known_s - 1) if snapshot.ending is None else known_s)
        self.chart_times.feed(seconds, snapshot.bad_seconds)
        self.chart_throughput.feed(seconds, snapshot.bad_seconds)
        self.fail_strip.feed(seconds)
        self._show_events(snapshot.events)
        if snapshot.ending is not None:
            self._show_whole(snapshot)
        self.generator_bar.setVisible(bool(snapshot.bad_seconds))

    def _show_whole(self, snapshot: RunSnapshot) -> None:
        total = snapshot.total
        users = max((point.users for point in snapshot.timeline), default=0)
        failures_per_s = total.requests_per_s * total.failure_rate
        self.chart_times.show_whole(total.median_ms, total.p95_ms, total.p99_ms)
        self.chart_throughput.show_whole(total.requests_per_s, failures_per_s, users)

    def _show_events(self, events: Sequence[RunEvent]) -> None:
        flags = [flag(event, self._say) for event in events]
        marks = [moment(flag.at_s, flag.tone) for flag in flags]
        self.event_lane.show_flags(flags)
        self.chart_times.set_marks(marks)
        self.chart_throughput.set_marks(marks)

    def _choose_range(self, place: int) -> None:
        self.axis.show_last(_SPANS_S[place])

    def _make_generator_bar(self, theme: Theme) -> QFrame:
        bar = frame(soft="warn")
        text = self._say(
            Phrase(
                "run",
                "The load generator is the limit in the hatched seconds: do not trust these times.",
            )
        )
        words = label(text, "smallstrong", wrap=True)
        line = row(IconLabel(theme, Icon.WARN, "warn", 16), spacing=8)
        line.addWidget(words, 1)
        line.setContentsMargins(12, 6, 12, 6)
        bar.setLayout(line)
        bar.hide()
        return bar

    def _lay_out(self) -> None:
        times, flow = self.chart_times, self.chart_throughput
        times.setMinimumHeight(_LEAST_RESPONSE_PX)
        flow.setMinimumHeight(_LEAST_THROUGHPUT_PX)
        for chart in (times, flow):
            chart.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        title = label(self._say(Phrase("run", "Response time")), "strong")
        second_title = label(self._say(Phrase("run", "Throughput and virtual users")), "strong")
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 10, 14, 6)
        box.setSpacing(2)
        box.addWidget(self.generator_bar)
        box.addLayout(row(title, 2, times.key, None, self.range_segment))
        box.addWidget(self.event_lane)
        box.addWidget(times, 5)
        box.addWidget(self.fail_strip)
        box.addSpacing(4)
        box.addLayout(row(second_title, 2, flow.key, None))
        box.addWidget(flow, 4)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


_LOOKS = {
    EventKind.USERS_CHANGED: (Icon.USERS, "accent"),
    EventKind.RATE_CHANGED: (Icon.USERS, "accent"),
    EventKind.STEP_PASSED: (Icon.USERS, "accent"),
    EventKind.USERS_GONE: (Icon.USERS, "accent"),
    EventKind.USERS_CAPPED: (Icon.USERS, "warn"),
    EventKind.RATE_CAPPED: (Icon.USERS, "warn"),
    EventKind.USERS_HALVED: (Icon.USERS, "warn"),
    EventKind.FIRST_FAILURE: (Icon.BAD, "bad"),
    EventKind.TASK_FAILED: (Icon.BAD, "bad"),
    EventKind.NOT_ALLOWED: (Icon.BAD, "bad"),
    EventKind.WORKER_BACK: (Icon.INFO, "accent"),
    EventKind.CLOCK_STEPPED: (Icon.INFO, "accent"),
    EventKind.JOURNAL_MENDED: (Icon.INFO, "accent"),
    EventKind.MADE_IN_CI: (Icon.INFO, "accent"),
    EventKind.STATISTICS_RESET: (Icon.AGAIN, "accent"),
    EventKind.RESUMED: (Icon.AGAIN, "accent"),
    EventKind.STAGE_SKIPPED: (Icon.AGAIN, "accent"),
    EventKind.STOPPED: (Icon.STOP, "accent"),
    EventKind.HELD: (Icon.STOP, "accent"),
    EventKind.OUT_OF_REACH: (Icon.STOP, "bad"),
    EventKind.FAILING: (Icon.STOP, "bad"),
    EventKind.TOO_LONG: (Icon.STOP, "bad"),
}
"""Everything else is a warning."""


def flag(event: RunEvent, say: Say) -> Flag:
    """Return an event as a flag above the charts."""
    text = say(event_words(event))
    icon, tone = _LOOKS.get(event.kind, (Icon.WARN, "warn"))
    return Flag(event.at_s, text, icon, tone)


def _users_to_come(load: LoadShape) -> int:
    """Return how many users are sure to come; an arrival rate needs as many as it needs."""
    match load:
        case ArrivalRate():
            return 0
        case LimitSearch():
            return load.first_users
        case _:
            return load.most_users
