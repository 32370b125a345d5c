"""One goal that can be switched off."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.scenario.goal import Bound, Goal, Measure
from ui.sheet.goal_field import GoalField


def make_field(qtbot: QtBot, measure: Measure = Measure.P95) -> GoalField:
    field = GoalField(measure, Bound.AT_MOST, "Slow", 500)
    qtbot.addWidget(field)
    field.show()
    return field


def test_the_space_key_switches_a_goal(qtbot: QtBot) -> None:
    field = make_field(qtbot)
    assert field.goal() is None
    with qtbot.waitSignal(field.changed):
        QTest.keyClick(field.is_on, Qt.Key.Key_Space)
    assert field.goal() == Goal(Measure.P95, Bound.AT_MOST, 500.0)


def test_a_limit_is_typed_in_the_users_unit(qtbot: QtBot) -> None:
    field = make_field(qtbot, Measure.FAILURE_RATE)
    field.show_goal(Goal(Measure.FAILURE_RATE, Bound.AT_MOST, 0.01))
    assert field.limit.value() == 1
    field.limit.selectAll()
    QTest.keyClicks(field.limit, "3")
    assert field.goal() == Goal(Measure.FAILURE_RATE, Bound.AT_MOST, 0.03)


def test_a_limit_nobody_touched_is_not_rounded(qtbot: QtBot) -> None:
    field = make_field(qtbot, Measure.FAILURE_RATE)
    fine = Goal(Measure.FAILURE_RATE, Bound.AT_MOST, 0.0125)
    field.show_goal(fine)
    assert field.goal() == fine


def test_a_goal_that_is_off_has_no_limit_to_type(qtbot: QtBot) -> None:
    field = make_field(qtbot)
    field.show_goal(None)
    assert not field.limit.isEnabled()
