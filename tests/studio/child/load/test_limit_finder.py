"""Users double until a step fails; then the limit is closed in on, and the reason is kept."""

from hypothesis import given
from hypothesis import strategies as st

from studio.child.load.limit_finder import LimitFinder, StepMeasured
from studio.engine.load_course import LimitFound, StepJudged, StepReason
from studio.scenario.goal import Bound, Goal, GoalResult, Measure
from studio.scenario.limit_search import LimitSearch

BROKEN = GoalResult(Goal(Measure.P95, Bound.AT_MOST, 300.0), 412.0, met=False)


def search(first: int, most: int, limit: int) -> tuple[list[StepJudged], LimitFound]:
    """Search a target that breaks a goal above so many users, and gets faster until then."""
    finder, steps = LimitFinder(LimitSearch(first, most)), list[StepJudged]()
    while True:
        users = finder.users
        broken = BROKEN if users > limit else None
        reason = StepReason.GOAL_BROKEN if broken else None
        for message in finder.judge(float(users), StepMeasured(10.0 * users, reason, broken)):
            if isinstance(message, LimitFound):
                return steps, message
            steps.append(message)


def test_users_double_and_then_close_in() -> None:
    steps, limit = search(10, 1000, limit=70)
    assert [it.users for it in steps] == [10, 20, 40, 80, 60, 70, 75]
    assert [it.reason is None for it in steps] == [True, True, True, False, True, True, False]
    assert (limit.users, limit.requests_per_s) == (70, 700)
    assert (limit.reason, limit.goal) == (StepReason.GOAL_BROKEN, BROKEN)


@given(st.integers(1, 500), st.integers(1, 5000), st.integers(0, 6000))
def test_the_limit_is_found_within_a_tenth(first: int, more: int, limit: int) -> None:
    most = first + more
    steps, found = search(first, most, limit)
    assert found.users <= min(limit, most)
    assert len(steps) <= 30
    if limit >= most:
        assert (found.users, found.reason) == (most, StepReason.CAP_REACHED)
    else:
        assert limit - found.users <= max(1, 0.1 * (limit + 1) + 1)


def test_more_users_that_bring_no_more_throughput_have_failed() -> None:
    finder = LimitFinder(LimitSearch(10, 1000))
    finder.judge(1, StepMeasured(100.0, None))
    (judged,) = finder.judge(2, StepMeasured(104.0, None))
    assert isinstance(judged, StepJudged)
    assert (judged.users, judged.reason) == (20, StepReason.THROUGHPUT_FLAT)
    assert finder.users == 15


def test_a_small_step_need_not_bring_five_percent() -> None:
    finder = LimitFinder(LimitSearch(100, 104))
    finder.judge(1, StepMeasured(1000.0, None))
    judged, found = finder.judge(2, StepMeasured(1030.0, None))
    assert isinstance(judged, StepJudged)
    assert judged.reason is None
    assert isinstance(found, LimitFound)
    assert found.reason is StepReason.CAP_REACHED


def test_a_cap_from_outside_is_kept() -> None:
    finder = LimitFinder(LimitSearch(10, 1000))
    finder.judge(1, StepMeasured(100.0, None))
    finder.limit(15)
    assert finder.users == 15
    _, found = finder.judge(2, StepMeasured(150.0, None))
    assert isinstance(found, LimitFound)
    assert (found.users, found.reason) == (15, StepReason.CAP_REACHED)
