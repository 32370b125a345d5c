"""What tables paint in a cell."""

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView
from pytestqt.qtbot import QtBot

from studio.phrase import Phrase
from ui.table.cells import (
    CellDelegate,
    EndpointCell,
    NumberCell,
    PillCell,
    TrendCell,
    trend_line,
)
from ui.table.column_table import Column, ColumnTable
from ui.theme.icons import Icon
from ui.theme.theme import Theme

CELLS = (
    EndpointCell("GET", "/todos/[id]"),
    NumberCell("618 ms", 0.7, "s_p95", is_alarming=True),
    PillCell("Goals missed", Icon.BAD, "bad"),
    TrendCell((1.0, 4.0, 2.0, 8.0)),
)
SIZE = QRect(0, 0, 200, 34)


def paint(theme: Theme, qtbot: QtBot, cell: object, direction: Qt.LayoutDirection) -> QImage:
    column = Column[object](Phrase("test", "x"), str, cell=lambda row: row)
    model = ColumnTable((column,), str, str)
    model.show([cell])
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(model)
    delegate = CellDelegate(theme, view)
    image = QImage(SIZE.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    option = QStyleOptionViewItem()
    option.rect = SIZE
    option.direction = direction
    painter = QPainter(image)
    try:
        delegate.paint(painter, option, model.index(0, 0))
    finally:
        painter.end()
    return image


def ink(image: QImage) -> list[int]:
    """Return how much is painted in the left and in the right half."""
    white = 0xFFFFFFFF
    halves = (range(100), range(100, 200))
    return [
        sum(image.pixel(x, y) != white for x in half for y in range(image.height()))
        for half in halves
    ]


@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: type(cell).__name__)
def test_every_cell_is_painted(theme: Theme, qtbot: QtBot, cell: object) -> None:
    assert sum(ink(paint(theme, qtbot, cell, Qt.LayoutDirection.LeftToRight))) > 30


@pytest.mark.parametrize("cell", CELLS[:3], ids=lambda cell: type(cell).__name__)
def test_words_and_numbers_are_mirrored(theme: Theme, qtbot: QtBot, cell: object) -> None:
    straight = ink(paint(theme, qtbot, cell, Qt.LayoutDirection.LeftToRight))
    mirrored = ink(paint(theme, qtbot, cell, Qt.LayoutDirection.RightToLeft))
    assert (straight[0] > straight[1]) != (mirrored[0] > mirrored[1])


def test_time_is_not_mirrored(theme: Theme, qtbot: QtBot) -> None:
    straight = paint(theme, qtbot, CELLS[3], Qt.LayoutDirection.LeftToRight)
    assert straight == paint(theme, qtbot, CELLS[3], Qt.LayoutDirection.RightToLeft)


def test_what_is_no_cell_keeps_its_text(theme: Theme, qtbot: QtBot) -> None:
    image = paint(theme, qtbot, None, Qt.LayoutDirection.LeftToRight)
    assert sum(ink(image)) > 30


def test_a_trend_stands_on_zero() -> None:
    line = trend_line((0.0, 5.0, 10.0), QRectF(0, 0, 20, 10))
    assert [(point.x(), point.y()) for point in line] == [(0, 10), (10, 5), (20, 0)]
    assert trend_line((), QRectF()) == []
