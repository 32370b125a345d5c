"""RUNS IN A CHILD PROCESS. Where no server answers at all: what comes of it is compared, too."""
# pyright: basic

from collections.abc import Callable
from typing import Any

import doors
import gevent
from doors import deaf_port
from gevent.server import StreamServer
from locust.event import EventHook

Corner = Callable[[type], list[str]]
SHORT: dict[str, Any] = {"network_timeout": 0.3, "connection_timeout": 0.3, "concurrency": 1}


class NoAnswerError(OSError):
    """As an exported file has it."""


def _told(kind: type, host: str, act: Callable[[Any], Any], **options: Any) -> list[str]:
    seen: list[object] = []
    event = EventHook()
    event.add_listener(lambda **meta: seen.append(doors.told(meta)))
    client: Any = kind(host, event, None, **SHORT, **options)
    for _ in range(2):  # what it left behind must not matter
        try:
            response = act(client)
            seen.append((response.status_code, type(response.error).__name__, response.headers))
        except (Exception, gevent.Timeout) as error:
            seen.append(("raised", type(error).__name__, str(error)))
    port = host.rpartition(":")[2]
    return [str(each).replace(port, "PORT") for each in seen]


def _within(error: BaseException | None, method: str = "GET", **options: Any) -> Any:
    def act(client: Any) -> Any:
        with gevent.Timeout(0.1, error):
            return client.request(method, "/a", **options)

    return act


def _deaf(act: Callable[[Any], Any]) -> Corner:
    def corner(kind: type) -> list[str]:
        with deaf_port() as port:
            return _told(kind, f"http://127.0.0.1:{port}", act)

    return corner


def _mute(act: Callable[[Any], Any], scheme: str = "http") -> Corner:
    """Meet a server that takes connections, and neither reads nor writes."""

    def corner(kind: type) -> list[str]:
        server = StreamServer(("127.0.0.1", 0), lambda *_: gevent.sleep(1))
        server.start()
        told = _told(kind, f"{scheme}://127.0.0.1:{server.server_port}", act, insecure=True)
        server.stop(0)
        return told

    return corner


def _nowhere(host: str) -> Corner:
    return lambda kind: _told(kind, host, lambda client: client.get("/a"))


GET = _within(None, "GET")
FLOOD = {"method": "POST", "data": b"x" * 20_000_000}

CORNERS: dict[str, Corner] = {
    "nobody there": _nowhere("http://127.0.0.1:9"),
    "no such name": _nowhere("http://nowhere.invalid:80"),
    "no port": _nowhere("http://127.0.0.1:0"),
    "port beyond all": _nowhere("http://127.0.0.1:99999"),
    "no scheme": _nowhere("ftp://127.0.0.1:9"),
    "connection times out": _deaf(lambda client: client.get("/a")),
    "given up while connecting": _deaf(GET),
    "given up while connecting, by an error": _deaf(_within(NoAnswerError("late"))),
    "post given up while connecting": _deaf(_within(None, "POST")),
    "tls greeting times out": _mute(lambda client: client.get("/a"), "https"),
    "given up amid a tls greeting": _mute(GET, "https"),
    "answer times out": _mute(lambda client: client.get("/a")),
    "answer to post times out": _mute(lambda client: client.post("/a")),
    "sending times out": _mute(lambda client: client.post("/a", data=b"x" * 20_000_000)),
    "given up while sending, by an error": _mute(_within(NoAnswerError("late"), **FLOOD)),
}
