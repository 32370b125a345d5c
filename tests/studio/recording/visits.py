"""Recordings for tests: exchanges in a few words, and HAR files of them."""

import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from studio.progress import Progress
from studio.recording.exchange import Answer, Exchange, Page, Recording, SentRequest
from studio.recording.har import read_har

HOST = "https://shop.test"

Json = dict[str, Any]


def exchange(  # noqa: PLR0913  # each is one thing a test may care about
    method: str,
    path: str,
    *,
    body: str | bytes = b"",
    sent: Mapping[str, str] | None = None,
    status: int = 200,
    answer: str = "",
    media_type: str = "text/html",
    got: Sequence[tuple[str, str]] = (),
    at_s: float = 0.0,
    page: str = "",
) -> Exchange:
    data = body.encode() if isinstance(body, str) else body
    address = path if "://" in path else HOST + path
    request = SentRequest(method, address, tuple((sent or {}).items()), data)
    answered = Answer(status, tuple(got), answer, media_type, len(answer.encode()))
    return Exchange(0, at_s, 0.1, request, answered, page)


def visit(*exchanges: Exchange, pages: Sequence[Page] = ()) -> Recording:
    numbered = tuple(replace(it, number=number) for number, it in enumerate(exchanges))
    return Recording("visit.har", "a test", numbered, tuple(pages), sites=("shop.test",))


def entry(
    address: str,
    method: str = "GET",
    *,
    request: Json | None = None,
    response: Json | None = None,
    **more: object,
) -> Json:
    asked: Json = {"method": method, "url": address, "headers": [], **(request or {})}
    answered: Json = {"status": 200, "headers": [], "content": {"mimeType": "text/html"}}
    return {
        "startedDateTime": "2026-03-14T10:00:00Z",
        "time": 12,
        "request": asked,
        "response": answered | (response or {}),
        **more,
    }


def har(*entries: object, **log: object) -> bytes:
    return json.dumps({"log": {"version": "1.2", **log, "entries": list(entries)}}).encode()


def read(content: bytes) -> Recording:
    return read_har(lambda: io.BytesIO(content), "visit.har", Progress(), len(content))
