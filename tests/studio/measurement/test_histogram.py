"""Histograms lose nothing but the last third of a per cent."""

from hypothesis import given
from hypothesis import strategies as st

from studio.measurement.histogram import (
    EMPTY,
    LONGEST_US,
    RELATIVE_ERROR,
    bounds_of,
    bucket_of,
    histogram_of,
    merge,
    middle_ms,
)

times_us = st.integers(0, LONGEST_US) | st.integers(0, 5_000_000)


@given(times_us)
def test_a_time_lies_within_its_bucket_and_close_to_its_middle(us: int) -> None:
    lowest, highest = bounds_of(bucket_of(us))
    assert lowest <= us <= highest
    assert abs(middle_ms(bucket_of(us)) * 1000 - us) <= us * RELATIVE_ERROR


@given(st.integers(0, bucket_of(LONGEST_US) - 1))
def test_buckets_follow_each_other_without_a_gap(bucket: int) -> None:
    assert bounds_of(bucket)[1] + 1 == bounds_of(bucket + 1)[0]
    assert bucket_of(bounds_of(bucket)[0]) == bucket


@given(st.lists(st.lists(times_us, max_size=20), max_size=6))
def test_merging_is_adding(parts: list[list[int]]) -> None:
    together = [us for part in parts for us in part]
    assert merge(map(histogram_of, parts)) == histogram_of(together)


@given(st.lists(times_us, min_size=1))
def test_sum_smallest_and_largest_are_exact(times: list[int]) -> None:
    histogram = histogram_of(times)
    assert histogram.total == len(times)
    assert (histogram.sum_us, histogram.min_us, histogram.max_us) == (
        sum(times),
        min(times),
        max(times),
    )
    assert histogram.mean_ms == sum(times) / len(times) / 1000


def test_a_time_that_is_too_long_counts_as_the_longest() -> None:
    assert bucket_of(LONGEST_US * 2) == bucket_of(LONGEST_US)
    assert bucket_of(-5) == bucket_of(0) == 0


def test_nothing_has_no_mean() -> None:
    assert EMPTY.mean_ms == 0
    assert EMPTY.total == 0
