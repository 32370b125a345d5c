"""One long text of a run."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.phrase import Phrase
from ui.run.text_view import TextView
from ui.theme.theme import Theme


def test_a_text_can_be_copied_and_does_nothing(theme: Theme, qtbot: QtBot) -> None:
    view = TextView(theme, str, Phrase("test", "Traceback"))
    qtbot.addWidget(view)
    view.show()
    view.show_text("Traceback\n\tline <b>\x1b[2J\u202e")
    assert view.text.toPlainText() == "Traceback\n\tline <b>\\x1b[2J\\u202e"
    QTest.mouseClick(view.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == view.text.toPlainText()
    assert view.text.accessibleName() == "Traceback"
