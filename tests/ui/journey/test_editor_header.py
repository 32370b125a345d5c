"""The head of the editor."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.journey.editing import delete
from studio.journey.undo import History
from studio.phrase import Phrase
from tests.ui.journey.sample_journey import CHECKOUT
from tests.ui.run.heard import heard
from ui.journey.editor_header import EditorHeader
from ui.journey.facts import Facts
from ui.theme.theme import Theme


@pytest.fixture
def header(theme: Theme, qtbot: QtBot) -> EditorHeader:
    header = EditorHeader(theme, str)
    qtbot.addWidget(header)
    header.resize(1000, 60)
    header.show()
    qtbot.waitExposed(header)
    header.show_history(History(CHECKOUT), Facts(12, has_passed=True))
    return header


def test_the_name_is_typed_where_it_stands(header: EditorHeader) -> None:
    named = heard(header.named, str)
    header.name_edit.setFocus()
    header.name_edit.selectAll()
    QTest.keyClicks(header.name_edit, "Buy something")
    QTest.keyClick(header.name_edit, Qt.Key.Key_Return)
    assert named == ["Buy something"]


def test_esc_and_an_empty_name_leave_the_old_one(header: EditorHeader) -> None:
    named = heard(header.named, str)
    header.name_edit.selectAll()
    QTest.keyClicks(header.name_edit, "x")
    QTest.keyClick(header.name_edit, Qt.Key.Key_Escape)
    header.name_edit.clear()
    QTest.keyClick(header.name_edit, Qt.Key.Key_Return)
    assert header.name_edit.text() == "Checkout"
    assert named == []


def test_undo_says_what_it_takes_back(header: EditorHeader) -> None:
    assert not header.undo_button.isEnabled()
    history = History(CHECKOUT).with_edit(delete(CHECKOUT, ["n7"]), 1.0)
    header.show_history(history, Facts())
    assert header.undo_button.toolTip() == "Undo: Delete “Pay” (Ctrl+Z)"
    assert not header.redo_button.isEnabled()
    header.show_history(history.undone(), Facts())
    assert header.redo_button.toolTip() == "Redo: Delete “Pay” (Ctrl+Shift+Z)"
    header.show_history(history, Facts(is_fixed=True))
    assert not header.undo_button.isEnabled()
    assert header.name_edit.isReadOnly()


def test_a_button_that_cannot_be_used_says_why(header: EditorHeader) -> None:
    header.allow(trial=Phrase("journey", "A run is on."), run=None)
    assert not header.try_button.isEnabled()
    assert header.try_button.toolTip() == "A run is on."
    assert header.run_button.isEnabled()
    header.allow(trial=None, run=None)
    assert header.try_button.toolTip() == "One user, one pass (F5)"


def test_each_button_tells_what_it_asks(header: EditorHeader, qtbot: QtBot) -> None:
    header.show_history(History(CHECKOUT).with_edit(delete(CHECKOUT, ["n7"]), 1.0), Facts())
    for button, signal in (
        (header.undo_button, header.undo_asked),
        (header.try_button, header.try_asked),
        (header.run_button, header.run_asked),
        (header.back_button, header.back_asked),
    ):
        with qtbot.waitSignal(signal):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    wanted = heard(header.code_wanted, bool)
    header.view_segment.choose(1)
    header.view_segment.choose(0)
    assert wanted == [True, False]
