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

from time import monotonic
from typing import Any
from urllib.parse import urlencode

from gevent import GreenletExit
from geventhttpclient.client import HTTPClient
from locust.contrib import fasthttp
from locust.contrib.fasthttp import FastHttpSession, FastResponse

from studio.child.load.lane.first_bytes import FirstBytes
from studio.child.load.lane.hand_over import HandOver, LaneAgent, interrupted
from studio.child.load.lane.kept_cookies import CountingJar, KeptCookies
from studio.child.load.lane.kept_heads import Head, HeadShelf
from studio.child.load.lane.lane_counts import LANE_COUNTS
from studio.child.load.lane.late_request import LateRequest
from studio.child.load.lane.places import place_of
from studio.child.load.lane.plain_answer import Answer, AnswerHead, answer_head
from studio.child.load.lane.plain_body import read_body
from studio.child.load.lane.replay import Replay
from studio.child.load.lane.seams import AgentWatch, is_untouched

_OPTIONS = 2
"""Payload and headers are always there; any other option takes Locust's own way."""

_UNUSUAL = "swarmbook_unusual"
"""Passes through Locust's `request` what it tells nobody: the answer may have to be streamed."""


class FastLaneSession(FastHttpSession):
    """Locust's session for FastHttpUser, with the lane under it."""

    client: Any
    cookiejar: Any

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._watch = AgentWatch(self.client)
        self._is_open = is_untouched(self.client, self.cookiejar)
        if self._is_open:
            self.client.__class__ = LaneAgent
            self.cookiejar.__class__ = CountingJar
            self._cookies = KeptCookies(self.cookiejar)
            self._shelf = HeadShelf(self.client)
            self._first_bytes = FirstBytes()

    def request(self, method: str, url: str, *args: Any, **options: Any) -> Any:
        """Send a request, as Locust documents it."""
        if args or options.get("stream"):
            options[_UNUSUAL] = True
        return super().request(method, url, *args, **options)

    def _send_request_safe_mode(self, method: str, url: str, **options: Any) -> FastResponse:
        if len(options) != _OPTIONS or not self._is_open or not method.isupper():
            return self._pass_by(method, url, options)
        agent = self.client
        payload, headers = options["payload"], options["headers"]
        if method == "HEAD" or (payload and not isinstance(payload, (str, bytes, dict))):
            return self._pass_by(method, url, options)
        try:
            self._watch.look()
            client, uri = place_of(agent.clientpool, self.base_url, url)
            cookie = self._cookies.of(agent.cookiejar, client, url, uri)
            head = self._shelf.head(client, method, payload, headers, has_cookie=cookie is not None)
            wire = f"{method} {uri} HTTP/1.1".encode("latin-1") + _filled(head, payload, cookie)
        except (TypeError, ValueError, LookupError, AttributeError):
            return self._pass_by(method, url, options)
        return self._exchange(client, wire, method, url, options, cookie)

    def _pass_by(self, method: str, url: str, options: dict[str, Any]) -> FastResponse:
        LANE_COUNTS.passed_by += 1
        options.pop(_UNUSUAL, None)
        return super()._send_request_safe_mode(method, url, **options)

    def _hand_over(
        self, taken: HandOver, method: str, url: str, options: dict[str, Any]
    ) -> FastResponse:
        LANE_COUNTS.handed_over += 1
        self.client.under_way = taken
        try:
            return super()._send_request_safe_mode(method, url, **options)
        finally:
            self.client.under_way = None

    def _exchange(
        self,
        client: HTTPClient,
        wire: bytes,
        method: str,
        url: str,
        options: dict[str, Any],
        cookie: str | None,
    ) -> FastResponse:
        started_s, pool = monotonic(), client._connection_pool
        pieces: list[bytes] = []
        sock: Any = None
        has_sent = False
        try:
            sock = pool.get_socket()
            if sock.__class__ is Replay:
                sock = sock.itself()
            if (sent := sock.send(wire)) < len(wire):
                sock.sendall(wire[sent:])
            has_sent = True
            found = self._receive(sock, pieces)
        except GreenletExit:
            if sock is not None:
                pool.release_socket(sock)
            raise
        except BaseException as error:  # noqa: BLE001  # a deadline of the locustfile, too
            taken = interrupted(client, sock, pieces, error, has_sent=has_sent)
            return self._hand_over(taken, method, url, options)
        if found is None:
            taken = HandOver(client, Replay(sock, pieces))
            return self._hand_over(taken, method, url, options)
        pool.return_socket(sock)
        LANE_COUNTS.plain += 1
        response = self._answered(found, method, url, options, cookie)
        response._elapsed = monotonic() - started_s
        return response

    def _receive(self, sock: Any, pieces: list[bytes]) -> tuple[AnswerHead, bytes] | None:
        """Return an answer that is plain, or None; `pieces` is what came."""
        received = self._first_bytes.receive(sock)
        pieces.append(received)
        body_at = received.find(b"\r\n\r\n") + 4
        head = answer_head(received[:body_at])
        if head is None or head.code not in self.client.valid_response_codes:
            return None
        if len(received) == body_at + head.length:
            return head, received[body_at:]
        body = read_body(sock, pieces, body_at, head.length)
        return None if body is None else (head, body)

    def _answered(
        self,
        found: tuple[AnswerHead, bytes],
        method: str,
        url: str,
        options: dict[str, Any],
        cookie: str | None,
    ) -> FastResponse:
        """Return a plain answer as Locust returns it."""
        head, body = found
        agent = self.client
        answer = Answer(method, head.code, head.own_headers(), body if head.is_encoded else b"")
        payload = options["payload"]
        if payload.__class__ is dict:  # the user's own, which it may fill in anew
            payload = payload.copy()
        request = LateRequest(
            url, method, self._shelf.defaults, options["headers"], payload, cookie
        )
        response = agent.response_type(answer, request=request)
        if not head.is_encoded:
            response._cached_content = body
        if head.sets_cookies:
            agent.cookiejar.extract_cookies(response, request)
        return response


def _filled(head: Head, payload: Any, cookie: str | None) -> bytes:
    """Return all that follows the request line."""
    if not head.has_body:
        return head.text if cookie is None else head.filled(0, cookie)
    if isinstance(payload, dict):
        payload = urlencode(payload)
    body = payload.encode() if isinstance(payload, str) else payload
    return head.filled(len(body), cookie) + body


def install() -> None:
    """Put the lane under every FastHttpUser of this process."""
    fasthttp.FastHttpSession = FastLaneSession
