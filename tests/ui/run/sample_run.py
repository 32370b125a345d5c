"""A run as it may well be: a pool of connections that is full long before the users are all there.

60 users arrive within 30 s. The pool serves about 52 requests a second; whoever comes beyond that
waits, so p95 climbs from 120 ms to 900 ms while the throughput stays where it is.
"""

import json
import math
import random
from collections.abc import Sequence
from dataclasses import replace

from studio.measurement.cause import FailureCause
from studio.measurement.example import (
    Body,
    BodyKind,
    Example,
    ExampleKind,
    KeptAnswer,
    KeptRequest,
)
from studio.measurement.generator_health import GeneratorHealth
from studio.measurement.measurement import Endpoint
from studio.measurement.outcome import Outcome
from studio.measurement.summary import ALL, EndpointSummary
from studio.measurement.timeline import Point
from studio.run.event import EventKind, RunEvent
from studio.run.lane_use import LaneUse
from studio.run.record import RunSummary
from studio.run.run import RECENT_S, RunEnding, RunSnapshot, RunState
from studio.run.setup import RunSetup
from studio.run.trouble import NO_TROUBLE, LogLine, TaskException, Trouble
from studio.run.verdict import Doubt, VerdictKind, judge
from studio.scenario.goal import Bound, Goal, Measure
from studio.scenario.scenario import PRACTICE_SHOP, JourneyShare, Scenario
from studio.scenario.shapes import RiseAndHold

USERS = 60
CEILING = 52.0
LENGTH_S = 45
LATE_S = 32
"""From here on the sample run has failures of every kind."""

HOST = "http://127.0.0.1:8123"
STARTED_AT = "2026-05-02T14:02:07+00:00"

ENDPOINTS = (
    Endpoint("GET", "/"),
    Endpoint("GET", "/todos"),
    Endpoint("GET", "/todos/[id]"),
    Endpoint("POST", "/todos"),
    Endpoint("PUT", "/todos/[id]"),
    Endpoint("GET", "/search?q=[term]"),
    Endpoint("DELETE", "/todos/[id]"),
    Endpoint("POST", "/login"),
    Endpoint("GET", "/static/app.css"),
)
_HEAVINESS = (0.6, 0.9, 1.0, 1.6, 1.4, 1.9, 1.1, 1.3, 0.3)
_SHARE = (0.18, 0.2, 0.22, 0.08, 0.06, 0.12, 0.03, 0.02, 0.09)

GOALS = (
    Goal(Measure.MEDIAN, Bound.AT_MOST, 300.0),
    Goal(Measure.P95, Bound.AT_MOST, 500.0),
    Goal(Measure.FAILURE_RATE, Bound.AT_MOST, 0.01),
)


def make_setup(goals: Sequence[Goal] = GOALS, length_s: float = LENGTH_S) -> RunSetup:
    rise_s = length_s * 2 / 3
    scenario = Scenario(
        "Practice shop",
        (JourneyShare("Visitor", 1),),
        RiseAndHold(USERS, rise_s, length_s - rise_s),
        tuple(goals),
        PRACTICE_SHOP,
    )
    return RunSetup(scenario, "Where does the shop stop getting faster?", 2)


def make_point(at_s: int, length_s: float = LENGTH_S) -> Point:
    dice = random.Random(at_s)  # noqa: S311  # the same run each time
    users = round(min(USERS, USERS * at_s / (length_s * 2 / 3)))
    wanted = users * 1.6
    over = max(0.0, wanted / CEILING - 1)
    requests = round(min(wanted, CEILING) * dice.uniform(0.94, 1.06))
    if not requests:
        return Point(at_s, 0, 0, users, None, None, None)
    p95_ms = (120 + 920 * over) * dice.uniform(0.93, 1.07)
    failures = round(requests * max(0.0, over - 0.55) * dice.uniform(0.05, 0.25))
    return Point(at_s, requests, failures, users, p95_ms * 0.36, p95_ms, p95_ms * 1.45)


def make_timeline(seconds: int, length_s: float = LENGTH_S) -> tuple[Point, ...]:
    return tuple(make_point(at_s, length_s) for at_s in range(seconds))


