"""The plan of a run, driven by mouse and keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from studio.run.setup import RunSetup
from studio.scenario.goal import Bound, Goal, Measure
from studio.scenario.shapes import RiseAndHold
from tests.ui.run.heard import heard
from tests.ui.run.sample_run import make_setup
from ui.sheet.run_sheet import RunSheet
from ui.theme.theme import Theme


@pytest.fixture
def sheet(theme: Theme, qtbot: QtBot) -> RunSheet:
    sheet = RunSheet(theme, str)
    qtbot.addWidget(sheet)
    sheet.show()
    sheet.show_setup(make_setup())
    qtbot.waitExposed(sheet)
    sheet.activateWindow()
    return sheet


def test_nothing_touched_is_nothing_changed(sheet: RunSheet) -> None:
    asked = heard(sheet.start_asked, RunSetup)
    QTest.mouseClick(sheet.start_button, Qt.MouseButton.LeftButton)
    assert asked == [make_setup()]


def test_ctrl_enter_starts_what_was_typed(sheet: RunSheet) -> None:
    sheet.question_edit.selectAll()
    QTest.keyClicks(sheet.question_edit, "Does a bigger pool help?")
    users = sheet.load.users_spin
    users.selectAll()
    QTest.keyClicks(users, "90")
    asked = heard(sheet.start_asked, RunSetup)
    QTest.keyClick(users, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked[-1].question == "Does a bigger pool help?"
    assert asked[-1].scenario.load == RiseAndHold(90, 30, 15)


def test_goals_are_switched_and_those_without_a_field_are_kept(sheet: RunSheet) -> None:
    own = Goal(Measure.P95, Bound.AT_MOST, 50.0, "GET /")
    setup = make_setup((own, *make_setup().scenario.goals))
    sheet.show_setup(setup)
    QTest.keyClick(sheet.goal_slow.is_on, Qt.Key.Key_Space)
    QTest.keyClick(sheet.goal_throughput.is_on, Qt.Key.Key_Space)
    goals = sheet.setup().scenario.goals
    assert goals[0] == own
    assert [goal.measure for goal in goals[1:]] == [
        Measure.MEDIAN,
        Measure.FAILURE_RATE,
        Measure.THROUGHPUT,
    ]


def test_what_cannot_be_is_said_and_does_not_start(sheet: RunSheet, qtbot: QtBot) -> None:
    address = sheet.target.target_box.findChildren(QToolButton)[1]
    QTest.mouseClick(address, Qt.MouseButton.LeftButton)
    assert sheet.error_line.text()
    assert not sheet.start_button.isEnabled()
    with qtbot.assertNotEmitted(sheet.start_asked):
        QTest.keyClick(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(sheet.target.address_edit, "https://staging.shop.test/app")
    assert sheet.error_line.text() == ""
    assert sheet.setup().scenario.target == "https://staging.shop.test/app"


def test_a_load_without_length_is_refused(sheet: RunSheet) -> None:
    for field in (sheet.load.rise_edit, sheet.load.hold_edit):
        field.selectAll()
        QTest.keyClicks(field, "0")
    assert "cannot be run" in sheet.error_line.text()
    assert not sheet.start_button.isEnabled()


def test_it_says_how_long_it_takes(sheet: RunSheet) -> None:
    assert sheet.length_label.text() == "Takes 45\u202fs, with up to 60 virtual users."
    sheet.show_setup(replace(make_setup(), worker_processes=4))
    assert sheet.setup().worker_processes == 4


def test_cancel_is_told(sheet: RunSheet, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sheet.cancelled):
        QTest.mouseClick(sheet.cancel_button, Qt.MouseButton.LeftButton)
