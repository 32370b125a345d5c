"""A run is opened by a click or by Enter."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.studio.cli.records import make_record
from ui.home.run_card import RunCard
from ui.theme.theme import Theme


@pytest.fixture
def card(theme: Theme, qtbot: QtBot) -> RunCard:
    card = RunCard(theme, str, make_record().summary)
    qtbot.addWidget(card)
    card.show()
    return card


def test_it_is_opened(card: RunCard) -> None:
    told: list[str] = []
    card.opened.connect(told.append)
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    QTest.keyClick(card, Qt.Key.Key_Return)
    QTest.keyClick(card, Qt.Key.Key_Space)
    assert told == ["R7"] * 3


def test_a_press_that_ends_elsewhere_opens_nothing(card: RunCard) -> None:
    told: list[str] = []
    card.opened.connect(told.append)
    QTest.mousePress(card, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(card, Qt.MouseButton.LeftButton, pos=QPoint(-50, -50))
    QTest.keyClick(card, Qt.Key.Key_A)
    assert told == []


def test_it_says_what_came_of_the_run(card: RunCard) -> None:
    assert "Goals missed" in card.accessibleName()
    assert "25.0" in card.accessibleName()
