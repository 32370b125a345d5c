"""Round moments for the time axis."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.chart.time_ticks import time_ticks


@pytest.mark.parametrize(
    ("first", "last", "ticks"),
    [
        (0, 45, (0, 5, 10, 15, 20, 25, 30, 35, 40, 45)),
        (0, 600, (0, 60, 120, 180, 240, 300, 360, 420, 480, 540, 600)),
        (264, 384, (270, 285, 300, 315, 330, 345, 360, 375)),
        (0, 9 * 86400, tuple(range(0, 9 * 86400 + 1, 86400))),
    ],
)
def test_ticks_are_round(first: float, last: float, ticks: tuple[int, ...]) -> None:
    assert time_ticks(first, last, 11) == ticks


def test_an_axis_without_a_length_has_no_ticks() -> None:
    assert time_ticks(5, 5, 9) == time_ticks(0, math.nan, 9) == time_ticks(0, 10, 0) == ()


@given(st.integers(0, 10**5), st.integers(1, 10**6), st.integers(3, 20))
def test_ticks_lie_inside_and_are_few(first: int, span: int, most: int) -> None:
    ticks = time_ticks(first, first + span, most)
    assert all(first <= tick <= first + span for tick in ticks)
    assert len(ticks) <= most
