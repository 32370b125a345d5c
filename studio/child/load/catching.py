"""RUNS IN A CHILD PROCESS. One exchange, taken off Locust's objects before they are used again.

Nothing is read from a connection for an example's sake: a body that nobody has read stays unread.
What is caught still holds secrets and stays in this process.
"""
# pyright: basic

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from locust.clients import ResponseContextManager as HttpResponse
from locust.contrib.fasthttp import FastResponse

from studio.child.load.causes import clean
from studio.child.load.raw_exchange import (
    LONGEST_BODY,
    NO_BODY,
    UNREAD,
    RawBody,
    RawExchange,
    RawHeaders,
)

_MOST_HEADERS = 100
_LONGEST_HEADER = 2000
_LONGEST_ADDRESS = 4000


def catch(method: str, address: str, response: object) -> RawExchange:
    """Return what is known of an exchange.

    Args:
        method: As Locust's event tells it.
        address: As Locust's event tells it, before any redirect.
        response: As Locust's event tells it; any object, for a locustfile may have its own client.
    """
    if isinstance(response, FastResponse):
        return _catch_fast(method, address, response)
    if isinstance(response, HttpResponse):
        return _catch_http(method, address, response)
    return RawExchange(str(method), str(address or "")[:_LONGEST_ADDRESS], (), UNREAD)


def _catch_fast(method: str, address: str, response: Any) -> RawExchange:  # noqa: ANN401
    request = response.request
    last = _text(request.url)[:_LONGEST_ADDRESS] if request is not None else ""
    sent: tuple[RawHeaders, RawBody] = ((), UNREAD)
    if request is not None:
        sent = _headers(request.headers), _sent_body(request.payload)
    status = response.status_code
    if not status:
        return RawExchange(method, address or last, *sent)
    try:
        content = response._cached_content  # noqa: SLF001  # asking for `content` would read it
    except AttributeError:
        content = None
    return RawExchange(
        method,
        (address or last)[:_LONGEST_ADDRESS],
        *sent,
        status,
        _headers(response.headers),
        UNREAD if content is None else _body(content),
        last if address and last != address else "",
    )


def _catch_http(method: str, address: str, response: Any) -> RawExchange:  # noqa: ANN401
    first = (response.history[0] if response.history else response).request
    last = response.request
    sent: tuple[RawHeaders, RawBody] = ((), UNREAD)
    if first is not None:
        sent = _headers(first.headers), _sent_body(first.body)
    address = str(address or (first.url if first is not None else ""))[:_LONGEST_ADDRESS]
    if not response.status_code:
        return RawExchange(method, address, *sent)
    content = response._content  # noqa: SLF001  # asking for `content` would read it
    came_from = str(last.url) if response.history and last is not None else ""
    return RawExchange(
        method,
        address,
        *sent,
        response.status_code,
        _headers(response.headers),
        _body(content) if isinstance(content, bytes) else UNREAD,
        came_from[:_LONGEST_ADDRESS],
    )


def _headers(headers: Any) -> RawHeaders:  # noqa: ANN401
    pairs = list(headers.items()) if headers is not None else []
    return tuple(
        (_text(name)[:_LONGEST_HEADER], _text(value)[:_LONGEST_HEADER])
        for name, value in pairs[:_MOST_HEADERS]
    )


def _text(value: object) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else clean(str(value))


def _sent_body(payload: object) -> RawBody:
    if payload is None:
        return NO_BODY
    if isinstance(payload, Mapping):
        payload = urlencode(payload)
    if isinstance(payload, str):
        payload = payload.encode("utf-8", "replace")
    if isinstance(payload, (bytes, bytearray)):
        return _body(payload)
    return UNREAD  # a file or a generator: whoever reads it takes it away


def _body(content: bytes | bytearray) -> RawBody:
    return RawBody(bytes(content[:LONGEST_BODY]), len(content))
