"""The bar by which steps are found."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.run.heard import heard
from ui.journey.find_bar import FindBar
from ui.theme.theme import Theme


@pytest.fixture
def bar(theme: Theme, qtbot: QtBot) -> FindBar:
    bar = FindBar(theme, str)
    qtbot.addWidget(bar)
    bar.open()
    qtbot.waitExposed(bar)
    return bar


def test_typing_searches_and_enter_goes_on(bar: FindBar) -> None:
    searched, gone = heard(bar.searched, str), heard(bar.gone_on, int)
    QTest.keyClicks(bar.search_edit, "pay")
    QTest.keyClick(bar.search_edit, Qt.Key.Key_Return)
    QTest.keyClick(bar.search_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert searched == ["p", "pa", "pay"]
    assert gone == [1, -1]


def test_it_says_how_much_was_found(bar: FindBar) -> None:
    QTest.keyClicks(bar.search_edit, "pay")
    bar.show_count(3)
    assert bar.count_label.text() == "3 places"
    bar.show_count(0)
    assert bar.count_label.text() == "nothing"
    assert not bar.replace_button.isEnabled()


def test_what_was_found_is_replaced(bar: FindBar) -> None:
    asked = heard(bar.replace_asked, str)
    bar.show_count(1)
    QTest.keyClicks(bar.replace_edit, "buy")
    QTest.mouseClick(bar.replace_button, Qt.MouseButton.LeftButton)
    assert asked == ["buy"]
    bar.fix(is_fixed=True)
    assert not bar.replace_edit.isVisible()


def test_esc_closes_it(bar: FindBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.closed):
        QTest.keyClick(bar.search_edit, Qt.Key.Key_Escape)
    assert not bar.isVisible()
