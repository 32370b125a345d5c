"""Slow and plain ways to the same results, which the quick ones are held against."""

from collections import defaultdict
from collections.abc import Iterable

from studio.measurement.measurement import Endpoint, Measurement
from studio.measurement.summary import ALL, EndpointSummary, EndpointTally


def summarise(
    measurements: Iterable[Measurement], over_s: float
) -> tuple[EndpointSummary, tuple[EndpointSummary, ...]]:
    """Return a row for all requests, and one per endpoint in order of first appearance."""
    everything = EndpointTally()
    by_endpoint: defaultdict[Endpoint, EndpointTally] = defaultdict(EndpointTally)
    for measurement in measurements:
        everything.add(measurement)
        by_endpoint[measurement.endpoint].add(measurement)
    rows = tuple(tally.summary(endpoint, over_s) for endpoint, tally in by_endpoint.items())
    return everything.summary(ALL, over_s), rows
