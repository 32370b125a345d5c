"""DetailsPanel: the tables of a run, one behind the other: steps and what went wrong."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QLineEdit, QStackedWidget, QVBoxLayout

from studio.measurement.example import ExampleKind
from studio.phrase import Phrase
from studio.run.run import RunSnapshot, RunState
from studio.scenario.goal import Goal
from ui.bridge.language import Say
from ui.run.steps_panel import StepsPanel
from ui.run.table_part import TablePart
from ui.run.trouble_part import exceptions_part, failures_part, log_part, slow_part
from ui.theme.theme import Theme
from ui.widget.button import Button, Tab
from ui.widget.figures import count
from ui.widget.layout import hairline, row
from ui.widget.text import label

_TITLES = (
    Phrase("run", "Steps"),
    Phrase("run", "Failures"),
    Phrase("run", "Slow"),
    Phrase("run", "Exceptions"),
    Phrase("run", "Log"),
)


class DetailsPanel(QFrame):
    """Steps, failures, slow requests, exceptions and log, each behind its tab.

    Signals:
        opened: A part needs more room than before.
        keep_asked: The next exchange of an `Endpoint` is to be kept.
    """

    opened = Signal()
    keep_asked = Signal(object)

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self._say = say
        self.setProperty("card", True)
        self.steps = StepsPanel(theme, say)
        self.failures = failures_part(theme, say)
        self.slow = slow_part(theme, say)
        self.exceptions = exceptions_part(theme, say)
        self.log = log_part(theme, say)
        self._troubles = (self.failures, self.slow, self.exceptions, self.log)
        self._tables: tuple[TablePart, ...] = (
            self.steps.rows,
            *(part.rows for part in self._troubles),
        )
        self.tabs = tuple(Tab(say(title), chosen=not i) for i, title in enumerate(_TITLES))
        self.detail_filter = self._make_filter()
        self.match_label = label("", "muted")
        self.keep_button = Button(
            theme,
            say(Phrase("run", "Keep next")),
            kind="small",
            tip=say(Phrase("run", "Keep the next exchange of the chosen endpoint, under Slow")),
        )
        self._is_on = False
        self._kept = self._expected = 0
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()

    def begin(self, goals: Sequence[Goal]) -> None:
        """Begin a run with these goals."""
        self.steps.begin(goals)
        for part in self._troubles:
            part.begin()
        self._is_on, self._kept, self._expected = False, 0, 0
        self._allow_keep()
        self._show_counts()

    def show_snapshot(self, snapshot: RunSnapshot) -> None:
        """Show the run as it stands."""
        self.steps.show_snapshot(snapshot)
        for part in self._troubles:
            part.show_snapshot(snapshot)
        self._is_on = snapshot.state is RunState.RUNNING and snapshot.ending is None
        self._kept = sum(it.kind is ExampleKind.ASKED for it in snapshot.trouble.examples)
        self._allow_keep()
        self._show_counts()

    def show_tab(self, place: int) -> None:
        """Show one of the tables."""
        self.tabs[place].setChecked(True)

    def _show_counts(self) -> None:
        for tab, title, table in zip(self.tabs[1:], _TITLES[1:], self._tables[1:], strict=True):
            _, total = table.matches
            text = self._say(title) + (f"  {count(total)}" if total else "")
            if tab.text() != text:
                tab.rename(text)
        self._count_matches()

    def _make_filter(self) -> QLineEdit:
        field = QLineEdit()
        text = self._say(Phrase("run", "Filter"))
        field.setPlaceholderText(text)
        field.setAccessibleName(text)
        field.setFixedWidth(190)
        field.setClearButtonEnabled(True)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        shortcut.activated.connect(field.setFocus)
        return field

    def _lay_out(self) -> None:
        head = row(*self.tabs, 4, self.match_label, None, spacing=18)
        head.addWidget(self.keep_button)
        head.addWidget(self.detail_filter)
        head.setContentsMargins(14, 0, 10, 0)
        for page in (self.steps, *self._troubles):
            self._pages.addWidget(page)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 6)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(hairline())
        box.addWidget(self._pages)

    def _connect(self) -> None:
        group = QButtonGroup(self)
        for place, tab in enumerate(self.tabs):
            group.addButton(tab, place)
        group.idToggled.connect(self._turn)
        self.detail_filter.textChanged.connect(self._filter)
        self.keep_button.clicked.connect(self._keep_next)
        self.steps.rows.chosen.connect(self._allow_keep)
        for part in self._troubles:
            part.opened.connect(self.opened)

    def _turn(self, place: int, is_chosen: bool) -> None:
        if is_chosen:
            self._pages.setCurrentIndex(place)
            self.keep_button.setVisible(place == 0)
            self._count_matches()

    def _filter(self, words: str) -> None:
        for table in self._tables:
            table.filter(words)
        self._count_matches()

    def _keep_next(self) -> None:
        if self.steps.endpoint is not None:
            self._expected = self._kept + 1
            self._allow_keep()
            self.keep_asked.emit(self.steps.endpoint)

    def _allow_keep(self, *_row: object) -> None:
        """Let the button be pressed, unless what was asked for is still awaited."""
        is_awaited = self._is_on and self._kept < self._expected
        text = Phrase("run", "Waiting for it…") if is_awaited else Phrase("run", "Keep next")
        self.keep_button.setText(self._say(text))
        can = self._is_on and not is_awaited and self.steps.endpoint is not None
        self.keep_button.setEnabled(can)

    def _count_matches(self) -> None:
        shown, total = self._tables[self._pages.currentIndex()].matches
        text = ""
        if self.detail_filter.text().strip():
            text = self._say(
                Phrase("run", "{shown} of {total} match").of(shown=count(shown), total=count(total))
            )
        _write(self.match_label, text)


def _write(place: QLabel, text: str) -> None:
    if place.text() != text:
        place.setText(text)
