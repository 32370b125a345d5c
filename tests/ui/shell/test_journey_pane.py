"""The pane beside the steps shows what is chosen, and what is changed there is an edit."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from studio.journey.journey import Journey
from studio.journey.node import Step
from studio.journey.spot import find_node
from studio.journey.undo import History
from tests.ui.journey.sample_journey import CHECKOUT
from tests.ui.run.heard import heard
from ui.bridge.journey_reader import JourneyReader
from ui.bridge.tasks import Tasks
from ui.journey.editor_page import JourneyEditorPage
from ui.journey.facts import Facts
from ui.journey.journey_controller import JourneyController
from ui.journey.pane.journey_panel import JourneyPanel
from ui.journey.pane.step_panel import StepPanel
from ui.shell.journey_insight import InsightParts, JourneyInsight
from ui.shell.journey_pane import JourneyPane
from ui.theme.theme import Theme


class Room:
    """A page with its pane."""

    def __init__(self, theme: Theme, qtbot: QtBot) -> None:
        self.page = JourneyEditorPage(theme, str)
        qtbot.addWidget(self.page)
        self.page.resize(1360, 820)
        self.page.show()
        self.controller = JourneyController()
        self.reader = JourneyReader(Tasks("aside", threads=1))
        parts = InsightParts(self.page, self.controller, self.reader)
        self.owner = QObject()
        insight = JourneyInsight(parts, str, self.owner)
        self.pane = JourneyPane(parts, insight, theme, str)
        self.controller.shown.connect(self._show)
        self.page.edited.connect(self.controller.apply)
        self.controller.open(History(CHECKOUT), is_fixed=False)
        qtbot.waitUntil(lambda: bool(self.pane.desk.around.completions))

    @property
    def journey(self) -> Journey:
        assert self.controller.history is not None
        return self.controller.history.journey

    def _show(self, history: History, chosen: tuple[str, ...]) -> None:
        self.page.show_history(history, Facts(), chosen)


@pytest.fixture
def room(theme: Theme, qtbot: QtBot) -> Iterator[Room]:
    room = Room(theme, qtbot)
    yield room
    room.reader.close()


def test_the_chosen_step_is_shown_with_its_number(room: Room) -> None:
    room.page.tree.choose(["n7"])
    pane = room.pane.panel.pane
    assert isinstance(pane, StepPanel)
    assert pane.step.name == "Pay"
    assert room.pane.desk.around.number == "7"
    room.page.tree.choose([])
    assert isinstance(room.pane.panel.pane, JourneyPanel)


def test_a_request_that_is_chosen_is_shown_in_its_step(room: Room) -> None:
    room.page.go_to("r4")
    pane = room.pane.panel.pane
    assert isinstance(pane, StepPanel)
    assert pane.step.id == "n2"
    assert pane.chooser.chosen is not None
    assert pane.chooser.chosen.id == "r4"


def test_a_change_in_the_pane_is_an_edit(room: Room) -> None:
    room.page.tree.choose(["n7"])
    pay = find_node(room.journey, "n7")
    room.pane.panel.node_edited.emit(replace(pay, name="Pay now"), "n7.name")
    assert find_node(room.journey, "n7").name == "Pay now"
    assert room.page.chosen == ("n7",)
    changed = replace(room.journey, note="A note")
    room.pane.panel.journey_edited.emit(changed, "note")
    assert room.journey.note == "A note"


def test_steps_are_copied_deleted_and_given_requests_from_the_pane(room: Room) -> None:
    said = heard(room.page.undoable, str)
    room.page.tree.choose(["n7"])
    room.pane.panel.request_asked.emit("n7")
    step = find_node(room.journey, "n7")
    assert isinstance(step, Step)
    assert len(step.requests) == 2
    room.pane.panel.request_dropped.emit(step.requests[1].id)
    step = find_node(room.journey, "n7")
    assert isinstance(step, Step)
    assert len(step.requests) == 1
    room.pane.panel.copy_asked.emit("n5")
    room.pane.panel.delete_asked.emit("n5")
    assert said == ["Deleted “Add to basket”"]


def test_the_pane_leads_to_the_code(room: Room) -> None:
    room.pane.desk.code_asked.emit("n7")
    assert room.page.code_panel.isVisible()
