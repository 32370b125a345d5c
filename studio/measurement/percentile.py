"""Percentiles, read from histograms."""

import math
from collections.abc import Sequence

from studio.measurement.histogram import Histogram, middle_ms


def percentile(histogram: Histogram, fraction: float) -> float:
    """Return the response time in ms that `fraction` of all requests did not exceed.

    This is the nearest-rank percentile: no value is interpolated between two requests. To join
    percentiles, merge their histograms first; percentiles themselves are never averaged.

    Args:
        histogram: At least one response time.
        fraction: Share of requests, above 0 and at most 1; 0.95 asks for p95.

    Returns:
        A response time in milliseconds, within `RELATIVE_ERROR` of one that occurred.

    Raises:
        ValueError: The histogram is empty, or `fraction` is out of range.
    """
    return percentiles(histogram, (fraction,))[0]


def percentiles(histogram: Histogram, fractions: Sequence[float]) -> tuple[float, ...]:
    """Return several percentiles in ms at once; `fractions` ascend. Otherwise as `percentile`."""
    if not histogram.counts:
        raise ValueError("a percentile needs at least one response time")
    if not all(0 < fraction <= 1 for fraction in fractions):
        raise ValueError(f"fractions must be above 0 and at most 1, not {fractions}")
    total = histogram.total
    ranks = [math.ceil(fraction * total) for fraction in fractions]
    found: list[float] = []
    so_far = 0
    for bucket in sorted(histogram.counts):
        so_far += histogram.counts[bucket]
        while len(found) < len(ranks) and so_far >= ranks[len(found)]:
            found.append(_within(histogram, middle_ms(bucket)))
    return tuple(found)


def _within(histogram: Histogram, ms: float) -> float:
    """Keep a bucket's middle between the fastest and the slowest request there was."""
    return min(max(ms, histogram.min_us / 1000), histogram.max_us / 1000)
