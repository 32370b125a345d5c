"""Starts follow the line, each once, whoever shares them and however often the plan changes."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.child.load.start_plan import StartPlan
from studio.scenario.arrival_rate import ArrivalRate, RateStage, constant_rate, whole_starts


def plan_of(load: ArrivalRate) -> StartPlan:
    return StartPlan(load.corners(), 0.0)


small_rates = st.builds(
    ArrivalRate,
    st.lists(
        st.builds(RateStage, st.just(0.0) | st.floats(0.1, 9), st.floats(0.1, 40)),
        min_size=1,
        max_size=5,
    ).map(lambda stages: (*stages, RateStage(1.0, 2.0))),
    st.just(9),
)


def test_a_constant_rate_is_evenly_spaced() -> None:
    moments = [s for _, s in plan_of(constant_rate(4, 2, 10)).moments(0, 1)]
    assert moments == [0.125, 0.375, 0.625, 0.875, 1.125, 1.375, 1.625, 1.875]


@given(small_rates, st.integers(1, 5))
def test_every_start_has_one_worker_process(load: ArrivalRate, of: int) -> None:
    plan = plan_of(load)
    numbers = sorted(n for share in range(of) for n, _ in plan.moments(share, of))
    assert len(numbers) == pytest.approx(whole_starts(load.starts_until(load.duration_s)), abs=1)
    assert numbers == list(range(len(numbers)))


@given(small_rates)
def test_each_start_is_due_when_its_number_has_come_together(load: ArrivalRate) -> None:
    plan, before_s = plan_of(load), 0.0
    for number, at_s in plan.moments(0, 1):
        assert before_s <= at_s <= load.duration_s * (1 + 1e-9)
        assert plan.due_at(at_s) == pytest.approx(number + 0.5, abs=1e-3)
        before_s = at_s


@given(st.floats(0.1, 100), st.floats(0.1, 100), st.floats(0, 5))
def test_a_plan_follows_another_without_a_gap_or_a_burst(
    first: float, second: float, at_s: float
) -> None:
    before = StartPlan(((0.0, first), (10.0, first)), 0.0)
    after = StartPlan(((at_s, second), (10.0, second)), before.due_at(at_s))
    made = [(n, s) for n, s in before.moments(0, 1) if n < whole_starts(before.due_at(at_s))]
    made += after.moments(0, 1)
    assert [n for n, _ in made] == list(range(len(made)))
    gaps = [later - earlier for (_, earlier), (_, later) in pairwise(made)]
    assert all(gap >= 1 / max(first, second) - 1e-6 for gap in gaps)


def test_the_rate_of_a_moment_is_read_off_the_line() -> None:
    plan = StartPlan(((5.0, 10.0), (15.0, 30.0), (15.0, 4.0), (20.0, 4.0)), 7.0)
    assert [plan.rate_at(s) for s in (0, 5, 10, 15, 18, 21)] == [0, 10, 20, 4, 4, 0]
    assert plan.begins_s == 5
    assert plan.due_at(5) == 7
    assert math.isclose(plan.due_at(20), 7 + 200 + 20)
