"""The code beside the steps."""

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from studio.journey.journey_error import JourneyError
from studio.journey.sample import TALK
from studio.locustfile.emit import emit_mapped
from studio.locustfile.planning import plan_journeys
from studio.phrase import Phrase
from ui.journey.code_panel import CodePanel
from ui.theme.theme import Theme

SOURCE = emit_mapped(plan_journeys([(TALK, 1)]))


@pytest.fixture
def panel(theme: Theme, qtbot: QtBot) -> CodePanel:
    panel = CodePanel(theme, str)
    qtbot.addWidget(panel)
    panel.resize(500, 400)
    panel.show()
    panel.show_source(SOURCE)
    return panel


def test_it_shows_the_file_and_nobody_can_type_in_it(panel: CodePanel) -> None:
    assert panel.code_text.toPlainText() == SOURCE.text
    assert panel.code_text.isReadOnly()


def test_the_lines_of_the_chosen_step_are_lit(panel: CodePanel) -> None:
    panel.light(["n2"])
    lines = SOURCE.text.splitlines()
    lit = [line for first, last in panel.lit for line in lines[first - 1 : last]]
    assert any("def index" in line for line in lit)
    assert not any("about" in line for line in lit)
    assert len(panel.code_text.extraSelections()) == len(lit)
    assert panel.lines_label.text() == f"{len(lit)} lines of the chosen step"
    panel.light([])
    assert panel.code_text.extraSelections() == []


def test_it_can_be_copied(panel: CodePanel) -> None:
    panel.copy_button.click()
    assert QGuiApplication.clipboard().text() == SOURCE.text


def test_a_journey_that_cannot_be_written_says_why(panel: CodePanel) -> None:
    panel.show_error(JourneyError(Phrase("journey", "It has nothing to do.")))
    assert panel.problem_bar.isVisible()
    assert not panel.code_text.isEnabled()
    panel.show_source(SOURCE)
    assert not panel.problem_bar.isVisible()
    assert panel.code_text.isEnabled()


def test_taking_over_by_hand_is_asked_for(panel: CodePanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.take_over_asked):
        panel.take_over_button.click()
