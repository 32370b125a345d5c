"""A journey is tried in the real window, by keys, against the practice shop."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.journey.body import FormBody
from studio.journey.edit import Edit
from studio.journey.journey import Journey
from studio.journey.node import Step
from studio.journey.request import Request
from studio.journey.take import FieldPlace, Take
from studio.journey.template import Variable, take_apart
from studio.journey.walk import requests_of
from studio.phrase import Phrase
from studio.project.opening import create_project
from tests.leftovers import nothing_left_over
from ui.app import Assembled, assemble
from ui.bridge.place import Place
from ui.journey.editor_page import JourneyEditorPage
from ui.journey.list_page import JourneyListPage
from ui.journey.trial_panel import TrialPanel
from ui.theme.theme import Theme
from ui.widget.button import Button

pytestmark = [pytest.mark.whole, pytest.mark.beside]

PATIENCE_MS = 40_000
LEFT = Qt.MouseButton.LeftButton
FORM = Request("r1", "GET", "/login", takes=(Take("csrf", FieldPlace("csrf_token")),))
SENT = FormBody((("csrf_token", take_apart("{{csrf}}")), ("username", "ann")))
STEPS = (
    Step("n1", "Form", (FORM,)),
    Step("n2", "Send", (Request("r2", "POST", "/login", body=SENT),)),
)
SIGN_IN = Journey("J1", "Sign in", STEPS)


@pytest.fixture
def assembled(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Assembled]:
    home = tmp_path / "home"
    project = create_project(tmp_path / "shop.swarmbook", home)
    project.save(journeys=[SIGN_IN])
    project.close()
    with nothing_left_over():
        assembled = assemble(theme, home)
        qtbot.addWidget(assembled.window)
        assembled.window.resize(1360, 900)
        assembled.window.show()
        qtbot.waitExposed(assembled.window)
        assembled.project.open(tmp_path / "shop.swarmbook")
        yield assembled
        assembled.window.close()


def test_a_journey_is_tried_changed_and_tried_again(assembled: Assembled, qtbot: QtBot) -> None:
    window = assembled.window
    page, pages = window.findChild(JourneyEditorPage), window.findChild(JourneyListPage)
    panel = window.findChild(TrialPanel)
    assert page is not None
    assert pages is not None
    assert panel is not None
    qtbot.waitUntil(lambda: pages.journey_table.model().rowCount() == 1)
    window.go(Place.JOURNEYS)
    pages.opened.emit("J1")
    qtbot.waitUntil(lambda: page.history is not None)
    assert panel.nothing_label.text().startswith("Try once walks")

    QTest.keyClick(page.tree, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: panel.head.title_label.text() == "Last trial", timeout=PATIENCE_MS)
    assert panel.head.facts_label.text().startswith("2 of 2 steps passed")
    qtbot.waitUntil(lambda: page.header.state_pill.text() == "Ready to run")
    assert page.tree.lines_model.beside.told["r2"].has_passed
    assert panel.request is not None

    stale = dict(panel.request.exchange.variables)["csrf"]
    page.edited.emit(Edit(with_old_token(stale), Phrase("test", "Take the old one")))
    assert page.header.state_pill.text() != "Ready to run"
    QTest.keyClick(page.tree, Qt.Key.Key_F5)
    qtbot.waitUntil(
        lambda: panel.head.title_label.text() == "Last trial failed", timeout=PATIENCE_MS
    )
    qtbot.waitUntil(lambda: "403" in panel.place.headline.text())
    qtbot.waitUntil(lambda: page.header.state_pill.text() == "Trial failed")
    QTest.mouseClick(panel.place.previous_button, LEFT)
    assert page.chosen == ("n1",)
    take = panel.trial_table.findChild(Button, "take_it")
    assert take is not None
    QTest.mouseClick(take, LEFT)
    assert page.history is not None
    form, sent = requests_of(page.history.journey)
    assert [it.place for it in form.takes] == [FieldPlace("csrf_token")]
    (variable,) = {it.variable for it in form.takes}
    assert sent.body == FormBody((("csrf_token", (Variable(variable),)), ("username", "ann")))
    QTest.keyClick(page.tree, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: page.header.state_pill.text() == "Ready to run", timeout=PATIENCE_MS)


def with_old_token(token: str) -> Journey:
    """Return the journey as it was recorded: it takes nothing, and sends what was seen then."""
    form, send = STEPS
    old = FormBody((("csrf_token", token), ("username", "ann")))
    requests = (replace(FORM, takes=()),), (replace(send.requests[0], body=old),)
    steps = (replace(form, requests=requests[0]), replace(send, requests=requests[1]))
    return replace(SIGN_IN, again=steps)
