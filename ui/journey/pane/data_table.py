"""DataRows: the first rows of a data file, as a table."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.journey.data_file import DataFile
from studio.phrase import Phrase
from studio.plain_text import plain
from ui.journey.pane.desk import Desk
from ui.table.column_table import Column, ColumnTable
from ui.table.data_table import HEADER_PX, ROW_PX, DataTable
from ui.widget.text import label

MOST_ROWS = 20
_SHOWN_ROWS = 4
_LONGEST = 200
_COLUMN_PX = 96

Numbered = tuple[int, tuple[str, ...]]


class DataRows(QWidget):
    """A small table that scrolls, and a word on what it leaves out."""

    def __init__(self, desk: Desk, data_file: DataFile) -> None:
        super().__init__()
        self._desk = desk
        self._columns: tuple[str, ...] = ()
        self._shown: Sequence[Numbered] = ()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2)
        self._rest = label("", "muted")
        self._box.addWidget(self._rest)
        self._make(data_file)

    def show_rows(self, data_file: DataFile, rows: Sequence[Sequence[str]]) -> None:
        """Show the first rows of a data file, 20 at most."""
        if data_file.columns != self._columns:
            self._box.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
            self._make(data_file)
        shown = [(place, tuple(row)) for place, row in enumerate(rows[:MOST_ROWS])]
        if shown != self._shown:
            self._shown = shown
            self._model.show(shown)
            lines = min(len(shown), _SHOWN_ROWS)
            self.table.setFixedHeight(HEADER_PX + lines * ROW_PX + 2)
        hidden = data_file.row_count - len(shown)
        words = Phrase("data", "and %n more row(s)", "", 1).of(n=hidden)
        self._rest.setText(self._desk.say(words))
        self._rest.setVisible(hidden > 0)

    def _make(self, data_file: DataFile) -> None:
        self._columns, self._shown = data_file.columns, ()
        last = len(self._columns) - 1
        columns = [
            Column[Numbered](
                Phrase("data", "{column}").of(column=name),
                partial(_cell, place),
                width_px=None if place == last else _COLUMN_PX,
            )
            for place, name in enumerate(self._columns)
        ]
        self._model = ColumnTable[Numbered](columns, self._desk.say, _number, self)
        name = self._desk.say(Phrase("data", "First rows of {name}").of(name=data_file.name))
        self.table = DataTable(self._desk.theme, self._model, name)
        self.table.setObjectName("data_table")
        self._box.insertWidget(0, self.table)


def _cell(place: int, row: Numbered) -> str:
    cells = row[1]
    return plain(cells[place][:_LONGEST]) if place < len(cells) else ""


def _number(row: Numbered) -> int:
    return row[0]
