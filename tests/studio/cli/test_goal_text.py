"""Goals are told with their units."""

import pytest

from studio.cli.goal_text import goal_text
from studio.scenario.goal import Bound, Goal, GoalResult, Measure

AT_MOST, AT_LEAST = Bound.AT_MOST, Bound.AT_LEAST


@pytest.mark.parametrize(
    ("goal", "value", "text"),
    [
        (
            Goal(Measure.P95, AT_MOST, 300),
            412.4,
            "slow response (p95): 412 ms (goal: 300 ms or less)",
        ),
        (
            Goal(Measure.FAILURE_RATE, AT_MOST, 0.01),
            0.002,
            "failures: 0.20 % (goal: 1.00 % or less)",
        ),
        (
            Goal(Measure.THROUGHPUT, AT_LEAST, 50, of="GET /"),
            None,
            "throughput of GET /: nothing measured (goal: 50.0/s or more)",
        ),
    ],
)
def test_a_goal_says_what_was_measured(goal: Goal, value: float | None, text: str) -> None:
    assert goal_text(GoalResult(goal, value, met=False)) == text
