"""Objects for tests: sensible as they come, and changed where a test cares."""

from dataclasses import replace
from typing import Any

from studio.engine.load_messages import (
    VERSION,
    EndpointSeen,
    Finished,
    Health,
    Hello,
    Listening,
    LoadBegan,
    LoadMessage,
    Row,
    SecondMeasured,
    StopBegan,
    UsersChanged,
    WorkerJoined,
)
from studio.engine.versions import Versions
from studio.journey.journey import Journey
from studio.journey.node import Step
from studio.journey.request import Request
from studio.journey.sample import PRACTICE
from studio.measurement.example import (
    Body,
    BodyKind,
    Example,
    ExampleKind,
    KeptAnswer,
    KeptRequest,
)
from studio.measurement.histogram import histogram_of
from studio.measurement.measurement import Endpoint, Measurement
from studio.measurement.outcome import Outcome
from studio.measurement.packing import pack_text, unpack_text
from studio.run.setup import RunSetup
from studio.scenario.goal import Goal
from studio.scenario.load_profile import constant
from studio.scenario.scenario import JourneyShare, Scenario

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


def make_row(endpoint: int, *times_ms: float, outcome: Outcome = Outcome.OK) -> Row:
    """Return what an engine tells of one endpoint in one second."""
    times = histogram_of(round(ms * 1000) for ms in times_ms)
    packed = pack_text(times.counts)
    return Row(
        endpoint, outcome, times.sum_us, times.min_us, times.max_us, 100 * len(times_ms), packed
    )


def make_second(at_s: int, *rows: Row, users: int = 5, lag_p95_ms: float = 1.0) -> SecondMeasured:
    """Return one second of a run, as its engine tells of it."""
    health = Health("worker-1", users, 0.1, lag_p95_ms)
    return SecondMeasured(at_s, users, rows, (health,))


def make_example(**changes: Any) -> Example:  # noqa: ANN401  # whatever an example has
    """Return a failed exchange that was kept."""
    answer = KeptAnswer(500, (("Content-Type", "text/plain"),), Body(BodyKind.WHOLE, "no", 2))
    example = Example(
        kind=ExampleKind.FAILED,
        endpoint=Endpoint("GET", "/"),
        outcome=Outcome.STATUS_5XX,
        cause="status 500",
        said="status 500",
        at_s=1.0,
        response_time_ms=20.0,
        worker="worker-1",
        request=KeptRequest("GET", "http://x/", (("Accept", "*/*"),)),
        answer=answer,
    )
    return replace(example, **changes)


def make_run(*seconds: SecondMeasured) -> list[LoadMessage]:
    """Return all an engine says in a run with one endpoint, `GET /`, whose number is 0."""
    requests = sum(sum(unpack_text(row.counts).values()) for it in seconds for row in it.rows)
    failures = sum(
        sum(unpack_text(row.counts).values())
        for it in seconds
        for row in it.rows
        if row.outcome is not Outcome.OK
    )
    return [
        Hello("locust-master", VERSION, 0, Versions("3.11.9", "2.47.0", "2.6.1"), 20_000),
        Listening(4711),
        WorkerJoined("worker-1"),
        LoadBegan("2026-01-01T00:00:00+00:00"),
        UsersChanged(0.0, 5, 5),
        EndpointSeen(0, "GET", "/"),
        *seconds,
        StopBegan(float(len(seconds)), by_hand=False, grace_s=10.0),
        Finished(float(len(seconds)), requests, failures, 0),
    ]


def make_setup(*goals: Goal, users: int = 5, duration_s: float = 10) -> RunSetup:
    """Return the setup of a run of the practice journey."""
    mix = (JourneyShare(PRACTICE.name, 100),)
    load = constant(users, duration_s)
    return RunSetup(Scenario("Morning", mix, load, goals, "http://127.0.0.1:9"), "Why?", 1)
