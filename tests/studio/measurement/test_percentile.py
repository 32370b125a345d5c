"""Percentiles agree with the exact ones from raw times within one per cent."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.measurement.histogram import EMPTY, histogram_of, merge
from studio.measurement.percentile import percentile, percentiles

times_us = st.lists(st.integers(0, 120_000_000), min_size=1, max_size=400)


def exact_ms(times_us: list[int], fraction: float) -> float:
    """Return the nearest-rank percentile of raw times."""
    return sorted(times_us)[math.ceil(fraction * len(times_us)) - 1] / 1000


@given(times_us, st.sampled_from((0.01, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1.0)))
def test_a_percentile_is_the_exact_one_within_one_per_cent(
    times: list[int], fraction: float
) -> None:
    assert percentile(histogram_of(times), fraction) == pytest.approx(
        exact_ms(times, fraction), rel=0.01, abs=0.001
    )


@given(times_us, times_us)
def test_percentiles_of_merged_workers_are_those_of_all_requests(
    one: list[int], other: list[int]
) -> None:
    merged = merge((histogram_of(one), histogram_of(other)))
    assert percentile(merged, 0.95) == pytest.approx(exact_ms(one + other, 0.95), rel=0.01)


@given(times_us)
def test_several_percentiles_are_each_of_them(times: list[int]) -> None:
    histogram = histogram_of(times)
    wanted = (0.5, 0.95, 0.99)
    assert percentiles(histogram, wanted) == tuple(percentile(histogram, it) for it in wanted)


def test_no_percentile_lies_beyond_the_slowest_request() -> None:
    assert percentile(histogram_of([1_000_003]), 1.0) == 1000.003


def test_nothing_has_no_percentile() -> None:
    with pytest.raises(ValueError, match="at least one"):
        percentile(EMPTY, 0.5)


@pytest.mark.parametrize("fraction", [0, -0.1, 1.1])
def test_a_fraction_must_be_one(fraction: float) -> None:
    with pytest.raises(ValueError, match="above 0"):
        percentile(histogram_of([1]), fraction)
