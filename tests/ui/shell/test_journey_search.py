"""A text is found in a journey, gone through, and replaced as one edit."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.journey.undo import History
from tests.ui.journey.sample_journey import CHECKOUT
from ui.bridge.journey_reader import JourneyReader
from ui.bridge.tasks import Tasks
from ui.journey.editor_page import JourneyEditorPage
from ui.journey.facts import Facts
from ui.journey.journey_controller import JourneyController
from ui.shell.journey_insight import InsightParts, JourneyInsight
from ui.shell.journey_search import JourneySearch
from ui.theme.theme import Theme


class Room:
    """A page that can be searched."""

    def __init__(self, theme: Theme, qtbot: QtBot) -> None:
        self.page = JourneyEditorPage(theme, str)
        qtbot.addWidget(self.page)
        self.page.resize(1360, 820)
        self.page.show()
        self.controller = JourneyController()
        self.reader = JourneyReader(Tasks("aside", threads=1))
        parts = InsightParts(self.page, self.controller, self.reader)
        self.owner = QObject()
        self.search = JourneySearch(parts, JourneyInsight(parts, str, self.owner))
        self.controller.shown.connect(self._show)
        self.controller.open(History(CHECKOUT), is_fixed=False)
        self.page.find_bar.open()

    def _show(self, history: History, chosen: tuple[str, ...]) -> None:
        self.page.show_history(history, Facts(), chosen)


@pytest.fixture
def room(theme: Theme, qtbot: QtBot) -> Iterator[Room]:
    room = Room(theme, qtbot)
    yield room
    room.reader.close()


def test_enter_goes_from_place_to_place_and_round(room: Room, qtbot: QtBot) -> None:
    bar = room.page.find_bar
    QTest.keyClicks(bar.search_edit, "teasers")
    qtbot.waitUntil(lambda: bar.count_label.text() == "1 place")
    QTest.keyClick(bar.search_edit, Qt.Key.Key_Return)
    assert room.page.chosen == ("r4",)
    assert {"r4", "n2"} <= room.page.tree.lines_model.beside.found
    bar.search_edit.setText("Read article")
    QTest.keyClick(bar.search_edit, Qt.Key.Key_Return)
    assert room.page.chosen == ("n20",)
    QTest.keyClick(bar.search_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert room.page.chosen == ("n29",)


def test_all_that_was_found_is_replaced_as_one_edit(room: Room, qtbot: QtBot) -> None:
    bar = room.page.find_bar
    QTest.keyClicks(bar.search_edit, "Help page")
    qtbot.waitUntil(bar.replace_button.isEnabled)
    QTest.keyClicks(bar.replace_edit, "Manual")
    QTest.mouseClick(bar.replace_button, Qt.MouseButton.LeftButton)
    history = room.controller.history
    assert history is not None
    assert len(history.edits) == 1
    names = [it.name for it in room.page.tree.lines_model.lines]
    assert "Manual 1" in names
    qtbot.waitUntil(lambda: bar.count_label.text() == "nothing")


def test_closing_it_forgets_what_was_found(room: Room, qtbot: QtBot) -> None:
    bar = room.page.find_bar
    QTest.keyClicks(bar.search_edit, "Pay")
    qtbot.waitUntil(lambda: bool(room.page.tree.lines_model.beside.found))
    QTest.keyClick(bar.search_edit, Qt.Key.Key_Escape)
    assert not room.page.tree.lines_model.beside.found
