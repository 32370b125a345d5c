"""RUNS IN A CHILD PROCESS. Heads of requests, built once a kind by geventhttpclient, and kept.

The bytes are geventhttpclient's own, so nothing that is sent differs. A head is cut open where the
length of the body and the value of the Cookie header go; both are filled in for each request.
"""
# pyright: basic

import re
from typing import Any, NamedTuple

from geventhttpclient.client import HTTPClient
from geventhttpclient.header import Headers
from geventhttpclient.useragent import UserAgent, _make_request

_KEPT_HEADS = 512
_KEPT_SHELVES = 64
_SENT_LENGTH = re.compile(rb"\r\ncontent-length: (\d+)\r\n", re.IGNORECASE)
_COOKIE_SLOT = "swarmbook-cookie-slot"
_SENT_COOKIE = b"\r\nCookie: swarmbook-cookie-slot\r\n"
_NOT_PLAIN = {"content-length", "transfer-encoding", "expect", "host", "connection", "cookie"}
_ANYWHERE = "http://localhost/"
"""An address that says nothing of where a request goes: its client puts that into the head."""

_LENGTH_MARK = b"\0"
_COOKIE_MARK = b"\1"

Kind = tuple[Any, ...]


class Head(NamedTuple):
    """What follows the request line: pieces to be joined with a cookie or a length between."""

    text: bytes
    """The whole of it where nothing is to be filled in; else with marks no header may hold."""

    has_body: bool
    has_cookie: bool

    def filled(self, length: int, cookie: str | None) -> bytes:
        """Return the head with the length of the body and the cookies in their places."""
        text = self.text
        if self.has_body:
            text = text.replace(_LENGTH_MARK, b"%d" % length, 1)
        if self.has_cookie and cookie is not None:
            text = text.replace(_COOKIE_MARK, cookie.encode("latin-1"), 1)
        return text


_SHELVES: dict[Kind, dict[Kind, Head]] = {}
"""Shared by all users of this process: their heads differ in cookies and lengths alone."""


class _Shelf(NamedTuple):
    heads: dict[Kind, Head]

    client_defaults: dict[Any, Any]
    """Headers a client adds by itself."""


class HeadShelf:
    """The kept heads of one user, shared with all users of its kind."""

    __slots__ = ("_agent", "_shelves", "defaults")

    def __init__(self, agent: UserAgent) -> None:
        self._agent = agent
        self._shelves: dict[HTTPClient, _Shelf] = {}
        self.defaults = agent.default_headers.copy()
        """The headers of all requests, as they were for the last one; never changed."""

    def head(
        self,
        client: HTTPClient,
        method: str,
        payload: object,
        headers: dict[str, str],
        *,
        has_cookie: bool,
    ) -> Head:
        """Return the head of this kind of request.

        Raises:
            LookupError: It has one of its own each time.
            TypeError: A header has no plain value.
            ValueError: A header or the method may not be sent.
        """
        if not dict.__eq__(self.defaults, self._agent.default_headers):
            self.defaults = self._agent.default_headers.copy()
            self._shelves.clear()
        shelf = self._shelves.get(client)
        if shelf is None or not dict.__eq__(shelf.client_defaults, client.default_headers):
            shelf = self._choose(client)
        kind = (method, payload.__class__, bool(payload), has_cookie, *headers.items())
        known = shelf.heads.get(kind)
        if known is not None:
            return known
        fields = merged(self.defaults, headers)
        built = _build(client, method, payload, fields, has_cookie=has_cookie)
        if len(shelf.heads) >= _KEPT_HEADS:
            shelf.heads.clear()
        shelf.heads[kind] = built
        return built

    def _choose(self, client: HTTPClient) -> _Shelf:
        """Find the heads that go to the same place with the same default headers."""
        own = dict(dict.items(client.default_headers))
        fields = tuple(dict.items(self.defaults)), tuple(own.items())
        way = client.ssl, client.use_proxy, client.version, client.headers_type
        place = (client.host, client.port, *way, *fields)
        if place not in _SHELVES and len(_SHELVES) >= _KEPT_SHELVES:
            _SHELVES.clear()
        if len(self._shelves) >= _KEPT_SHELVES:
            self._shelves.clear()
        shelf = self._shelves[client] = _Shelf(_SHELVES.setdefault(place, {}), own)
        return shelf


def merged(defaults: Headers, headers: dict[str, str]) -> Headers:
    """Return the headers of a request together with those of all requests."""
    both = defaults.copy()
    both.update(headers)
    return both


def _build(
    client: HTTPClient, method: str, payload: Any, fields: Headers, *, has_cookie: bool
) -> Head:
    if not _is_plain(client, fields):
        raise LookupError
    request = _make_request(_ANYWHERE, method, headers=fields, payload=payload)
    if has_cookie:
        request.add_unredirected_header("Cookie", _COOKIE_SLOT)
    body: Any = request.payload or b""
    if isinstance(body, str):
        body = body.encode()
    sent = client._build_request(method, "/", body, request.headers, False).encode("latin-1")
    rest = sent[sent.index(b"\r\n") :]
    if body:
        length = _SENT_LENGTH.search(rest)
        if length is None:
            raise LookupError
        rest = rest[: length.start(1)] + _LENGTH_MARK + rest[length.end(1) :]
    if has_cookie:
        if rest.count(_SENT_COOKIE) != 1:
            raise LookupError
        rest = rest.replace(_COOKIE_SLOT.encode(), _COOKIE_MARK, 1)
    return Head(rest, has_body=bool(body), has_cookie=has_cookie)


def _is_plain(client: HTTPClient, fields: Headers) -> bool:
    """Return whether a head with these fields can be kept: all are text, and none asks for more."""
    is_usual = client.version == HTTPClient.HTTP_11 and client.headers_type is Headers
    goes_by_proxy = client.use_proxy and not client.ssl  # a tunnel to a TLS server shows nothing
    return (
        is_usual
        and not goes_by_proxy
        and not _NOT_PLAIN & {field.lower() for field in fields}
        and all(type(part) is str for field in fields.items() for part in field)
    )
