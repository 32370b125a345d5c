"""Measurements → one point per second."""

from dataclasses import dataclass

from studio.measurement.measurement import Measurement
from studio.measurement.percentile import percentiles
from studio.measurement.starts import StartSummary, StartTally
from studio.measurement.summary import EndpointTally


@dataclass(frozen=True, slots=True)
class Point:
    """One second of a run, all endpoints together."""

    at_s: int
    requests: int
    failures: int
    users: int

    median_ms: float | None
    """None where no request ended in this second: a gap, never a zero."""

    p95_ms: float | None
    p99_ms: float | None

    is_gap: bool = False
    """Whether what this second measured is lost; its other fields say nothing then."""
    wanted_users: int = 0
    """How many virtual users there were to be in its middle."""

    starts: StartSummary | None = None
    """Only of an arrival rate."""


class PointTally:
    """One second of a run, as it is added up."""

    def __init__(self, at_s: int, *, is_gap: bool = False) -> None:
        self.at_s = at_s
        self.users = self.wanted_users = 0
        self.starts: StartTally | None = None
        self.is_gap = is_gap
        self.sum = EndpointTally()

    def add(self, measurement: Measurement) -> None:
        """Add one endpoint and outcome of this second."""
        self.sum.add(measurement)

    def point(self) -> Point:
        """Return the second so far."""
        times = self.sum.times.histogram()
        median_ms, p95_ms, p99_ms = (
            percentiles(times, (0.5, 0.95, 0.99)) if times.counts else (None, None, None)
        )
        return Point(
            self.at_s,
            self.sum.requests,
            self.sum.failures,
            self.users,
            median_ms,
            p95_ms,
            p99_ms,
            self.is_gap,
            self.wanted_users,
            self.starts and self.starts.summary(),
        )
