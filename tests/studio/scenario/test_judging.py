"""Goals are held against what was measured."""

from studio.measurement.summary import ALL, EndpointTally
from studio.scenario.goal import ALL_REQUESTS, Bound, Goal, Measure
from studio.scenario.judging import first_broken, is_met, result_of, value_of
from tests.builders import make_measurement

QUICK = Goal(Measure.P95, Bound.AT_MOST, 100.0)
BUSY = Goal(Measure.THROUGHPUT, Bound.AT_LEAST, 50.0)


def test_a_limit_itself_is_kept() -> None:
    assert is_met(QUICK, 100.0)
    assert not is_met(QUICK, 100.1)
    assert is_met(BUSY, 50.0)
    assert not is_met(BUSY, 49.9)


def test_each_measure_is_read_off_its_row() -> None:
    tally = EndpointTally()
    tally.add(make_measurement(0, "GET /", 10, 20, 30, 400))
    row = tally.summary(ALL, 2)
    values = {measure: round(value_of(measure, row), 1) for measure in Measure}
    assert values[Measure.THROUGHPUT] == 2
    assert values[Measure.FAILURE_RATE] == 0
    assert 19 < values[Measure.MEDIAN] < 21
    assert 398 < values[Measure.P95] == values[Measure.P99] < 402
    assert first_broken((BUSY, QUICK), {ALL_REQUESTS: row}) == result_of(QUICK, row)


def test_silence_misses_a_goal_and_breaks_none() -> None:
    assert not result_of(QUICK, None).met
    assert first_broken((QUICK,), {}) is None
