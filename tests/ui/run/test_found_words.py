"""What a search for the limit has found."""

import pytest

from studio.engine.load_course import LimitFound, StepReason
from studio.scenario.goal import GoalResult
from tests.ui.run.sample_run import GOALS
from ui.run.found_words import found_words


@pytest.mark.parametrize("reason", StepReason)
def test_every_reason_has_its_sentence(reason: StepReason) -> None:
    said = found_words(LimitFound(60.0, 1200, 702.4, reason), str)
    assert "1\u202f200 users" in said
    assert "702.4 requests/s" in said


def test_the_goal_that_breaks_is_named() -> None:
    broken = GoalResult(GOALS[1], 618.0, met=False)
    said = found_words(LimitFound(60.0, 50, 52.0, StepReason.GOAL_BROKEN, broken), str)
    assert "slow response (p95): 500" in said
