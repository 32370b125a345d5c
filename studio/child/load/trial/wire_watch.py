"""RUNS IN A CHILD PROCESS. What both of Locust's clients really send, and when its answer began.

Each redirect is a hop of its own. Watched is where a client hands over to the wire, so headers that
it adds itself are seen, too.
"""
# pyright: basic

import http.client
from collections.abc import Callable
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

from locust.contrib.fasthttp import LocustUserAgent
from requests.adapters import HTTPAdapter


@dataclass(slots=True)
class RawHop:
    """One request on the wire, as its client has it; unredacted."""

    method: str
    address: str
    headers: list[tuple[str, str]]
    payload: Any
    began_s: float = field(default_factory=perf_counter)
    status: int = 0
    answer_headers: list[tuple[str, str]] = field(default_factory=list)
    head_ms: float | None = None

    def answered(self, status: int, headers: list[tuple[str, str]]) -> None:
        """Note that the head of its answer is there."""
        self.head_ms = (perf_counter() - self.began_s) * 1000
        self.status, self.answer_headers = status, headers


class WireWatch:
    """Watches the wire of the one user there is."""

    def __init__(self, note: Callable[[RawHop], None]) -> None:
        self._note = note
        self._hop: RawHop | None = None

    def install(self) -> None:
        """Stand between clients and the wire, for the rest of this process's life."""
        fast: Any = LocustUserAgent
        adapter: Any = HTTPAdapter
        connection: Any = http.client.HTTPConnection
        fast._urlopen = self._watch_fast(fast._urlopen)
        adapter.send = self._watch_adapter(adapter.send)
        connection._send_output = self._watch_head(connection._send_output)

    def _watch_fast(self, send: Callable[..., Any]) -> Callable[..., Any]:
        def watched(agent: Any, request: Any) -> Any:
            url = request.url_split
            hop = RawHop(request.method, str(request.url), _pairs(request.headers), request.payload)
            self._note(hop)
            response = send(agent, request)
            hop.answered(response.status_code, _pairs(response.headers))
            head = response._sent_request or ""
            if head:
                line, hop.headers = _read_head(head)
                hop.address = f"{url.scheme}://{url.netloc}{line}"
            return response

        return watched

    def _watch_adapter(self, send: Callable[..., Any]) -> Callable[..., Any]:
        def watched(adapter: Any, request: Any, *args: Any, **options: Any) -> Any:
            hop = RawHop(request.method, request.url, _pairs(request.headers), request.body)
            self._hop = hop
            self._note(hop)
            response = send(adapter, request, *args, **options)
            hop.answered(response.status_code, _pairs(response.headers))
            return response

        return watched

    def _watch_head(self, send: Callable[..., Any]) -> Callable[..., Any]:
        def watched(connection: Any, *args: Any, **options: Any) -> Any:
            if self._hop is not None and connection._buffer:
                head = b"\r\n".join(connection._buffer).decode("latin-1")
                self._hop.headers = _read_head(head)[1]
                self._hop = None
            return send(connection, *args, **options)

        return watched


def _read_head(head: str) -> tuple[str, list[tuple[str, str]]]:
    """Return the address in a request's head as it was sent, and its headers."""
    first, *lines = head.split("\r\n\r\n", maxsplit=1)[0].split("\r\n")
    pairs = [line.partition(":") for line in lines if ":" in line]
    words = first.split(" ")
    return words[1] if len(words) > 1 else "", [(name, value.strip()) for name, _, value in pairs]


def _pairs(headers: Any) -> list[tuple[str, str]]:
    return [(str(name), str(value)) for name, value in headers.items()] if headers else []
