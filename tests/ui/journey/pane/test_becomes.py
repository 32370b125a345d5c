"""The Python a step becomes."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.journey.pane.heard import heard
from ui.journey.pane.becomes import Becomes
from ui.journey.pane.desk import Desk


def test_its_first_signs_and_the_number_of_its_lines(desk: Desk, qtbot: QtBot) -> None:
    desk.show_around(replace(desk.around, code={"r1": 'self.client.get("/")\n', "n1": "a\nb\nc"}))
    becomes = Becomes(desk)
    qtbot.addWidget(becomes)
    becomes.show()
    becomes.show_node("n1", "r1")
    assert becomes.code_label.text() == '\u2066self.client.get("/")\u2069'
    assert becomes.code_link.text() == "1 line"
    becomes.show_node("n1")
    assert becomes.code_link.text() == "3 lines"
    asked = heard(desk.code_asked)
    QTest.mouseClick(becomes.code_link, Qt.MouseButton.LeftButton)
    assert asked == ["n1"]


def test_what_is_not_written_yet_is_said(desk: Desk, qtbot: QtBot) -> None:
    becomes = Becomes(desk)
    qtbot.addWidget(becomes)
    becomes.show()
    becomes.show_node("n1")
    assert not becomes.code_link.isVisible()
