"""RUNS IN A CHILD PROCESS. A short way through FastHttpUser for plain answers.

Most of what one request of FastHttpUser costs is spent on building the same head again and on
taking apart a head that holds nothing special. The lane keeps built heads, and reads an answer at
once when it is plain. Anything else is handed over, with the connection and the bytes that have
come, to geventhttpclient, which goes on as if it had read them itself. So redirects, trailers,
early hints, retries and every error are still Locust's code, and the same file gives the same
numbers with and without the lane.

The seam is `FastHttpSession._send_request_safe_mode`. Names, contexts, `catch_response`, `rest()`,
redirect flags, response times and the request event lie above it and are Locust's, unchanged.
"""
# pyright: basic

import re
from time import monotonic
from typing import Any
from urllib.parse import urlencode

from gevent import GreenletExit
from geventhttpclient.client import HTTPClient
from locust.contrib import fasthttp
from locust.contrib.fasthttp import FastHttpSession, FastRequest, FastResponse

from studio.child.load.lane.first_bytes import READ_BYTES, FirstBytes
from studio.child.load.lane.hand_over import BrokenSocket, HandOver, LaneAgent, LaneRequest
from studio.child.load.lane.kept_cookies import CountingJar, KeptCookies
from studio.child.load.lane.kept_heads import HeadShelf
from studio.child.load.lane.lane_counts import LANE_COUNTS
from studio.child.load.lane.plain_answer import (
    LONGEST_BYTES,
    Answer,
    AnswerHead,
    Chunks,
    answer_head,
    join_chunks,
)

_ENOUGH_S = 1e-6
_KEPT_ADDRESSES = 256
_SIMPLE_URI = re.compile(r"(?:/[A-Za-z0-9_-]+)*/?(?:\?[A-Za-z0-9_=&-]*[A-Za-z0-9_=&-])?")
_TARGET = re.compile(r"/(?!/)[!-~]*")
_OPTIONS = 2
"""Payload and headers are always there; any other option takes Locust's own way."""


