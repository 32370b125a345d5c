"""Starts follow the rate, and a rate that cannot be kept is refused with the reason."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.scenario.arrival_rate import ArrivalRate, RateStage, constant_rate, rising_rate
from studio.scenario.load_profile import LoadProfileError
from tests.strategies import arrival_rates


def test_starts_are_the_area_below_the_rate() -> None:
    rate = rising_rate(20, rise_s=10, duration_s=30, most_users=100)
    assert [rate.starts_until(at_s) for at_s in (0, 5, 10, 11, 30, 99)] == [
        0,
        25,
        100,
        120,
        500,
        500,
    ]
    assert rate.corners() == ((0, 0), (10, 20), (30, 20))
    assert (rate.duration_s, rate.most_per_s) == (30, 20)


@given(arrival_rates, st.floats(0, 1), st.floats(0, 1))
def test_starts_only_become_more(rate: ArrivalRate, one: float, other: float) -> None:
    early, late = sorted((one * rate.duration_s, other * rate.duration_s))
    due = rate.starts_until(late) - rate.starts_until(early)
    assert -1e-6 <= due <= rate.most_per_s * (late - early) + 1e-6


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda: constant_rate(5, 0, 10), "0 s"),
        (lambda: constant_rate(0, 10, 10), "ever be started"),
        (lambda: constant_rate(-1, 10, 10), "no possible number"),
        (lambda: constant_rate(5, 10, 0), "0 users"),
        (lambda: rising_rate(5, 20, 10, 10), "takes 10 s, and its rise alone takes 20 s"),
        (lambda: ArrivalRate((RateStage(-1, 5), RateStage(9, 5)), 10), "8 s"),
        (lambda: ArrivalRate((), 10), "0 s"),
    ],
)
def test_an_impossible_rate_is_refused_with_the_reason(
    make: Callable[[], ArrivalRate], reason: str
) -> None:
    with pytest.raises(LoadProfileError) as refused:
        make()
    assert reason in str(refused.value.happened)
    assert str(refused.value.remedy)
