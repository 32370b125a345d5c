"""The rail leads to every page, by the mouse and by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from ui.bridge.place import Place
from ui.shell.rail import TITLES, Rail
from ui.theme.theme import Theme


@pytest.fixture
def rail(theme: Theme, qtbot: QtBot) -> Rail:
    rail = Rail(theme, str)
    qtbot.addWidget(rail)
    rail.show()
    qtbot.waitExposed(rail)
    return rail


def button(rail: Rail, place: Place) -> QToolButton:
    found = rail.findChild(QToolButton, place.value)
    assert isinstance(found, QToolButton)
    return found


def test_every_place_has_a_button_with_a_word(rail: Rail) -> None:
    assert set(TITLES) == set(Place)
    assert all(button(rail, place).text() for place in Place)


def test_a_click_leads_there(rail: Rail) -> None:
    told: list[Place] = []
    rail.gone_to.connect(told.append)
    QTest.mouseClick(button(rail, Place.RUNS), Qt.MouseButton.LeftButton)
    assert told == [Place.RUNS]


def test_one_place_is_marked(rail: Rail) -> None:
    for place in Place:
        rail.mark(place)
        assert [it for it in Place if button(rail, it).isChecked()] == [place]


def test_icons_follow_the_theme(rail: Rail, theme: Theme) -> None:
    light = button(rail, Place.HOME).icon().pixmap(22).toImage()
    theme.use("dark")
    assert button(rail, Place.HOME).icon().pixmap(22).toImage() != light
