"""EndpointTally and EndpointSummary: an endpoint's measurements, added up to one row."""

from dataclasses import dataclass

from studio.measurement.histogram import Histogram, Tally
from studio.measurement.measurement import Endpoint, Measurement
from studio.measurement.percentile import percentiles

ALL = Endpoint("", "All requests")
"""Stands for all endpoints together."""


@dataclass(frozen=True, slots=True)
class EndpointSummary:
    """An endpoint, or all of them, over a stretch of a run.

    Failed requests count in the response times, because a visitor waited for them too. Times are 0
    where there was no request.
    """

    endpoint: Endpoint
    requests: int
    failures: int
    requests_per_s: float
    median_ms: float
    p95_ms: float
    p99_ms: float
    min_ms: float
    max_ms: float
    mean_ms: float
    mean_bytes: float

    @property
    def failure_rate(self) -> float:
        """Failed requests as a fraction of all requests, 0 to 1."""
        return self.failures / self.requests if self.requests else 0.0


class EndpointTally:
    """One endpoint's requests, as they are added up."""

    __slots__ = ("failures", "received_bytes", "requests", "times")

    def __init__(self) -> None:
        self.times = Tally()
        self.requests = 0
        self.failures = 0
        self.received_bytes = 0

    def add(self, measurement: Measurement) -> None:
        """Add what was measured in one second."""
        count = measurement.response_time.total
        self.times.merge(measurement.response_time)
        self.requests += count
        self.failures += count * measurement.outcome.is_failure
        self.received_bytes += measurement.received_bytes

    def summary(self, endpoint: Endpoint, over_s: float) -> EndpointSummary:
        """Return the sum so far as a row; `over_s` is how long it took."""
        times = self.times.histogram()
        median_ms, p95_ms, p99_ms = _percentiles(times)
        return EndpointSummary(
            endpoint=endpoint,
            requests=self.requests,
            failures=self.failures,
            requests_per_s=self.requests / over_s if over_s > 0 else 0.0,
            median_ms=median_ms,
            p95_ms=p95_ms,
            p99_ms=p99_ms,
            min_ms=times.min_us / 1000,
            max_ms=times.max_us / 1000,
            mean_ms=times.mean_ms,
            mean_bytes=self.received_bytes / self.requests if self.requests else 0.0,
        )


def _percentiles(times: Histogram) -> tuple[float, ...]:
    return percentiles(times, (0.5, 0.95, 0.99)) if times.counts else (0.0, 0.0, 0.0)
