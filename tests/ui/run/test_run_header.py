"""Which run this is and where it stands."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from studio.run.run import RunEnding
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


@pytest.mark.parametrize(
    ("ending", "begin"),
    [
        (RunEnding.COMPLETED, "0:45 long"),
        (RunEnding.STOPPED, "stopped by you at 0:45 of 0:45"),
        (RunEnding.STOPPED_BY_RULE, "stopped by a rule at 0:45 of 0:45"),
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
    assert not header.controls.stop_button.isVisible()
    assert header.controls.again_button.isVisible()


def test_an_engine_that_does_not_answer_is_said_beside_the_title(header: RunHeader) -> None:
    header.show_snapshot(replace(make_snapshot(20), silent_s=6.0))
    assert header.state_pill.text() == "Not answering"
    header.show_snapshot(make_snapshot(21))
    assert header.state_pill.text() == "Running"
