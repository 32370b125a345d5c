"""The buttons that change a run while it goes on."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.run.run import RunState
from tests.ui.run.sample_run import make_finished, make_snapshot
from ui.run.run_controls import RunControls
from ui.theme.theme import Theme


@pytest.fixture
def controls(theme: Theme, qtbot: QtBot) -> RunControls:
    controls = RunControls(theme, str)
    qtbot.addWidget(controls)
    controls.show_snapshot(make_snapshot(20))
    controls.show()
    return controls


def test_a_press_on_stop_is_seen_before_it_is_answered(controls: RunControls, qtbot: QtBot) -> None:
    with qtbot.waitSignal(controls.stop_asked):
        QTest.mouseClick(controls.stop_button, Qt.MouseButton.LeftButton)
    assert controls.stop_button.text() == "Stopping…"
    assert not controls.stop_button.isEnabled()


def test_stopping_counts_down_and_may_be_cut_short(controls: RunControls, qtbot: QtBot) -> None:
    stopping = replace(make_snapshot(20, state=RunState.STOPPING), stops_by_s=30.0)
    controls.show_snapshot(replace(stopping, at_s=20.0))
    assert controls.stop_button.text() == "Stop now · 10 s"
    controls.show_snapshot(replace(stopping, at_s=24.0))
    assert controls.stop_button.text() == "Stop now · 6 s"
    with qtbot.waitSignal(controls.stop_asked):
        QTest.mouseClick(controls.stop_button, Qt.MouseButton.LeftButton)
    controls.show_snapshot(replace(stopping, at_s=31.0))
    assert not controls.stop_button.isEnabled()


def test_users_change_only_while_the_run_is_on(controls: RunControls, qtbot: QtBot) -> None:
    with qtbot.waitSignal(controls.users_pressed):
        QTest.mouseClick(controls.users_button, Qt.MouseButton.LeftButton)
    controls.show_snapshot(make_snapshot(0, state=RunState.STARTING))
    assert not controls.users_button.isEnabled()
    assert not controls.hold_action.isEnabled()
    assert controls.stop_button.isEnabled()


def test_a_held_load_can_go_on(controls: RunControls, qtbot: QtBot) -> None:
    with qtbot.waitSignal(controls.hold_asked):
        controls.hold_action.trigger()
    controls.show_snapshot(replace(make_snapshot(21), is_held=True))
    assert controls.hold_action.text().startswith("Go on")
    with qtbot.waitSignal(controls.resume_asked):
        controls.hold_action.trigger()


def test_the_menu_opens_and_what_it_offers_is_asked(controls: RunControls, qtbot: QtBot) -> None:
    with qtbot.waitSignal(controls.skip_asked):
        controls.skip_action.trigger()
    with qtbot.waitSignal(controls.reset_asked):
        controls.reset_action.trigger()
    menu = controls.more_button.menu()
    assert [action.isEnabled() for action in menu.actions()] == [True] * 3


def test_after_the_end_only_running_again_is_left(controls: RunControls) -> None:
    controls.show_snapshot(make_finished())
    assert controls.again_button.isVisible()
    assert not controls.stop_button.isVisible()
    assert not controls.more_button.isVisible()
