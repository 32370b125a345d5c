"""From and to of a pause as two handles."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.journey.pane.heard import heard
from ui.journey.pane.wait_bar import WaitBar
from ui.theme.theme import Theme


@pytest.fixture
def bar(theme: Theme, qtbot: QtBot) -> Iterator[WaitBar]:
    bar = WaitBar(theme, "Pause")
    qtbot.addWidget(bar)
    bar.resize(218, 26)
    bar.show_range(2, 6, 3.4)
    bar.show()
    yield bar
    bar.close()


def at(bar: WaitBar, seconds: float) -> QPoint:
    return QPoint(round(bar.x_of(seconds)), bar.height() // 2)


def test_the_nearer_handle_is_moved_by_the_mouse(bar: WaitBar) -> None:
    moves = heard(bar.moved)
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=at(bar, 5.8))
    QTest.mouseMove(bar, at(bar, 8))
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=at(bar, 8))
    assert moves[-1] == (2, 8)
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=at(bar, 1))
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=at(bar, 1))
    assert moves[-1] == (1, 8)


def test_a_handle_pushes_the_other_along(bar: WaitBar) -> None:
    moves = heard(bar.moved)
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=at(bar, 6))
    QTest.mouseMove(bar, at(bar, 1))
    assert moves[-1] == (1, 1)


def test_keys_move_the_end_and_with_shift_the_beginning(bar: WaitBar) -> None:
    moves = heard(bar.moved)
    QTest.keyClick(bar, Qt.Key.Key_Right)
    QTest.keyClick(bar, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert moves == [(2, 6.1), (1.9, 6.1)]


def test_right_to_left_it_is_mirrored(bar: WaitBar) -> None:
    before = bar.x_of(2)
    bar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert bar.x_of(2) == pytest.approx(bar.width() - before)
    moves = heard(bar.moved)
    QTest.keyClick(bar, Qt.Key.Key_Left)
    assert moves == [(2, 6.1)]


def test_it_can_be_drawn_in_each_theme(bar: WaitBar, theme: Theme) -> None:
    light = bar.grab().toImage()
    theme.use("dark")
    assert bar.grab().toImage() != light
    theme.use("light")
