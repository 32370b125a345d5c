"""Text that can be read and copied, and not changed."""

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.widget.code_text import CodeText


def test_nobody_can_change_it(qtbot: QtBot) -> None:
    text = CodeText("Request")
    qtbot.addWidget(text)
    text.show_text("<b>GET</b> /")
    QTest.keyClicks(text, "xyz")
    assert text.toPlainText() == "<b>GET</b> /"
    assert text.accessibleName() == "Request"


def test_the_same_text_again_keeps_what_was_selected(qtbot: QtBot) -> None:
    text = CodeText("Request")
    qtbot.addWidget(text)
    text.show_text("GET /")
    text.selectAll()
    text.show_text("GET /")
    assert text.textCursor().selectedText() == "GET /"
    text.show_text("GET /other")
    assert not text.textCursor().hasSelection()
