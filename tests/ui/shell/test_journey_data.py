"""Data files stand beside a journey, in the real window with a real project."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.project.opening import add_practice, create_project
from ui.app import Assembled, assemble
from ui.journey.editor_page import JourneyEditorPage
from ui.journey.list_page import JourneyListPage
from ui.journey.pane.data_panel import DataPanel
from ui.theme.theme import Theme


@pytest.fixture
def assembled(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Assembled]:
    project = create_project(tmp_path / "shop.swarmbook", tmp_path / "home")
    add_practice(project)
    project.data.add("accounts", b"name\nzoe\n")
    project.close()
    assembled = assemble(theme, tmp_path / "home")
    qtbot.addWidget(assembled.window)
    assembled.window.resize(1400, 900)
    assembled.window.show()
    with qtbot.waitSignal(assembled.project.opened):
        assembled.project.open(tmp_path / "shop.swarmbook")
    yield assembled
    assembled.window.close()


def test_a_table_is_dropped_shown_and_removed(
    assembled: Assembled, qtbot: QtBot, tmp_path: Path
) -> None:
    window = assembled.window
    pages, editor = window.findChild(JourneyListPage), window.findChild(JourneyEditorPage)
    panel = window.findChild(DataPanel)
    assert isinstance(pages, JourneyListPage)
    assert isinstance(editor, JourneyEditorPage)
    assert isinstance(panel, DataPanel)
    pages.opened.emit("J1")
    qtbot.waitUntil(lambda: len(panel.cards) == 1)
    QTest.mouseClick(editor.inspector.data_tab, Qt.MouseButton.LeftButton)
    assert panel.isVisible()
    more = tmp_path / "cities.json"
    more.write_text('[{"city": "Paris"}]', "utf-8")
    panel.dropped.emit(str(more))
    qtbot.waitUntil(lambda: len(panel.cards) == 2)
    assert editor.inspector.data_tab.text().endswith("2")
    QTest.mouseClick(panel.cards[0].remove_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: [it.data_file.name for it in panel.cards] == ["cities"])
