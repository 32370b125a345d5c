"""Code in signs of one width."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.journey.pane.heard import heard
from ui.journey.pane.code_edit import CodeEdit


def test_a_new_line_is_indented_like_the_one_before(qtbot: QtBot) -> None:
    edit = CodeEdit("Python", 4)
    qtbot.addWidget(edit)
    told = heard(edit.edited)
    QTest.keyClicks(edit, "if x:")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QTest.keyClicks(edit, "pass")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text == "if x:\n    pass\n    "
    assert told[-1] == edit.text


def test_line_ends_stay_what_they_are(qtbot: QtBot) -> None:
    edit = CodeEdit("Python", 4)
    qtbot.addWidget(edit)
    told = heard(edit.edited)
    edit.show_text("a\r\nb")
    assert told == []
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    QTest.keyClicks(edit, "c")
    assert told == ["a\r\nbc"]
