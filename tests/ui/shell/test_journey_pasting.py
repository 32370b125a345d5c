"""Commands of curl are pasted into a journey by one key, in the real window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.journey.template import Secret
from studio.journey.uses import pieces_in_request
from studio.journey.walk import requests_of
from studio.project.opening import add_practice, create_project
from ui.app import Assembled, assemble
from ui.journey.editor_page import JourneyEditorPage
from ui.journey.list_page import JourneyListPage
from ui.theme.theme import Theme

COMMANDS = """
curl 'https://shop.test/cart?id=7' -H 'Authorization: Bearer sw0rdfish-sw0rdfish'
curl -X DELETE https://shop.test/cart/7
"""


@pytest.fixture
def assembled(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Assembled]:
    project = create_project(tmp_path / "shop.swarmbook", tmp_path / "home")
    add_practice(project)
    project.close()
    assembled = assemble(theme, tmp_path / "home")
    qtbot.addWidget(assembled.window)
    assembled.window.show()
    with qtbot.waitSignal(assembled.project.opened):
        assembled.project.open(tmp_path / "shop.swarmbook")
    yield assembled
    assembled.window.close()


@pytest.fixture
def editor(assembled: Assembled, qtbot: QtBot) -> JourneyEditorPage:
    pages = assembled.window.findChild(JourneyListPage)
    editor = assembled.window.findChild(JourneyEditorPage)
    assert isinstance(pages, JourneyListPage)
    assert isinstance(editor, JourneyEditorPage)
    pages.opened.emit("J1")
    qtbot.waitUntil(lambda: editor.history is not None)
    return editor


def paste(editor: JourneyEditorPage, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(editor.tree, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_two_commands_are_two_steps_and_one_edit(editor: JourneyEditorPage) -> None:
    assert editor.history is not None
    before = editor.history.journey
    paste(editor, COMMANDS)
    after = editor.history.journey
    new = [it for it in requests_of(after) if it not in list(requests_of(before))]
    assert [(it.method, it.path) for it in new] == [("GET", "/cart"), ("DELETE", "/cart/7")]
    assert "sw0rdfish" not in repr(after)
    (secret,) = [it for it in pieces_in_request(new[0]) if isinstance(it, Secret)]
    assert secret.secret
    QTest.keyClick(editor.tree, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.history.journey == before


def test_what_is_no_command_is_told_of_and_changes_nothing(editor: JourneyEditorPage) -> None:
    assert editor.history is not None
    before = editor.history.journey
    paste(editor, "once upon a time")
    assert editor.problem_bar.isVisible()
    assert editor.history.journey == before
