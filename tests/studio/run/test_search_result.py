"""A search is kept step by step, and read again."""

import json

from studio.engine.load_course import LimitFound, StepJudged, StepReason
from studio.run.search_result import NO_SEARCH, SearchResult
from studio.scenario.goal import Bound, Goal, GoalResult, Measure
from studio.typed_json import read, write

BROKEN = GoalResult(Goal(Measure.P95, Bound.AT_MOST, 300.0), 412.0, met=False)


def test_steps_add_up_to_a_result_that_can_be_kept() -> None:
    passed = StepJudged(60.0, 10, 40.0, None)
    failed = StepJudged(120.0, 20, 44.0, StepReason.GOAL_BROKEN, BROKEN)
    limit = LimitFound(120.0, 10, 40.0, StepReason.GOAL_BROKEN, BROKEN)
    result = NO_SEARCH
    for message in (passed, failed, limit):
        result = result.adding(message)
    assert result == SearchResult((passed, failed), limit)
    assert read(SearchResult, json.loads(json.dumps(write(result)))) == result
