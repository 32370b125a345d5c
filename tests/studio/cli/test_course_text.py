"""An arrival rate says how it was kept, and a search where the limit is, and why."""

from dataclasses import replace

import pytest

from studio.cli.course_text import course_lines
from studio.engine.load_course import LimitFound, StepReason
from studio.measurement.starts import StartSummary
from studio.run.search_result import SearchResult
from studio.scenario.goal import Bound, Goal, GoalResult, Measure
from tests.studio.cli.records import make_record

BROKEN = GoalResult(Goal(Measure.P95, Bound.AT_MOST, 300.0), 412.0, met=False)


def test_most_loads_need_no_line() -> None:
    assert list(course_lines(make_record().snapshot)) == []


def test_starts_are_told() -> None:
    snapshot = replace(make_record().snapshot, starts=StartSummary(200, 190, 10, 3.21, 50))
    (line,) = course_lines(snapshot)
    assert line == "  190 of 200 journeys were started, 95 % of them at most 3.2 ms late."


@pytest.mark.parametrize(
    ("reason", "goal", "said"),
    [
        (StepReason.GOAL_BROKEN, BROKEN, "slow response (p95): 412 ms (goal: 300 ms or less)."),
        (StepReason.THROUGHPUT_FLAT, None, "more users brought no more requests per second."),
        (StepReason.GENERATOR_LIMIT, None, "the load generator itself was the limit."),
        (StepReason.NO_ANSWER, None, "nothing was answered."),
    ],
)
def test_a_limit_is_told_with_its_reason(
    reason: StepReason, goal: GoalResult | None, said: str
) -> None:
    limit = LimitFound(300.0, 40, 160.24, reason, goal)
    snapshot = replace(make_record().snapshot, search=SearchResult(limit=limit))
    (line,) = course_lines(snapshot)
    assert line.startswith("  Limit about 40 users: 160.2 requests/s, because")
    assert line.endswith(said)


def test_where_nothing_failed_there_is_no_limit() -> None:
    limit = LimitFound(300.0, 100, 400.0, StepReason.CAP_REACHED)
    snapshot = replace(make_record().snapshot, search=SearchResult(limit=limit))
    assert list(course_lines(snapshot)) == ["  No limit up to 100 users: 400.0 requests/s."]
