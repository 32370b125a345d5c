"""Measurement: one endpoint, one outcome, one second."""

from dataclasses import dataclass

from studio.measurement.histogram import Histogram
from studio.measurement.outcome import Outcome


@dataclass(frozen=True, slots=True, order=True)
class Endpoint:
    """What all statistics are kept by: a method and a path template."""

    method: str
    """In capitals, for example `GET`."""

    name: str
    """With varying parts as `[id]`, for example `/orders/[id]`."""

    def __str__(self) -> str:
        return f"{self.method} {self.name}"


@dataclass(frozen=True, slots=True)
class Measurement:
    """The requests of one endpoint with one outcome that ended within one second of a run."""

    at_s: int
    """Which second of the run, from 0."""

    endpoint: Endpoint
    outcome: Outcome

    response_time: Histogram
    """From sending a request to the last byte of its answer."""

    received_bytes: int
    """Of all answers together."""
