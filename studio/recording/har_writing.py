"""Recording → HAR 1.2, as other programs read it."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl

from studio.recording.exchange import Answer, Exchange, Headers, Page, Recording, SentRequest
from studio.version import SWARMBOOK

Json = dict[str, Any]


def har_pieces(recording: Recording) -> Iterator[str]:
    """Yield the text of a HAR file, one exchange at a time."""
    head = {
        "version": "1.2",
        "creator": {"name": "Swarmbook", "version": SWARMBOOK},
        "pages": [_page(page) for page in recording.pages],
    }
    yield '{"log": ' + json.dumps(head)[:-1] + ', "entries": ['
    for exchange in recording.exchanges:
        yield ("," if exchange.number else "") + "\n" + json.dumps(_entry(exchange))
    yield "\n]}}\n"


def _page(page: Page) -> Json:
    return {
        "startedDateTime": _time(page.at_s),
        "id": page.id,
        "title": page.title,
        "pageTimings": {},
    }


def _entry(exchange: Exchange) -> Json:
    took_ms = exchange.took_s * 1000
    entry: Json = {
        "startedDateTime": _time(exchange.at_s),
        "time": took_ms,
        "request": _request(exchange.request),
        "response": _response(exchange.answer),
        "cache": {},
        "timings": {"send": 0, "wait": took_ms, "receive": 0},
    }
    return entry | ({"pageref": exchange.page} if exchange.page else {})


def _request(request: SentRequest) -> Json:
    query = parse_qsl(request.parts.query, keep_blank_values=True)
    told: Json = {
        "method": request.method,
        "url": request.address,
        "httpVersion": "HTTP/1.1",
        "cookies": [],
        "headers": _headers(request.headers),
        "queryString": [{"name": name, "value": value} for name, value in query],
        "headersSize": -1,
        "bodySize": len(request.body),
    }
    if request.body:
        content_type = next((v for k, v in request.headers if k.lower() == "content-type"), "")
        told["postData"] = {"mimeType": content_type, "text": _body(request.body)}
    return told


def _body(body: bytes) -> str:
    """Return a body as text; bytes that are no UTF-8 become one character each."""
    try:
        return body.decode()
    except UnicodeDecodeError:
        return body.decode("latin-1")


def _response(answer: Answer | None) -> Json:
    answer = answer or Answer(0)
    location = next((v for k, v in answer.headers if k.lower() == "location"), "")
    return {
        "status": answer.status,
        "statusText": "",
        "httpVersion": "HTTP/1.1",
        "cookies": [],
        "headers": _headers(answer.headers),
        "content": {
            "size": answer.size_bytes,
            "mimeType": answer.media_type,
            "text": answer.text,
        },
        "redirectURL": location,
        "headersSize": -1,
        "bodySize": -1,
    }


def _headers(headers: Headers) -> list[Json]:
    return [{"name": name, "value": value} for name, value in headers]


def _time(at_s: float) -> str:
    found = datetime.fromtimestamp(at_s, UTC)
    return found.isoformat(timespec="microseconds").replace("+00:00", "Z")
