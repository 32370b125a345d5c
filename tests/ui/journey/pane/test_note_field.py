"""A note."""

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.journey.pane.heard import heard
from ui.journey.pane.desk import Desk
from ui.journey.pane.note_field import NoteField


def test_it_is_plain_text_of_several_lines(desk: Desk, qtbot: QtBot) -> None:
    field = NoteField(desk, "Note")
    qtbot.addWidget(field)
    told = heard(field.edited)
    field.show_value("a\nb")
    QTest.keyClicks(field.edit, "<b>")
    assert told[-1] == "<b>a\nb"
