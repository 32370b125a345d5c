"""What is found in a journey stands beside it, and follows each edit."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from studio.journey.editing import delete
from studio.journey.undo import History
from tests.ui.journey.sample_journey import CHECKOUT
from tests.ui.run.heard import all_heard
from ui.bridge.journey_reader import JourneyReader
from ui.bridge.open_journeys import OpenedJourney
from ui.bridge.tasks import Tasks
from ui.journey.editor_page import JourneyEditorPage
from ui.journey.journey_controller import JourneyController
from ui.journey.step_model import Told
from ui.shell.journey_insight import InsightParts, JourneyInsight
from ui.theme.theme import Theme


class Room:
    """A page, its controller, and what is found."""

    def __init__(self, theme: Theme, qtbot: QtBot) -> None:
        self.page = JourneyEditorPage(theme, str)
        qtbot.addWidget(self.page)
        self.controller = JourneyController()
        self.reader = JourneyReader(Tasks("aside", threads=1))
        parts = InsightParts(self.page, self.controller, self.reader)
        self.owner = QObject()
        self.insight = JourneyInsight(parts, str, self.owner)
        self.counted = all_heard(self.insight.counted)
        history = History(CHECKOUT)
        self.insight.begin(
            OpenedJourney(history, (), CHECKOUT, (), look_only=False, allows_code=False)
        )
        self.controller.open(history, is_fixed=False)
        qtbot.waitUntil(lambda: bool(self.counted))


@pytest.fixture
def room(theme: Theme, qtbot: QtBot) -> Iterator[Room]:
    room = Room(theme, qtbot)
    yield room
    room.reader.close()


def test_wires_problems_and_variables_stand_beside_the_steps(room: Room) -> None:
    model = room.page.tree.lines_model
    assert {it.variable for it in model.beside.wires} >= {"token", "order_id"}
    assert model.beside.marks
    told = room.counted[-1]
    assert room.page.inspector.problems_tab.text() == f"Problems  {sum(map(_number, told))}"
    assert "Variables" in room.page.inspector.variables_tab.text()


def test_they_follow_each_edit(room: Room, qtbot: QtBot) -> None:
    room.controller.apply(delete(CHECKOUT, ["n7"]))
    model = room.page.tree.lines_model
    qtbot.waitUntil(lambda: "order_id" not in {it.variable for it in model.beside.wires})


def test_a_repair_is_an_edit_that_can_be_undone(room: Room) -> None:
    inspector = room.page.inspector
    repairs = [repair for it in inspector.problems for repair in it.repairs]
    inspector.repair_asked.emit(repairs[0].act)
    history = room.controller.history
    assert history is not None
    assert len(history.edits) == 1
    assert history.journey != CHECKOUT
    room.controller.undo()
    assert room.controller.history is not None
    assert room.controller.history.journey is CHECKOUT


def test_the_code_is_only_written_while_it_is_shown(room: Room, qtbot: QtBot) -> None:
    assert room.page.code_panel.code_text.toPlainText() == ""
    room.page.header.view_segment.choose(1)
    panel = room.page.code_panel
    qtbot.waitUntil(
        lambda: bool(panel.code_text.toPlainText()) or panel.problem_bar.isVisibleTo(panel)
    )


def test_what_a_trial_told_stays_beside_the_steps(room: Room, qtbot: QtBot) -> None:
    room.insight.tell({"n7": Told(has_passed=True, ms=12.0)})
    room.insight.show_found(frozenset({"n5"}))
    room.controller.apply(delete(CHECKOUT, ["n2"]))
    qtbot.waitUntil(lambda: len(room.counted) > 1)
    beside = room.page.tree.lines_model.beside
    assert set(beside.told) == {"n7"}
    assert beside.found == {"n5"}


def _number(value: object) -> int:
    assert isinstance(value, int)
    return value
