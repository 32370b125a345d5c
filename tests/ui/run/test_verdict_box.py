"""What came of a run."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from studio.engine.load_course import LimitFound, StepReason
from studio.run.event import EventKind, RunEvent
from studio.run.run import RunEnding
from studio.run.search_result import SearchResult
from tests.ui.run.sample_run import GOALS, make_finished, make_snapshot
from ui.run.verdict_box import VerdictBox
from ui.theme.theme import Theme
from ui.widget.figures import milliseconds


@pytest.fixture
def box(theme: Theme, qtbot: QtBot) -> VerdictBox:
    box = VerdictBox(theme, str)
    qtbot.addWidget(box)
    return box


def test_missed_goals_are_named(box: VerdictBox) -> None:
    box.show_ending(make_finished(), "The shop")
    assert box.isVisible()
    assert box.sentence.text().startswith("The shop kept 1 of 3 goals: slow responses took ")
    assert box.pill.text() == "Goals missed"
    assert box.goals.text().count("missed by") == 2


def test_goals_that_say_nothing_are_not_named(box: VerdictBox) -> None:
    box.show_ending(make_finished(trusted=False), "The shop")
    assert box.pill.text() == "Untrusted"
    assert box.goals.text() == ""


def test_a_kept_goal_needs_no_list(box: VerdictBox) -> None:
    box.show_ending(make_finished(goals=GOALS[:1]), "The shop")
    assert box.sentence.text() == "The shop kept all 1 goal."
    assert milliseconds(300) not in box.goals.text()


def test_an_interrupted_run_says_what_is_kept(box: VerdictBox) -> None:
    box.show_ending(make_finished(ending=RunEnding.INTERRUPTED), "The shop")
    assert box.goals.text().startswith("The studio closed; everything up to 0:45 is kept.")


def test_a_rule_that_ended_the_run_comes_before_its_goals(box: VerdictBox) -> None:
    ended = make_finished(goals=GOALS[:1], ending=RunEnding.STOPPED_BY_RULE)
    event = RunEvent(44.0, EventKind.FAILING, "83 %")
    box.show_ending(replace(ended, events=(*ended.events, event)), "The shop")
    assert box.sentence.text() == "Stopped by a rule: 83 % of all requests failed"
    assert box.pill.text() == "Stopped by a rule"
    assert box.goals.text() == "The shop kept all 1 goal."


def test_what_a_search_has_found_comes_before_the_goal_it_broke(box: VerdictBox) -> None:
    limit = LimitFound(40.0, 50, 52.0, StepReason.THROUGHPUT_FLAT)
    box.show_ending(replace(make_finished(), search=SearchResult(limit=limit)), "The shop")
    assert box.sentence.text().startswith("The limit is about 50 users")
    assert box.goals.text().startswith("The shop kept 1 of 3 goals")


def test_while_a_run_goes_on_nothing_is_said(box: VerdictBox) -> None:
    box.show_ending(make_snapshot(20), "The shop")
    assert not box.isVisible()
