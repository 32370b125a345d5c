"""A step is judged by its seconds: goals that more load breaks, answers, and the generator."""

from studio.child.load.step_tally import StepTally
from studio.engine.load_course import StepReason
from studio.engine.load_messages import EndpointSeen
from studio.measurement.outcome import Outcome
from studio.scenario.goal import Bound, Goal, Measure
from tests.builders import make_row, make_second

QUICK = Goal(Measure.P95, Bound.AT_MOST, 100.0)
BUSY = Goal(Measure.THROUGHPUT, Bound.AT_LEAST, 1e6)
HOME = Goal(Measure.MEDIAN, Bound.AT_MOST, 10.0, of="GET /")


def tally(*goals: Goal) -> StepTally:
    made = StepTally(goals)
    made.name(EndpointSeen(0, "GET", "/"))
    return made


def test_requests_of_all_its_seconds_make_its_throughput() -> None:
    step = tally(QUICK, BUSY)
    step.add(make_second(3, make_row(0, 5, 6), make_row(0, 7, outcome=Outcome.RESET)))
    step.add(make_second(4, make_row(0, 5)))
    assert step.measured().requests_per_s == 2
    assert step.measured().reason is None  # too little throughput is no limit
    step.begin()
    assert step.seconds == 0


def test_a_broken_goal_is_named() -> None:
    step = tally(QUICK, HOME)
    step.add(make_second(3, make_row(0, 50, 60)))
    measured = step.measured()
    assert measured.reason is StepReason.GOAL_BROKEN
    assert measured.goal is not None
    assert measured.goal.goal == HOME
    assert measured.goal.value is not None
    assert 49 < measured.goal.value < 51


def test_silence_is_no_pass() -> None:
    step = tally(QUICK)
    step.add(make_second(3))
    assert step.measured().reason is StepReason.NO_ANSWER


def test_a_generator_that_is_late_ends_it() -> None:
    step = tally(QUICK)
    for second in range(4):
        step.add(make_second(second, make_row(0, 5), lag_p95_ms=500))
    assert step.measured().reason is StepReason.GENERATOR_LIMIT
