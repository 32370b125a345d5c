"""Long series made short."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ui.chart.reduction import MOST_POINTS, reduce


def test_a_short_series_stays_as_it_is() -> None:
    at_s = np.arange(MOST_POINTS, dtype=float)
    assert reduce(at_s, at_s, 10)[1] is at_s


@given(st.integers(MOST_POINTS + 1, 20_000), st.integers(1, 2000), st.integers(0, 20_000))
def test_no_peak_is_lost(length: int, columns: int, peak: int) -> None:
    values = np.ones(length)
    values[peak % length] = 99.0
    at_s, reduced = reduce(np.arange(length, dtype=float), values, columns)
    assert reduced.max() == 99.0
    assert reduced.min() == (1.0 if length > 1 else 99.0)
    assert len(reduced) == len(at_s) <= 2 * columns
    assert list(at_s) == sorted(at_s)


def test_a_long_gap_stays_a_gap_and_a_lone_one_does_not_make_one() -> None:
    values = np.ones(6000)
    values[100] = np.nan
    values[3000:4000] = np.nan
    at_s, reduced = reduce(np.arange(6000.0), values, 600)
    assert set(at_s[np.isnan(reduced)]) == {float(at) for at in range(3000, 4000, 10)}