def make_row(endpoint: Endpoint, points: Sequence[Point], share: float = 1.0) -> EndpointSummary:
    busy = [point for point in points if point.p95_ms is not None]
    requests = round(sum(point.requests for point in points) * share)
    late = busy[-max(1, len(busy) // 2) :]
    median = _mean([point.median_ms or 0.0 for point in late])
    return EndpointSummary(
        endpoint,
        requests,
        round(sum(point.failures for point in points) * share),
        requests / len(points) if points else 0.0,
        median,
        _mean([point.p95_ms or 0.0 for point in late]),
        _mean([point.p99_ms or 0.0 for point in late]),
        median * 0.2,
        median * 6.0,
        median * 1.1,
        1834.0,
    )


def make_endpoints(points: Sequence[Point], number: int = 9) -> tuple[EndpointSummary, ...]:
    rows: list[EndpointSummary] = []
    for place in range(number):
        kind = place % len(ENDPOINTS)
        row = make_row(ENDPOINTS[kind], points, _SHARE[kind])
        name = row.endpoint.name + (f"/part-{place // 9}" if place >= len(ENDPOINTS) else "")
        heavy = _HEAVINESS[kind] * (1 + 0.05 * math.sin(place))
        rows.append(
            replace(
                row,
                endpoint=Endpoint(row.endpoint.method, name),
                failures=row.failures if kind in {3, 5} else 0,
                median_ms=row.median_ms * heavy,
                p95_ms=row.p95_ms * heavy,
                p99_ms=row.p99_ms * heavy,
                max_ms=row.max_ms * heavy,
            )
        )
    return tuple(rows)


def make_health(seconds: int) -> tuple[GeneratorHealth, ...]:
    half = make_point(max(0, seconds - 1)).users // 2
    return (
        GeneratorHealth("worker-1", seconds, half, 0.41, 3.2),
        GeneratorHealth("worker-2", seconds, half, 0.38, 2.9),
    )


def make_events(seconds: int) -> tuple[RunEvent, ...]:
    events = (
        RunEvent(14.0, EventKind.USERS_CHANGED, "30"),
        RunEvent(28.4, EventKind.FIRST_FAILURE, "GET /search?q=[term]"),
    )
    return tuple(event for event in events if event.at_s < seconds)


def make_trouble(seconds: int) -> Trouble:
    search, order = Endpoint("GET", "/search?q=[term]"), Endpoint("POST", "/todos")
    late = float(max(29, seconds - 1))
    full = "status 503"
    taken = "user [number] may not order, {{secret.password-1}}"
    return Trouble(
        causes=(
            FailureCause(search, Outcome.STATUS_5XX, full, 212, 28.4, late),
            FailureCause(order, Outcome.CHECK_FAILED, taken, 17, 30.1, late),
            FailureCause(search, Outcome.TIMED_OUT, "no complete answer in 30 s", 3, 29.0, late),
        ),
        exceptions=(
            TaskException(
                "KeyError",
                "'total'",
                "line 48 in order",
                'Traceback (most recent call last):\n  File "locustfile.py", line 48, in order\n'
                "    total = response.json()['total']\nKeyError: 'total'\n",
                5,
                31.2,
                late,
            ),
        ),
        lines=(LogLine("worker-1", "WARNING", "CPU usage above 90%!", 2, 33.0, late),),
        examples=(
            make_example(search, "status 503", Outcome.STATUS_5XX, 28.4),
            make_example(search, "status 503", Outcome.STATUS_5XX, 28.6),
            make_example(search, "", Outcome.OK, 30.0),
        ),
    )


def make_example(endpoint: Endpoint, cause: str, outcome: Outcome, at_s: float) -> Example:
    body = json.dumps({"error": "remaining connection slots are reserved", "order": at_s})
    return Example(
        kind=ExampleKind.FAILED if cause else ExampleKind.SLOW,
        endpoint=endpoint,
        outcome=outcome,
        cause=cause,
        said=cause and f"URL {HOST}/search: code=503",
        at_s=at_s,
        response_time_ms=1412.0,
        worker="worker-1",
        request=KeptRequest(
            endpoint.method,
            f"{HOST}/search?q=milk&token={{{{secret.token-1}}}}",
            (("Accept", "*/*"), ("Cookie", "session={{secret.session-1}}")),
        ),
        answer=KeptAnswer(
            503 if cause else 200,
            (("Content-Type", "application/json"), ("Retry-After", "5")),
            Body(BodyKind.WHOLE, body, len(body)),
        ),
    )


def make_snapshot(
    seconds: int = 20,
    *,
    state: RunState = RunState.RUNNING,
    endpoints: int = 9,
    setup: RunSetup | None = None,
) -> RunSnapshot:
    length_s = (setup or make_setup()).scenario.load.duration_s
    points = make_timeline(seconds, length_s)
    users = points[-1].users if points else 0
    return RunSnapshot(
        state=state,
        ending=None,
        at_s=float(seconds),
        users=users,
        wanted_users=users,
        total=make_row(ALL, points),
        recent=make_row(ALL, points[-RECENT_S:]),
        endpoints=make_endpoints(points, endpoints) if points else (),
        timeline=points,
        workers=make_health(seconds) if points else (),
        bad_seconds=frozenset(),
        events=make_events(seconds),
        verdict=None,
        error=None,
        trouble=make_trouble(seconds) if seconds >= LATE_S else NO_TROUBLE,
        lane=LaneUse(plain=points[-1].requests if points else 0),
    )


def make_finished(
    *, goals: Sequence[Goal] = GOALS, ending: RunEnding = RunEnding.COMPLETED, trusted: bool = True
) -> RunSnapshot:
    running = make_snapshot(LENGTH_S)
    return replace(
        running,
        state=RunState.CLOSED,
        ending=ending,
        users=0,
        verdict=judge(
            goals, running.total, running.endpoints, () if trusted else (Doubt.GENERATOR_BUSY,)
        ),
        bad_seconds=frozenset() if trusted else frozenset(range(20, 31)),
    )


def make_summaries(number: int = 12) -> tuple[RunSummary, ...]:
    kinds = (*VerdictKind, VerdictKind.GOALS_MET)
    questions = ("Does a bigger pool help?", "", "Where does the shop stop getting faster?", "")
    rows: list[RunSummary] = []
    for place in range(number, 0, -1):
        top = 180 + 90 * (place * 7 % 9)
        trend = tuple(
            top * min(1.0, 0.2 + (0.02 + 0.01 * (place % 4)) * step) for step in range(30)
        )
        rows.append(
            RunSummary(
                run=f"R{place}",
                state=RunState.CLOSED,
                ending=RunEnding.INTERRUPTED if place == 4 else RunEnding.COMPLETED,
                scenario="Practice shop" if place % 3 else "Checkout",
                question=questions[place % 4],
                host=HOST,
                started_at=f"2026-05-{place:02d}T14:02:07+00:00",
                users=USERS * (1 + place % 3),
                duration_s=45.0,
                requests=1834 * place,
                failures=31 * (place % 3),
                p95_ms=float(top),
                verdict=kinds[place % len(kinds)],
                trend=trend,
            )
        )
    return tuple(rows)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
