"""Inspector: the goals, events and workers of a run, beside its charts."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
)

from studio.measurement.generator_health import GeneratorHealth
from studio.measurement.summary import EndpointSummary
from studio.phrase import Phrase
from studio.run.event import RunEvent
from studio.run.run import RunSnapshot
from studio.scenario.goal import ALL_REQUESTS, Goal
from studio.scenario.judging import is_met, value_of
from ui.bridge.language import Say
from ui.run.charts_panel import flag
from ui.run.sentences import capital, goal_words, margin_words, written
from ui.theme.icons import Icon
from ui.theme.theme import Theme
from ui.widget.button import Tab
from ui.widget.card_tabs import CardTabs
from ui.widget.figures import clock, count, milliseconds, percent
from ui.widget.icon_label import IconLabel
from ui.widget.layout import card, column, row
from ui.widget.text import label

WIDTH_PX = 328


class Inspector(QFrame):
    """Three tabs of cards; a tab is made anew only when what it shows has changed."""

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self._theme, self._say = theme, say
        self._goals: Sequence[Goal] = ()
        self.setObjectName("inspector")
        self.setFixedWidth(WIDTH_PX)
        self.goals_tab = Tab(say(Phrase("run", "Goals")), chosen=True)
        self.events_tab = Tab(say(Phrase("run", "Events")), chosen=False)
        self.workers_tab = Tab(say(Phrase("run", "Workers")), chosen=False)
        tabs = self.goals_tab, self.events_tab, self.workers_tab
        self._cards = CardTabs(tabs, [say(it) for it in _EMPTY], 18)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._cards)

    def begin(self, goals: Sequence[Goal]) -> None:
        """Begin a run with these goals."""
        self._goals = goals
        self._cards.forget()

    def show_snapshot(self, snapshot: RunSnapshot) -> None:
        """Show the run as it stands."""
        rows = {str(row.endpoint): row for row in snapshot.endpoints}
        rows[ALL_REQUESTS] = snapshot.total
        values = tuple((goal, rows.get(goal.of)) for goal in self._goals)
        if self._cards.is_new(0, tuple((goal, _value(goal, row)) for goal, row in values)):
            self._cards.fill(0, [self._goal_card(goal, row) for goal, row in values])
        if self._cards.is_new(1, snapshot.events):
            self._cards.fill(1, [self._event_card(event) for event in snapshot.events])
        if self._cards.is_new(2, snapshot.workers):
            self._cards.fill(2, [self._worker_card(worker) for worker in snapshot.workers])

    def _goal_card(self, goal: Goal, row_: EndpointSummary | None) -> QFrame:
        value = _value(goal, row_)
        if value is None:
            margin = self._say(Phrase("run", "Nothing has been measured yet."))
            return self._card((Icon.CLOCK, "text3"), goal_words(goal), margin, "")
        met = is_met(goal, value)
        look = (Icon.GOOD, "good") if met else (Icon.BAD, "bad")
        margin = self._say(margin_words(goal, value))
        return self._card(look, goal_words(goal), margin, written(goal.measure, value))

    def _event_card(self, event: RunEvent) -> QFrame:
        what = flag(event, self._say)
        moment = Phrase("run", "at {moment}").of(moment=clock(event.at_s))
        return _card_of(self._theme, (what.icon, what.tone), what.text, self._say(moment), "")

    def _worker_card(self, worker: GeneratorHealth) -> QFrame:
        look = (Icon.WARN, "warn") if worker.is_bad else (Icon.GOOD, "good")
        facts = Phrase("run", "{busy} busy · {lag} late · {users} users").of(
            busy=percent(worker.cpu_share),
            lag=milliseconds(worker.lag_p95_ms),
            users=count(worker.users),
        )
        return _card_of(self._theme, look, worker.worker, self._say(facts), "")

    def _card(self, look: tuple[Icon, str], title: Phrase, note: str, value: str) -> QFrame:
        return _card_of(self._theme, look, capital(self._say(title)), note, value)


_EMPTY = (
    Phrase("run", "This run has no goals. Without a goal, a number says nothing of good or bad."),
    Phrase("run", "Nothing unusual so far."),
    Phrase("run", "No worker process has told of itself yet."),
)


def _value(goal: Goal, row_: EndpointSummary | None) -> float | None:
    return None if row_ is None or not row_.requests else value_of(goal.measure, row_)


def _card_of(theme: Theme, look: tuple[Icon, str], title: str, note: str, value: str) -> QFrame:
    icon, tone = look
    words = label(title, "strong", wrap=True)
    below = label(note, tone if tone in {"good", "warn", "bad"} else "muted", wrap=True)
    for text in (words, below):
        text.setTextFormat(Qt.TextFormat.PlainText)
    heading = QHBoxLayout()
    heading.setSpacing(8)
    heading.addWidget(IconLabel(theme, icon, tone, 18), 0, Qt.AlignmentFlag.AlignTop)
    heading.addWidget(words, 1)
    inside = column(heading, _facts(below, value), spacing=5)
    inside.setContentsMargins(12, 11, 12, 11)
    box = card()
    box.setLayout(inside)
    return box


def _facts(below: QLabel, value: str) -> QHBoxLayout:
    line = row(26, spacing=8)
    line.addWidget(below, 1)
    if value:
        line.addWidget(label(value, "title"))
    return line
