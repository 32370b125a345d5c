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
from locust.contrib.fasthttp import FastRequest

_KEPT_HEADS = 512
_KEPT_SHELVES = 64
_SENT_LENGTH = re.compile(rb"\r\ncontent-length: (\d+)\r\n", re.IGNORECASE)
_COOKIE_SLOT = "swarmbook-cookie-slot"
_SENT_COOKIE = b"\r\nCookie: swarmbook-cookie-slot\r\n"
_NOT_PLAIN = {"content-length", "transfer-encoding", "expect", "host", "connection", "cookie"}
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


class HeadShelf:
    """The kept heads of one user, shared with all users of its kind."""

    __slots__ = ("_agent", "_client", "_defaults", "_heads")

    def __init__(self, agent: UserAgent) -> None:
        self._agent = agent
        self._client: HTTPClient | None = None
        self._defaults: dict[Any, Any] = {}
        self._heads: dict[Kind, Head] = {}

    def head(
        self,
        client: HTTPClient,
        method: str,
        payload: object,
        headers: dict[str, str],
        *,
        has_cookie: bool,
    ) -> Head | None:
        """Return the head of this kind of request; None if it has one of its own each time.

        Raises:
            TypeError: A header has no plain value.
            ValueError: A header or the method may not be sent.
        """
        agent = self._agent
        if client is not self._client or not dict.__eq__(self._defaults, agent.default_headers):
            self._choose(client)
        kind = (method, payload.__class__, bool(payload), has_cookie, *headers.items())
        known = self._heads.get(kind)
        if known is not None:
            return known
        built = _build(agent, client, method, payload, headers, has_cookie=has_cookie)
        if built is not None:
            if len(self._heads) >= _KEPT_HEADS:
                self._heads.clear()
            self._heads[kind] = built
        return built

    def _choose(self, client: HTTPClient) -> None:
        """Find the heads that go to the same place with the same default headers."""
        self._client = client
        self._defaults = dict(dict.items(self._agent.default_headers))
        fields = tuple(self._defaults.items()), tuple(dict.items(client.default_headers))
        place = (client.host, client.port, client.ssl, *fields)
        if place not in _SHELVES and len(_SHELVES) >= _KEPT_SHELVES:
            _SHELVES.clear()
        self._heads = _SHELVES.setdefault(place, {})


def merged(agent: UserAgent, headers: dict[str, str]) -> Headers:
    """Return the headers of a request together with those of all requests."""
    both = agent.default_headers.copy()
    both.update(headers)
    return both


def _build(
    agent: UserAgent,
    client: HTTPClient,
    method: str,
    payload: Any,
    headers: dict[str, str],
    *,
    has_cookie: bool,
) -> Head | None:
    fields = merged(agent, headers)
    if client.use_proxy or _NOT_PLAIN & {field.lower() for field in fields}:
        return None
    request = _make_request(
        client._base_url_string, method, headers=fields, payload=payload, request_type=FastRequest
    )
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
            return None
        rest = rest[: length.start(1)] + _LENGTH_MARK + rest[length.end(1) :]
    if has_cookie:
        if rest.count(_SENT_COOKIE) != 1:
            return None
        rest = rest.replace(_COOKIE_SLOT.encode(), _COOKIE_MARK, 1)
    return Head(rest, has_body=bool(body), has_cookie=has_cookie)
