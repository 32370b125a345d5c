"""One among few is chosen by the mouse and by the arrow keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from ui.widget.segment import Segment


@pytest.fixture
def segment(qtbot: QtBot) -> Segment:
    segment = Segment(("2 min", "5 min", "All"), 2, "Range")
    qtbot.addWidget(segment)
    segment.show()
    return segment


def test_a_click_chooses_and_tells_once(segment: Segment) -> None:
    told: list[int] = []
    segment.chosen_changed.connect(told.append)
    QTest.mouseClick(segment.findChildren(QToolButton)[0], Qt.MouseButton.LeftButton)
    assert (segment.chosen, told) == (0, [0])


@pytest.mark.parametrize(
    ("direction", "chosen"),
    [(Qt.LayoutDirection.LeftToRight, 0), (Qt.LayoutDirection.RightToLeft, 1)],
)
def test_the_arrow_keys_move_as_one_reads(
    segment: Segment, direction: Qt.LayoutDirection, chosen: int
) -> None:
    segment.setLayoutDirection(direction)
    QTest.keyClick(segment, Qt.Key.Key_Right)
    assert segment.chosen == chosen
    QTest.keyClick(segment, Qt.Key.Key_Left)
    assert segment.chosen == 2


def test_choosing_what_is_chosen_tells_nothing(segment: Segment) -> None:
    told: list[int] = []
    segment.chosen_changed.connect(told.append)
    segment.choose(2)
    assert told == []
