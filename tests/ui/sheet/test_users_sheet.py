"""Another number of users."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.run.heard import heard
from ui.sheet.users_sheet import UsersSheet
from ui.theme.theme import Theme


@pytest.fixture
def sheet(theme: Theme, qtbot: QtBot) -> UsersSheet:
    sheet = UsersSheet(theme, str)
    qtbot.addWidget(sheet)
    sheet.show()
    sheet.show_users(60)
    return sheet


def test_typing_replaces_the_number_and_enter_applies_once(sheet: UsersSheet) -> None:
    asked: list[int] = []
    sheet.users_asked.connect(asked.append)
    QTest.keyClicks(sheet.users_spin, "85")
    QTest.keyClick(sheet.users_spin, Qt.Key.Key_Return)
    assert asked == [85]


def test_buttons_apply_and_cancel(sheet: UsersSheet, qtbot: QtBot) -> None:
    asked = heard(sheet.users_asked, int)
    QTest.mouseClick(sheet.apply_button, Qt.MouseButton.LeftButton)
    assert asked == [60]
    with qtbot.waitSignal(sheet.cancelled):
        QTest.mouseClick(sheet.cancel_button, Qt.MouseButton.LeftButton)


def test_an_arrival_rate_is_asked_for_instead(sheet: UsersSheet) -> None:
    sheet.show_rate(12.5)
    assert not sheet.users_spin.isVisible()
    asked = heard(sheet.rate_asked, float)
    QTest.keyClicks(sheet.rate_spin, "20.5")
    QTest.keyClick(sheet.rate_spin, Qt.Key.Key_Return)
    assert asked == [20.5]
