"""Fields of several parts."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.journey.check import Operator, Test
from studio.journey.template import Variable
from studio.journey.wait import ConstantWait
from tests.ui.journey.pane.heard import heard
from tests.ui.journey.pane.sample import TEST
from ui.journey.pane.desk import Desk
from ui.journey.pane.larger_fields import (
    CodeField,
    HeadersField,
    PauseField,
    TestField,
    WaitField,
)


def test_a_test_is_two_values_and_how_they_are_held(desk: Desk, qtbot: QtBot) -> None:
    field = TestField(desk, "When")
    qtbot.addWidget(field)
    told = heard(field.edited)
    field.show_value(TEST)
    field.right.selectAll()
    QTest.keyClicks(field.right, "3")
    QTest.keyClick(field.operator, Qt.Key.Key_Down)
    QTest.keyClicks(field.left, "x")
    left = ("x", Variable("status"))
    assert told[-1] == Test(left, Operator.NOT_EQUAL, "3")


def test_each_tells_its_value(desk: Desk, qtbot: QtBot) -> None:
    wait, pause = WaitField(desk, "Wait"), PauseField(desk, "Pause")
    headers, code = HeadersField(desk, "Headers"), CodeField(desk, "Python")
    for field in (wait, pause, headers, code):
        qtbot.addWidget(field)
    told = [heard(field.edited) for field in (wait, pause, headers, code)]
    wait.show_value(ConstantWait(1))
    pause.show_value(ConstantWait(1))
    headers.show_value((("A", "1"),))
    code.show_value("x")
    assert told == [[], [], [], []]
    wait.editor.edited.emit(ConstantWait(2), "numbers")
    pause.editor.edited.emit(ConstantWait(3), "numbers")
    QTest.keyClicks(headers.table.rows[0].name_edit, "b")
    QTest.keyClicks(code.edit, "y")
    assert told == [[ConstantWait(2)], [ConstantWait(3)], [(("Ab", "1"),)], ["yx"]]
    assert len(pause.KINDS) < len(wait.KINDS)