class FastLaneSession(FastHttpSession):
    """Locust's session for FastHttpUser, with the lane under it."""

    client: Any  # a LaneAgent, made of the LocustUserAgent that is there already
    cookiejar: Any  # and a CountingJar

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.client.__class__ = LaneAgent
        self.cookiejar.__class__ = CountingJar
        self._cookies = KeptCookies(self.cookiejar)
        self._addresses: dict[str, tuple[HTTPClient, str]] = {}
        self._site: HTTPClient | None = None
        self._shelf = HeadShelf(self.client)
        self._first_bytes = FirstBytes()
        self._streaming = False

    def request(self, method: str, url: str, *args: Any, **options: Any) -> Any:
        """Send a request, as Locust documents it."""
        self._streaming = bool(args) or bool(options.get("stream"))
        return super().request(method, url, *args, **options)

    def _send_request_safe_mode(self, method: str, url: str, **options: Any) -> FastResponse:
        agent = self.client
        payload, headers = options["payload"], options["headers"]
        jar = agent.cookiejar
        if (
            self._streaming
            or len(options) != _OPTIONS
            or method == "HEAD"
            or not method.isupper()
            or jar is not self._cookies._jar
            or (payload and not isinstance(payload, (str, bytes, dict)))
        ):
            return self._pass_by(method, url, options)
        try:
            client, uri = self._address(url)
            cookie = self._cookies.of(client, url, uri) if jar.version else None
            head = self._shelf.head(client, method, payload, headers, has_cookie=cookie is not None)
        except (TypeError, ValueError, LookupError):
            return self._pass_by(method, url, options)
        if head is None:
            return self._pass_by(method, url, options)
        wire = f"{method} {uri} HTTP/1.1".encode("latin-1")
        if not head.has_body:
            wire += head.text if cookie is None else head.filled(0, cookie)
        else:
            body: Any = payload
            if isinstance(payload, dict):
                body = urlencode(payload).encode()
            elif isinstance(payload, str):
                body = payload.encode()
            wire += head.filled(len(body), cookie) + body
        return self._exchange(client, wire, method, url, options, cookie)

    def _pass_by(self, method: str, url: str, options: dict[str, Any]) -> FastResponse:
        LANE_COUNTS.passed_by += 1
        return super()._send_request_safe_mode(method, url, **options)

    def _exchange(
        self,
        client: HTTPClient,
        wire: bytes,
        method: str,
        url: str,
        options: dict[str, Any],
        cookie: str | None,
    ) -> FastResponse:
        agent, pool = self.client, client._connection_pool
        started_s = monotonic()
        try:
            sock = pool.get_socket()
        except Exception as error:  # noqa: BLE001  # the pool has given its place back
            return self._hand_over(HandOver(client, None, b"", error), method, url, options)
        pieces: list[bytes] = []
        try:
            found = self._ask(sock, wire, pieces)
        except GreenletExit:
            pool.release_socket(sock)
            raise
        except BaseException as error:  # noqa: BLE001  # a deadline of the locustfile, too
            taken = _interrupted(client, sock, b"".join(pieces), error)
            return self._hand_over(taken, method, url, options)
        if found is None:
            taken = HandOver(client, sock, b"".join(pieces), None)
            return self._hand_over(taken, method, url, options)
        pool.return_socket(sock)
        LANE_COUNTS.plain += 1
        head, body = found
        answer = Answer(method, head.code, head.own_headers(), body if head.is_encoded else b"")
        request = LaneRequest(url, method, agent, options["headers"], options["payload"], cookie)
        response = agent.response_type(answer, request=request)
        response._elapsed = monotonic() - started_s
        if not head.is_encoded:
            response._cached_content = body
        if head.sets_cookies:
            agent.cookiejar.extract_cookies(response, request)
        return response

    def _ask(self, sock: Any, wire: bytes, pieces: list[bytes]) -> tuple[AnswerHead, bytes] | None:
        """Send a request; return its answer, or None if it is not plain; `pieces` is what came."""
        if (sent := sock.send(wire)) < len(wire):
            sock.sendall(wire[sent:])
        received = self._first_bytes.receive(sock)
        pieces.append(received)
        body_at = received.find(b"\r\n\r\n") + 4
        head = answer_head(received[:body_at])
        if head is None or head.code not in self.client.valid_response_codes:
            return None
        if len(received) == body_at + head.length:
            return head, received[body_at:]
        body = _read_body(sock, pieces, body_at, head.length)
        return None if body is None else (head, body)

    def _hand_over(
        self, taken: HandOver, method: str, url: str, options: dict[str, Any]
    ) -> FastResponse:
        LANE_COUNTS.handed_over += 1
        self.client.under_way = taken
        return super()._send_request_safe_mode(method, url, **options)

    def _address(self, url: str) -> tuple[HTTPClient, str]:
        """Return the client for an address and what its request line names.

        Raises:
            ValueError: It has to be looked at more closely.
        """
        known = self._addresses.get(url)
        if known is not None:
            return known
        base = self.base_url
        if self._site is not None and base and url.startswith(base):
            uri = url[len(base) :]
            if uri[:1] == "/" and _SIMPLE_URI.fullmatch(uri):
                return self._site, uri
        split = FastRequest(url, headers=None).url_split
        client = self.client.clientpool.get_client(split)
        uri = split.quoted_uri
        if not _TARGET.fullmatch(uri):
            raise ValueError(url)
        if base and url.startswith(base + "/") and "/" not in base.partition("//")[2]:
            self._site = client
        if len(self._addresses) >= _KEPT_ADDRESSES:
            self._addresses.clear()
        self._addresses[url] = client, uri
        return client, uri


def _interrupted(client: HTTPClient, sock: Any, received: bytes, error: BaseException) -> HandOver:
    """Return what Locust's way is to go on with after an error; it says the same of it."""
    if isinstance(error, (ConnectionResetError, BrokenPipeError)):
        rest = BrokenSocket(sock, error) if received else sock
        return HandOver(client, rest, received, None)
    if isinstance(error, TimeoutError) and received:
        sock.settimeout(_ENOUGH_S)  # it has waited; the next read says so at once
        return HandOver(client, sock, received, None)
    client._connection_pool.release_socket(sock)
    return HandOver(client, None, b"", error)


def _read_body(sock: Any, pieces: list[bytes], body_at: int, length: int) -> bytes | None:
    """Read the rest of an answer into `pieces`; return its body, or None if it is not plain."""
    if length < 0:
        return _read_chunks(sock, pieces, body_at)
    missing = length + body_at - len(pieces[0])
    if length > LONGEST_BYTES:
        return None
    while missing > 0:
        more = sock.recv(min(missing, READ_BYTES))
        pieces.append(more)
        if not more:
            return None
        missing -= len(more)
    return None if missing else b"".join(pieces)[body_at:]


def _read_chunks(sock: Any, pieces: list[bytes], body_at: int) -> bytes | None:
    while (found := join_chunks(b"".join(pieces)[body_at:])) is Chunks.UNFINISHED:
        more = sock.recv(READ_BYTES)
        pieces.append(more)
        if not more or len(pieces) * READ_BYTES > LONGEST_BYTES:
            return None
    return found if isinstance(found, bytes) else None


def install() -> None:
    """Put the lane under every FastHttpUser of this process."""
    fasthttp.FastHttpSession = FastLaneSession
