"""Messages of trials for tests: sensible as they come, and changed where a test cares."""

import json
from dataclasses import replace
from typing import Any

from studio.engine.trial_messages import (
    VERSION,
    CodePlace,
    Exchanged,
    GotAnswer,
    Hop,
    PassBegan,
    PassEnded,
    SentRequest,
    TrialBegan,
    TrialBody,
    TrialBodyKind,
    TrialFinished,
    TrialMessage,
)
from studio.engine.versions import Versions
from studio.journey.journey import Journey
from studio.journey.node import Step
from studio.journey.walk import nodes_of
from studio.locustfile.source_map import SourcePlace
from studio.trial.record import TrialRecord
from studio.trial.session import TrialSession

BEGAN = TrialBegan(VERSION, Versions("3.11.7", "2.47.0", "2.6.1"), "Visitor")
FINISHED = TrialFinished(by_hand=False)
HTML = "text/html; charset=utf-8"
JSON = "application/json"


def make_body(text: str = "", media_type: str = JSON) -> TrialBody:
    kind = TrialBodyKind.TEXT if text else TrialBodyKind.NONE
    return TrialBody(kind, text, type=media_type, size_bytes=len(text.encode()))


def make_exchange(  # noqa: PLR0913  # whatever a test cares about
    line: int = 0,
    answer: object = None,
    *,
    number: int = 0,
    method: str = "GET",
    address: str = "http://shop.test/a",
    status: int = 200,
    media_type: str = JSON,
    sent: str = "",
    headers: tuple[tuple[str, str], ...] = (),
    **changes: Any,  # noqa: ANN401  # whatever an exchange has
) -> Exchanged:
    text = answer if isinstance(answer, str) else json.dumps(answer)
    request = SentRequest(method, address, (("Host", "shop.test"),), make_body(sent))
    got = GotAnswer(status, (("Content-Type", media_type), *headers), make_body(text, media_type))
    exchange = Exchanged(
        number=number,
        pass_number=1,
        calls=(CodePlace("step", line),),
        method=method,
        name="/a",
        hops=(Hop(request, got, 10.0),),
        started_s=0.0,
        response_ms=12.0,
        failure="",
    )
    return replace(exchange, **changes)


def line_of(journey: Journey, request_id: str) -> int:
    """Return the line of a journey's locustfile that calls a request."""
    return next(it.first for it in places_of(journey) if it.id == request_id)


def places_of(journey: Journey) -> tuple[SourcePlace, ...]:
    """Return where a locustfile would have a journey that has a line a request."""
    places: list[SourcePlace] = []
    line = 10
    for step in (it for it in nodes_of(journey) if isinstance(it, Step)):
        places.append(SourcePlace(step.id, line, line + len(step.requests)))
        for request in step.requests:
            line += 1
            places.append(SourcePlace(request.id, line, line))
        line += 1
    return tuple(places)


def session_of(journey: Journey, **more: Any) -> TrialSession:  # noqa: ANN401
    return TrialSession(journey, places_of(journey), **more)


def walked(*exchanges: Exchanged) -> list[TrialMessage]:
    """Return what a trial says that makes these exchanges in one pass."""
    return [BEGAN, PassBegan(1), *exchanges, PassEnded(1, 4.5, was_given_up=False), FINISHED]


def record_of(journey: Journey, *exchanges: Exchanged) -> TrialRecord:
    session = session_of(journey)
    for message in walked(*exchanges):
        session.receive(message)
    session.end(None)
    return session.snapshot()
