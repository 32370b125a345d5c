"""Fields: a value each, typed or chosen."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.journey.take import Keep
from studio.journey.template import Variable
from studio.journey.typed_line import read_statuses, statuses_text
from tests.ui.journey.pane.heard import heard
from ui.journey.pane.desk import Desk
from ui.journey.pane.field import CountField, FlagField, LineField, OneOfField, TextField
from ui.journey.pane.take_kinds import KEEPS


def test_a_line_tells_values_and_says_what_cannot_be(desk: Desk, qtbot: QtBot) -> None:
    field = LineField(desk, "Status", read_statuses, statuses_text)
    qtbot.addWidget(field)
    values = heard(field.edited)
    field.show_value(((200,), ()))
    assert field.edit.text() == "200"
    QTest.keyClicks(field.edit, ", 3xy")
    assert values == []
    assert not field.problem.isHidden()
    assert field.edit.property("wrong") is True
    QTest.keyClick(field.edit, Qt.Key.Key_Backspace)
    QTest.keyClicks(field.edit, "x")
    assert values == [((200,), (3,))]
    assert field.problem.isHidden()


def test_a_line_that_stands_for_the_value_stays_as_it_was_typed(desk: Desk, qtbot: QtBot) -> None:
    field = LineField(desk, "Status", read_statuses, statuses_text)
    qtbot.addWidget(field)
    QTest.keyClicks(field.edit, "200 304")
    field.show_value(((200, 304), ()))
    assert field.edit.text() == "200 304"


def test_a_text_is_told_in_pieces(desk: Desk, qtbot: QtBot) -> None:
    field = TextField(desk, "Value")
    qtbot.addWidget(field)
    values = heard(field.edited)
    field.show_value("a")
    QTest.keyClicks(field.edit, "{{x}}")
    assert values[-1] == (Variable("x"), "a")
    assert field.edit.accessibleName() == "Value"


def test_a_number_is_told_when_it_is_typed_not_when_it_is_shown(desk: Desk, qtbot: QtBot) -> None:
    field = CountField(desk, "Times", 1, 99)
    qtbot.addWidget(field)
    values = heard(field.edited)
    field.show_value(3)
    QTest.keyClick(field.number, Qt.Key.Key_Up)
    assert values == [4]


def test_the_wheel_scrolls_the_page_and_not_a_number(desk: Desk, qtbot: QtBot) -> None:
    field = CountField(desk, "Times", 1, 99)
    qtbot.addWidget(field)
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 120),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    field.number.wheelEvent(event)
    assert field.number.value() == 1
    assert not event.isAccepted()


def test_one_of_a_few_is_chosen_by_keys(desk: Desk, qtbot: QtBot) -> None:
    field = OneOfField(desk, "Valid", KEEPS)
    qtbot.addWidget(field)
    values = heard(field.edited)
    field.show_value(Keep.PASS)
    QTest.keyClick(field.choice, Qt.Key.Key_Down)
    assert values == [Keep.USER]


def test_a_tick_is_told(desk: Desk, qtbot: QtBot) -> None:
    field = FlagField(desk, "On")
    qtbot.addWidget(field)
    values = heard(field.edited)
    field.show_value(True)
    assert values == []
    QTest.keyClick(field.box, Qt.Key.Key_Space)
    assert values == [False]
