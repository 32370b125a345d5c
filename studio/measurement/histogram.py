"""Histograms of response times: log buckets of microseconds, merged by addition.

Needs nothing but the standard library, because it also runs inside the load engine.

A bucket is a whole number; below 256 µs every microsecond is its own bucket, above it an octave
has 128 of them, so that the middle of a bucket is at most 0.39 % from any value in it. This is the
layout of HdrHistogram with 7 bits of precision (Gil Tene, https://hdrhistogram.org).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

RELATIVE_ERROR = 1 / 256
"""How far a time read back from its bucket may lie from the time put in, as a fraction."""

LONGEST_US = 2**40 - 1
"""Times above this (12 days) count as this one."""

_OCTAVE_BITS = 7
_EXACT_BITS = _OCTAVE_BITS + 1


@dataclass(frozen=True, slots=True)
class Histogram:
    """Response times as counts by bucket, with exact sum, minimum and maximum."""

    counts: Mapping[int, int]
    """How many response times fell into a bucket, by bucket; at least 1 each. Not to be changed."""

    sum_us: int = 0
    min_us: int = 0
    """0 if the histogram is empty."""

    max_us: int = 0

    @property
    def total(self) -> int:
        """How many response times there are."""
        return sum(self.counts.values())

    @property
    def mean_ms(self) -> float:
        """The exact mean in ms; 0 if the histogram is empty."""
        total = self.total
        return self.sum_us / total / 1000 if total else 0.0


EMPTY = Histogram({})


def bucket_of(response_time_us: int) -> int:
    """Return the number of the bucket a response time in µs falls into."""
    us = min(max(response_time_us, 0), LONGEST_US)
    shift = max(0, us.bit_length() - _EXACT_BITS)
    return (shift << _OCTAVE_BITS) + (us >> shift)


def bounds_of(bucket: int) -> tuple[int, int]:
    """Return the lowest and the highest response time in µs of a bucket, both inclusive."""
    shift = max(0, (bucket >> _OCTAVE_BITS) - 1)
    lowest = (bucket - (shift << _OCTAVE_BITS)) << shift
    return lowest, lowest + (1 << shift) - 1


def middle_ms(bucket: int) -> float:
    """Return the response time in ms that a bucket stands for."""
    lowest, highest = bounds_of(bucket)
    return (lowest + highest) / 2000


class Tally:
    """A histogram in the making: response times and whole histograms are added to it."""

    __slots__ = ("counts", "max_us", "min_us", "sum_us")

    def __init__(self) -> None:
        self.counts: dict[int, int] = {}
        self.sum_us = 0
        self.min_us = LONGEST_US
        self.max_us = 0

    def add(self, response_time_us: int) -> None:
        """Add one response time."""
        us = response_time_us
        if not 0 <= us <= LONGEST_US:
            us = min(max(us, 0), LONGEST_US)
        # `bucket_of`, `min` and `max` written out: every request of a run comes by here.
        shift = us.bit_length() - _EXACT_BITS
        bucket = us if shift <= 0 else (shift << _OCTAVE_BITS) + (us >> shift)
        counts = self.counts
        counts[bucket] = counts.get(bucket, 0) + 1
        self.sum_us += us
        if us < self.min_us:  # noqa: PLR1730
            self.min_us = us
        if us > self.max_us:  # noqa: PLR1730
            self.max_us = us

    def merge(self, histogram: Histogram) -> Self:
        """Add all response times of a histogram; return this tally."""
        if histogram.counts:
            counts = self.counts
            for bucket, count in histogram.counts.items():
                counts[bucket] = counts.get(bucket, 0) + count
            self.sum_us += histogram.sum_us
            self.min_us = min(self.min_us, histogram.min_us)
            self.max_us = max(self.max_us, histogram.max_us)
        return self

    def histogram(self) -> Histogram:
        """Return what has been added so far; later additions do not change it."""
        if not self.counts:
            return EMPTY
        return Histogram(dict(self.counts), self.sum_us, self.min_us, self.max_us)


def histogram_of(response_times_us: Iterable[int]) -> Histogram:
    """Return the histogram of these response times in µs."""
    tally = Tally()
    for us in response_times_us:
        tally.add(us)
    return tally.histogram()


def merge(histograms: Iterable[Histogram]) -> Histogram:
    """Return all of them as one.

    Merging adds counts and loses nothing, so the seconds, endpoints, outcomes, workers or runs may
    be merged in any order.
    """
    tally = Tally()
    for histogram in histograms:
        tally.merge(histogram)
    return tally.histogram()
