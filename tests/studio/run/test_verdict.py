"""A run is judged by its goals, and only if its numbers can be trusted."""

import pytest

from studio.measurement.measurement import Measurement
from studio.measurement.outcome import Outcome
from studio.run.verdict import Doubt, Verdict, VerdictKind, judge
from studio.scenario.goal import Bound, Goal, Measure
from tests.builders import make_measurement
from tests.reference import summarise

P95 = Goal(Measure.P95, Bound.AT_MOST, 500)
FAILURES = Goal(Measure.FAILURE_RATE, Bound.AT_MOST, 0.01)
FLOW = Goal(Measure.THROUGHPUT, Bound.AT_LEAST, 2)


def judged(goals: list[Goal], *measured: Measurement, doubts: tuple[Doubt, ...] = ()) -> Verdict:
    total, rows = summarise(measured, over_s=1)
    return judge(goals, total, rows, doubts)


def test_all_goals_met_is_met() -> None:
    verdict = judged([P95, FAILURES, FLOW], make_measurement(0, "GET /", 10, 20))
    assert verdict.kind is VerdictKind.GOALS_MET
    assert verdict.missed == ()


@pytest.mark.parametrize(
    ("goal", "value"),
    [(P95, 900.0), (FAILURES, 1.0), (FLOW, 1.0), (Goal(Measure.MEDIAN, Bound.AT_MOST, 9), 900.0)],
)
def test_one_goal_missed_is_missed(goal: Goal, value: float) -> None:
    verdict = judged([goal], make_measurement(0, "GET /", 900, outcome=Outcome.STATUS_5XX))
    assert verdict.kind is VerdictKind.GOALS_MISSED
    assert verdict.results[0].value == pytest.approx(value, rel=0.01)


def test_a_goal_of_one_endpoint_looks_at_that_alone() -> None:
    goal = Goal(Measure.P95, Bound.AT_MOST, 100, of="GET /slow")
    slow, quick = make_measurement(0, "GET /slow", 300), make_measurement(0, "GET /", 1, 1, 1)
    assert judged([goal], slow, quick).kind is VerdictKind.GOALS_MISSED
    assert judged([goal], quick).results[0].value is None


def test_silence_is_no_success() -> None:
    assert judged([FAILURES]).kind is VerdictKind.GOALS_MISSED


def test_a_doubt_outweighs_every_goal() -> None:
    verdict = judged([], make_measurement(0, "GET /", 1), doubts=(Doubt.WORKER_LOST,))
    assert verdict.kind is VerdictKind.UNTRUSTED


def test_a_run_may_have_no_goals() -> None:
    assert judged([], make_measurement(0, "GET /", 1)).kind is VerdictKind.NO_GOALS
