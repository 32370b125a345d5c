"""Objects for tests: sensible as they come, and changed where a test cares."""

from dataclasses import replace
from typing import Any

from studio.journey.journey import Journey, Step
from studio.journey.request import Request
from studio.measurement.histogram import histogram_of
from studio.measurement.measurement import Endpoint, Measurement
from studio.measurement.outcome import Outcome

_REQUEST = Request("r1", "GET", "/")
_JOURNEY = Journey("J1", "Visitor", (Step("n1", "Open home", (_REQUEST,)),))


def make_journey(
    journey: Journey = _JOURNEY,
    *,
    request: Request | None = None,
    **changes: Any,  # noqa: ANN401  # whatever a journey has
) -> Journey:
    if request is not None:
        changes["again"] = (Step("n1", "Step", (request,)),)
    return replace(journey, **changes)


def make_measurement(
    at_s: int, endpoint: str, *times_ms: float, outcome: Outcome = Outcome.OK
) -> Measurement:
    """Return what was measured of an endpoint such as `GET /orders` in one second."""
    method, _, name = endpoint.partition(" ")
    times = histogram_of(round(ms * 1000) for ms in times_ms)
    return Measurement(at_s, Endpoint(method, name), outcome, times, 100 * len(times_ms))
