"""KpiRow: the five numbers of a run, each with its goal and its course."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtWidgets import QHBoxLayout, QWidget

from studio.measurement.summary import EndpointSummary
from studio.phrase import NOTHING, Phrase
from studio.run.run import RunSnapshot
from studio.scenario.arrival_rate import ArrivalRate
from studio.scenario.goal import Goal, Measure
from studio.scenario.judging import is_met, value_of
from studio.scenario.limit_search import LimitSearch
from studio.scenario.load_shape import LoadShape
from ui.bridge.language import Say
from ui.chart.course import Course
from ui.chart.reduction import Values
from ui.run.sentences import goal_of, limit_words
from ui.theme.theme import Theme
from ui.widget.figures import count, percent, rate
from ui.widget.kpi import Kpi

_MOST_POINTS = 60
_SPACING_PX = 12


class KpiRow(QWidget):
    """Users, throughput, typical and slow response, failures."""

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self._say = say
        self._goals: Sequence[Goal] = ()
        self._load: LoadShape | None = None
        self.kpi_users = Kpi(theme, say(Phrase("run", "Virtual users")))
        self.kpi_throughput = Kpi(theme, say(Phrase("run", "Throughput")))
        self.kpi_typical = Kpi(theme, say(Phrase("run", "Typical response")))
        self.kpi_slow = Kpi(theme, say(Phrase("run", "Slow response")))
        self.kpi_failures = Kpi(theme, say(Phrase("run", "Failures")))
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(_SPACING_PX)
        for kpi in (
            self.kpi_users,
            self.kpi_throughput,
            self.kpi_typical,
            self.kpi_slow,
            self.kpi_failures,
        ):
            box.addWidget(kpi, 1)

    def begin(self, goals: Sequence[Goal], load: LoadShape) -> None:
        """Begin a run with these goals and this load."""
        self._goals, self._load = goals, load

    def show_snapshot(self, snapshot: RunSnapshot, seconds: Course) -> None:
        """Show how the run stands: its last seconds while it goes on, the whole of it after."""
        row = snapshot.recent if snapshot.ending is None else snapshot.total
        self._show_users(snapshot, seconds)
        per_s = rate(row.requests_per_s)
        unit = self._say(Phrase("run", "requests/s"))
        self._show(self.kpi_throughput, Measure.THROUGHPUT, row, (per_s, unit), seconds)
        unit = self._say(Phrase("run", "ms median"))
        self._show(self.kpi_typical, Measure.MEDIAN, row, (_ms(row.median_ms), unit), seconds)
        unit = self._say(Phrase("run", "ms p95"))
        self._show(self.kpi_slow, Measure.P95, row, (_ms(row.p95_ms), unit), seconds)
        failed = percent(row.failure_rate).removesuffix("%").rstrip("\u202f\u00a0 ")
        self._show(self.kpi_failures, Measure.FAILURE_RATE, row, (failed, "%"), seconds)

    def _show_users(self, snapshot: RunSnapshot, seconds: Course) -> None:
        most = int(np.fmax.reduce(seconds.users, initial=0.0))
        users = snapshot.users if snapshot.ending is None else most
        note, state = self._users_note(snapshot)
        spark = _spark(seconds.users)
        self.kpi_users.show_number(count(users), "", self._say(note), state, spark, "s_users")

    def _users_note(self, snapshot: RunSnapshot) -> tuple[Phrase, str | None]:
        """Return what the users are held against: the plan, or the starts that were due."""
        if (starts := snapshot.starts) is not None:
            words = Phrase("run", "{started} of {planned} starts")
            state = "bad" if starts.is_short and snapshot.ending is not None else None
            return words.of(started=count(starts.started), planned=count(starts.planned)), state
        most = snapshot.wanted_users
        if isinstance(self._load, LimitSearch) and snapshot.ending is not None:
            return NOTHING, None
        if self._load is not None and not isinstance(self._load, ArrivalRate | LimitSearch):
            most = max(most, self._load.most_users)
        return Phrase("run", "planned: %n", "", 1).of(n=most), None

    def _show(
        self,
        kpi: Kpi,
        measure: Measure,
        row: EndpointSummary,
        written: tuple[str, str],
        seconds: Course,
    ) -> None:
        goal = goal_of(self._goals, measure)
        state = None
        if goal is not None and row.requests:
            state = "good" if is_met(goal, value_of(measure, row)) else "bad"
        note = self._say(NOTHING if goal is None else limit_words(goal))
        value, unit = written if row.requests else ("\u2013", "")
        course, token = _course_of(measure, seconds)
        kpi.show_number(value, unit, note, state, _spark(course), token)


def _course_of(measure: Measure, seconds: Course) -> tuple[Values, str]:
    match measure:
        case Measure.THROUGHPUT:
            return seconds.requests, "s_rps"
        case Measure.MEDIAN:
            return seconds.median_ms, "s_p50"
        case Measure.P95:
            return seconds.p95_ms, "s_p95"
        case Measure.P99:
            return seconds.p99_ms, "s_p99"
        case Measure.FAILURE_RATE:
            return seconds.failures, "s_fail"


def _spark(values: Values) -> tuple[float, ...]:
    known = values[~np.isnan(values)]
    step = max(1, len(known) // _MOST_POINTS)
    return tuple(float(value) for value in known[::step])


def _ms(value_ms: float) -> str:
    return count(round(value_ms))
