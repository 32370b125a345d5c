"""Round values for a vertical axis."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.chart.value_ticks import round_top, value_ticks, whole_ticks

highest = st.floats(1e-6, 1e9)


@pytest.mark.parametrize(
    ("value", "top"), [(0, 1), (1, 1.2), (57, 60), (618, 800), (1180, 1500), (702, 800), (95, 100)]
)
def test_the_top_is_round(value: float, top: float) -> None:
    assert round_top(value) == pytest.approx(top)


@given(highest)
def test_the_top_leaves_air_and_wastes_little(value: float) -> None:
    assert value < round_top(value) < 1.6 * value


def test_what_cannot_be_drawn_still_has_an_axis() -> None:
    assert round_top(math.nan) == round_top(math.inf) == round_top(-3) == 1.0
    assert value_ticks(math.nan, 5) == value_ticks(0, 5) == (0.0,)


@pytest.mark.parametrize(
    ("top", "ticks"),
    [(1000, (0, 250, 500, 750, 1000)), (800, (0, 200, 400, 600, 800)), (60, (0, 20, 40, 60))],
)
def test_ticks_are_round(top: float, ticks: tuple[float, ...]) -> None:
    assert value_ticks(top, 5) == pytest.approx(ticks)


@given(highest, st.integers(3, 9))
def test_ticks_begin_at_zero_stay_below_the_top_and_are_few(top: float, most: int) -> None:
    ticks = value_ticks(top, most)
    assert ticks[0] == 0
    assert ticks[-1] <= top * (1 + 1e-6)
    assert 2 <= len(ticks) <= most


def test_what_is_counted_has_whole_ticks() -> None:
    assert whole_ticks(1, 5) == (0, 1)
