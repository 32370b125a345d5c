"""A step as a sentence."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.journey.node import Step
from studio.journey.wait import BetweenWait, NoWait
from tests.ui.journey.pane.heard import heard
from tests.ui.journey.pane.sample import OPEN, PAY
from ui.journey.pane.desk import Desk, Problem
from ui.journey.pane.step_panel import StepPanel


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> Iterator[StepPanel]:
    panel = StepPanel(desk)
    qtbot.addWidget(panel)
    panel.show_step(PAY)
    panel.show()
    yield panel
    panel.close()


def test_changes_of_request_name_and_pause_add_up(panel: StepPanel) -> None:
    told = heard(panel.edited)
    QTest.keyClicks(panel.request.address.edit, "/v2")
    panel.head.renamed.emit("Buy")
    panel.wait_editor.edited.emit(BetweenWait(1, 2), "numbers")
    step = told[-1][0]
    assert (step.name, step.wait, step.requests[0].path) == ("Buy", BetweenWait(1, 2), "/v2/orders")
    assert [key for _, key in told] == [
        *["n6.r6.address"] * 3,
        "n6.name",
        "n6.wait.numbers",
    ]


def test_no_pause_is_none_at_all(panel: StepPanel) -> None:
    told = heard(panel.edited)
    panel.wait_editor.edited.emit(NoWait(), "kind")
    assert told[-1][0].wait is None


def test_what_is_typed_stays_when_the_change_comes_back(panel: StepPanel) -> None:
    edit = panel.request.address.edit
    edit.moveCursor(edit.textCursor().MoveOperation.End)

    def come_back(step: Step, _key: str) -> None:
        panel.show_step(step)

    panel.edited.connect(come_back)
    QTest.keyClicks(edit, "&id={{order_id}}&z")
    assert edit.shown == "/orders?src=web+shop&id={{order_id}}&z"
    assert edit.textCursor().atEnd()


def test_an_undo_from_outside_is_shown(panel: StepPanel) -> None:
    told = heard(panel.edited)
    request = replace(PAY.requests[0], path="/before", method="DELETE")
    panel.show_step(replace(PAY, requests=(request,), wait=None))
    assert panel.request.address.edit.shown.startswith("/before?")
    assert panel.request.method_box.choice.text() == "DELETE"
    assert not panel.wait_editor.low.isVisible()
    assert told == []


def test_one_of_several_requests_is_shown_and_changed(panel: StepPanel) -> None:
    told, chosen = heard(panel.edited), heard(panel.request_chosen)
    panel.show_step(OPEN)
    QTest.mouseClick(panel.chooser.next_button, Qt.MouseButton.LeftButton)
    assert chosen == ["r2"]
    assert panel.request.address.edit.shown == "/a?b=1"
    QTest.keyClicks(panel.request.address.edit, "/x")
    assert [it.path for it in told[-1][0].requests] == ["/", "/x/a", "/c"]
    panel.choose_request("r3")
    assert panel.request.address.edit.shown == "/c"


def test_problems_of_step_and_request_stand_above(panel: StepPanel, desk: Desk) -> None:
    problems = (Problem("r6", "one"), Problem("n6", "two"), Problem("r1", "not this one"))
    desk.show_around(replace(desk.around, problems=problems))
    assert len(panel.problems.lines) == 2
    assert panel.problems.isVisible()


def test_a_step_without_requests_offers_to_add_one(panel: StepPanel) -> None:
    asked = heard(panel.request_asked)
    panel.show_step(replace(PAY, id="n99", requests=()))
    assert not panel.request.isVisible()
    QTest.mouseClick(panel.chooser.add_button, Qt.MouseButton.LeftButton)
    assert len(asked) == 1
