"""TablePart: a table in the details of a run, with a sentence for when there is nothing in it."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from studio.phrase import Phrase
from ui.bridge.language import Say
from ui.table.column_table import Column, ColumnTable
from ui.table.data_table import HEADER_PX, ROW_PX, DataTable
from ui.theme.theme import Theme
from ui.widget.layout import row
from ui.widget.text import label

_LEAST_ROWS = 4
_SORTED_EVERY = 4
"""Rows take their new places at every fourth refresh: once in two seconds."""


@dataclass(frozen=True)
class TablePlan:
    """What a table shows, and how it begins."""

    name: Phrase
    """What it is called by whoever cannot see it."""

    empty: Phrase
    """One sentence for when there is nothing in it."""

    columns: Sequence[Column[Any]]
    key: Callable[[Any], Hashable]
    sorted_by: int
    """By which column it begins sorted, highest first."""


class TablePart(QWidget):
    """Rows that keep their places while they are read, and the choice of one of them.

    Signals:
        chosen: The object of the row that is chosen, told again whenever rows are shown anew.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, say: Say, plan: TablePlan) -> None:
        super().__init__()
        self._refreshes = 0
        self._model = ColumnTable[Any](plan.columns, say, plan.key, self)
        self.table = DataTable(theme, self._model, say(plan.name))
        self.table.sort_by(plan.sorted_by, Qt.SortOrder.DescendingOrder)
        self.table.setMinimumHeight(HEADER_PX + _LEAST_ROWS * ROW_PX + 2)
        self.empty_label = label(say(plan.empty), "muted", wrap=True)
        self._stack = QStackedWidget()
        self._lay_out()
        self.table.selectionModel().selectionChanged.connect(self._tell)

    @property
    def matches(self) -> tuple[int, int]:
        """How many rows are shown, and how many there are."""
        return self._model.rowCount(), self._model.total

    def begin(self) -> None:
        """Begin a run: there is nothing yet."""
        self._refreshes = 0
        self._model.show(())
        self._stack.setCurrentIndex(0)

    def show_rows(self, rows: Sequence[Any], *, is_over: bool) -> None:
        """Show these rows; a run that is over has no need of steady places."""
        is_steady = not is_over and self._refreshes % _SORTED_EVERY != 0
        self._refreshes += 1
        self._model.show(rows, is_steady=is_steady)
        self._stack.setCurrentIndex(1 if rows else 0)
        self._tell()

    def filter(self, words: str) -> None:
        """Show only rows that contain these words."""
        self._model.filter(words)

    def current(self) -> object | None:
        """Return the object of the row that was chosen.

        A table that has just got the focus has a current row that nobody has chosen.
        """
        chosen = self.table.selectionModel().selectedRows()
        return self._model.row_at(chosen[0]) if chosen else None

    def _tell(self, *_places: object) -> None:
        row_ = self.current()
        if row_ is not None:
            self.chosen.emit(row_)

    def _lay_out(self) -> None:
        empty = QWidget()
        line = row(None, self.empty_label, None)
        line.setContentsMargins(20, 20, 20, 20)
        line.setStretch(1, 1)
        self.empty_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        empty.setLayout(line)
        self._stack.addWidget(empty)
        self._stack.addWidget(self.table)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)
