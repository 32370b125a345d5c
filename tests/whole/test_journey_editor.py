"""A journey is tried from its editor, in the real window and against the real practice shop."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.leftovers import nothing_left_over
from ui.app import Assembled, assemble
from ui.bridge.place import Place
from ui.journey.editor_page import JourneyEditorPage
from ui.journey.list_page import JourneyListPage
from ui.journey.trial_panel import TrialPanel
from ui.theme.theme import Theme

pytestmark = [pytest.mark.whole, pytest.mark.beside]

PATIENCE_MS = 60_000


@pytest.fixture
def studio(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Assembled]:
    with nothing_left_over(within_s=20):
        studio = assemble(theme, tmp_path / "home")
        qtbot.addWidget(studio.window)
        studio.window.resize(1360, 900)
        studio.window.show()
        studio.project.create(tmp_path / "shop")
        studio.window.go(Place.JOURNEYS)
        yield studio
        studio.window.close()


def test_f5_tries_the_journey_and_its_times_stand_beside_the_steps(
    studio: Assembled, qtbot: QtBot
) -> None:
    pages, editor = (
        studio.window.findChild(JourneyListPage),
        studio.window.findChild(JourneyEditorPage),
    )
    panel = studio.window.findChild(TrialPanel)
    assert isinstance(pages, JourneyListPage)
    assert isinstance(editor, JourneyEditorPage)
    assert isinstance(panel, TrialPanel)
    qtbot.waitUntil(pages.practice_button.isEnabled)
    QTest.mouseClick(pages.practice_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(editor.isVisible)
    QTest.keyClick(editor.tree, Qt.Key.Key_F5)
    assert not editor.header.try_button.isEnabled()
    qtbot.waitUntil(editor.header.try_button.isEnabled, timeout=PATIENCE_MS)
    assert not editor.problem_bar.isVisible()
    qtbot.waitUntil(lambda: editor.header.state_pill.text() == "Ready to run")
    told = editor.tree.lines_model.beside.told
    assert told
    assert all(it.has_passed for it in told.values())
    assert panel.request is not None
