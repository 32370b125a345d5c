"""Which run this is and where it stands."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.run.run import RunEnding, RunState
from tests.ui.run.sample_run import HOST, STARTED_AT, make_finished, make_setup, make_snapshot
from ui.run.run_header import RunHeader
from ui.theme.theme import Theme


@pytest.fixture
def header(theme: Theme, qtbot: QtBot) -> RunHeader:
    header = RunHeader(theme, str)
    qtbot.addWidget(header)
    header.show_setup(make_setup(), "R7", HOST, STARTED_AT)
    header.show_snapshot(make_snapshot(20))
    header.show()
    return header


def test_it_says_which_run_this_is(header: RunHeader) -> None:
    assert header.title.text() == "Practice shop · 60 users"
    assert header.state_pill.text() == "Running"
    assert header.facts.text().startswith("0:20 of 0:45 · started ")
    assert header.facts.text().endswith(f"R7 · {HOST}")


def test_a_press_on_stop_is_seen_before_it_is_answered(header: RunHeader, qtbot: QtBot) -> None:
    with qtbot.waitSignal(header.stop_asked):
        QTest.mouseClick(header.stop_button, Qt.MouseButton.LeftButton)
    assert header.stop_button.text() == "Stopping…"
    assert not header.stop_button.isEnabled()


def test_stopping_counts_down(header: RunHeader) -> None:
    stopping = make_snapshot(20, state=RunState.STOPPING)
    header.show_snapshot(stopping)
    assert header.stop_button.text() == "Stopping… 10 s"
    header.show_snapshot(replace(stopping, at_s=24.0))
    assert header.stop_button.text() == "Stopping… 6 s"
    header.show_snapshot(replace(stopping, at_s=31.0))
    assert header.stop_button.text() == "Stopping…"


def test_users_change_only_while_the_run_is_on(header: RunHeader, qtbot: QtBot) -> None:
    with qtbot.waitSignal(header.users_pressed):
        QTest.mouseClick(header.users_button, Qt.MouseButton.LeftButton)
    header.show_snapshot(make_snapshot(0, state=RunState.STARTING))
    assert not header.users_button.isEnabled()
    assert header.stop_button.isEnabled()


@pytest.mark.parametrize(
    ("ending", "begin"),
    [
        (RunEnding.COMPLETED, "0:45 long"),
        (RunEnding.STOPPED, "stopped by you at 0:45 of 0:45"),
        (RunEnding.FAILED, "broke off at 0:45"),
        (RunEnding.INTERRUPTED, "the studio closed; everything up to 0:45 is kept"),
        (RunEnding.NEVER_STARTED, "the studio closed before it started"),
    ],
)
def test_after_the_end_it_says_how_it_ended(
    header: RunHeader, ending: RunEnding, begin: str
) -> None:
    header.show_snapshot(make_finished(ending=ending))
    assert header.facts.text().startswith(begin)
    assert not header.stop_button.isVisible()
    assert not header.users_button.isVisible()


def test_an_engine_that_does_not_answer_is_said_beside_the_title(header: RunHeader) -> None:
    header.show_snapshot(replace(make_snapshot(20), silent_s=6.0))
    assert header.state_pill.text() == "Not answering"
    header.show_snapshot(make_snapshot(21))
    assert header.state_pill.text() == "Running"
