"""StepsPanel: every endpoint of a run and its numbers."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout

from studio.phrase import Phrase
from studio.run.run import RunSnapshot
from studio.scenario.goal import Goal
from ui.bridge.language import Say
from ui.table.column_table import ColumnTable
from ui.table.data_table import HEADER_PX, ROW_PX, DataTable
from ui.table.endpoint_table import ENDPOINT_COLUMNS, SLOW_COLUMN, EndpointRow, endpoint_rows
from ui.theme.theme import Theme
from ui.widget.figures import count
from ui.widget.layout import row
from ui.widget.text import label

_LEAST_ROWS = 4
_SORTED_EVERY = 4
"""Rows take their new places at every fourth refresh: once in two seconds."""


class StepsPanel(QFrame):
    """A table of endpoints, slowest first, and a field that filters it."""

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self._say = say
        self._goals: Sequence[Goal] = ()
        self._refreshes = 0
        self.setProperty("card", True)
        self._model = ColumnTable(ENDPOINT_COLUMNS, say, _key, self)
        self.step_table = DataTable(
            theme, self._model, say(Phrase("run", "Endpoints of this run, slowest first"))
        )
        self.step_table.sort_by(SLOW_COLUMN, Qt.SortOrder.DescendingOrder)
        self.step_table.setMinimumHeight(HEADER_PX + _LEAST_ROWS * ROW_PX + 2)
        self.step_filter = self._make_filter()
        self.match_label = label("", "muted")
        self._lay_out()

    def begin(self, goals: Sequence[Goal]) -> None:
        """Begin a run with these goals."""
        self._goals, self._refreshes = goals, 0
        self._model.show(())

    def show_snapshot(self, snapshot: RunSnapshot) -> None:
        """Show the endpoints as they stand."""
        is_steady = snapshot.ending is None and self._refreshes % _SORTED_EVERY != 0
        self._refreshes += 1
        self._model.show(endpoint_rows(snapshot.endpoints, self._goals), is_steady=is_steady)
        self._count_matches()

    def _make_filter(self) -> QLineEdit:
        field = QLineEdit()
        text = self._say(Phrase("run", "Filter endpoints"))
        field.setPlaceholderText(text)
        field.setAccessibleName(text)
        field.setFixedWidth(190)
        field.setClearButtonEnabled(True)
        field.textChanged.connect(self._filter)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        shortcut.activated.connect(field.setFocus)
        return field

    def _lay_out(self) -> None:
        self.title = label(self._say(Phrase("run", "Steps")), "strong")
        head = row(self.title, self.match_label, None, self.step_filter, spacing=10)
        head.setContentsMargins(14, 0, 10, 6)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 10, 0, 6)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self.step_table)

    def _filter(self, words: str) -> None:
        self._model.filter(words)
        self._count_matches()

    def _count_matches(self) -> None:
        shown, total = self._model.rowCount(), self._model.total
        text = ""
        if self.step_filter.text().strip():
            text = self._say(
                Phrase("run", "{shown} of {total} match").of(shown=count(shown), total=count(total))
            )
        _write(self.match_label, text)


def _key(row: EndpointRow) -> str:
    return str(row.summary.endpoint)


def _write(place: QLabel, text: str) -> None:
    if place.text() != text:
        place.setText(text)
