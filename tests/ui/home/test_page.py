"""Home offers one thing to begin with, and says honestly what is not there yet."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from studio.run.record import RunSummary
from tests.studio.cli.records import make_record
from ui.home.page import HomePage
from ui.home.run_card import RunCard
from ui.theme.theme import Theme


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> HomePage:
    page = HomePage(theme, str)
    qtbot.addWidget(page)
    page.resize(1300, 800)
    page.show()
    return page


def test_one_primary_action(page: HomePage) -> None:
    told: list[int] = []

    def note() -> None:
        told.append(1)

    page.practice_asked.connect(note)
    QTest.mouseClick(page.practice_button, Qt.MouseButton.LeftButton)
    assert told == [1]
    primary = [it for it in page.findChildren(QPushButton) if it.property("kind") == "primary"]
    assert primary == [page.practice_button]


def test_what_comes_later_cannot_be_pressed_and_says_so(page: HomePage) -> None:
    later = [it for it in page.findChildren(QPushButton) if not it.isEnabled()]
    assert len(later) == 1
    assert all("later version" in it.toolTip() for it in later)


def test_the_last_runs_are_shown_and_replaced(page: HomePage, qtbot: QtBot) -> None:
    run: RunSummary = make_record().summary
    page.show_runs([run] * 5)
    assert len(page.findChildren(RunCard)) == 3
    page.show_runs([])
    qtbot.waitUntil(lambda: not page.findChildren(RunCard))
