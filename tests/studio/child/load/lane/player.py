"""RUNS IN A CHILD PROCESS. Plays the same to FastHttpUser with and without the lane.

    python player.py cases CERTIFICATE     prints a JSON object: case → what was seen both ways
    python player.py random EXAMPLES       ends with a traceback at the first difference

A raw server on loopback plays a list of answers and keeps what it was sent. Bytes on the wire,
connections, outcome, headers, body, cookies and the reported event must be the same.
"""
# pyright: basic

import gevent.monkey

gevent.monkey.patch_all()

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import gevent
from gevent.server import StreamServer
from locust.contrib.fasthttp import FastHttpSession, FastResponse, LocustBadStatusCode
from locust.event import EventHook

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[5])]

from cases import CASES, HANGS_UP_AFTER_LAST, HANGS_UP_WHEN_SILENT, NEVER, PAUSE
from studio.child.load import liveness
from studio.child.load.lane.fast_lane import FastLaneSession

Act = Callable[[Any], Any]
BOUNDARY = re.compile("[0-9a-f]{32}")


class CountedResponse(FastResponse):
    """What generated files count by."""

    def raise_for_status(self) -> None:
        super().raise_for_status()
        if self.status_code >= 400:
            raise LocustBadStatusCode(self.url, code=self.status_code)


class Stage:
    """A server that plays answers, and what it saw."""

    def __init__(self, answers: list[bytes], name: str, certificate: str | None) -> None:
        self.seen: list[object] = []
        self._queue = list(answers)
        self._name = name
        tls: Any = {"certfile": certificate} if certificate else {}
        self._server = StreamServer(("127.0.0.1", 0), self._serve, **tls)
        self._server.set_handle(self._safely)
        self._server.start()
        self.host = f"http{'s' if certificate else ''}://127.0.0.1:{self._server.server_port}"

    def close(self) -> None:
        gevent.sleep(0.01)
        self._server.stop()

    def shown(self, thing: object) -> str:
        text = str(thing).replace(str(self._server.server_port), "PORT")
        return BOUNDARY.sub("BOUNDARY", text)

    def _safely(self, sock: Any, address: object) -> None:
        try:
            self._serve(sock, address)
        except OSError:
            pass  # the client has gone; what it saw of that is compared
        finally:
            sock.close()

    def _serve(self, sock: Any, _address: object) -> None:
        self.seen.append("connected")
        while data := sock.recv(65536):
            while b"\r\n\r\n" in data and _wants_more(data):
                data += sock.recv(65536)
            self.seen.append(data if len(data) < 9999 else (data[:999], len(data)))
            if not self._queue:
                return
            answer = self._queue.pop(0)
            for part in answer.split(PAUSE):
                sock.sendall(b"" if part == NEVER else part)
                gevent.sleep(1 if part == NEVER else 0.002 if part else 0)
            if not answer and self._name in HANGS_UP_WHEN_SILENT:
                return
            if not self._queue and self._name in HANGS_UP_AFTER_LAST:
                return


def _wants_more(data: bytes) -> bool:
    head, _, body = data.partition(b"\r\n\r\n")
    lines = head.lower().split(b"\r\n")
    if b"expect: 100-continue" in lines:
        return False
    length = next((int(x[15:]) for x in lines if x.startswith(b"content-length:")), 0)
    return len(body) < length


def play(
    kind: type, answers: list[bytes], act: Act, name: str, certificate: str | None, *, counted: bool
) -> list[str]:
    """Return everything that can be seen from outside of what `act` does against `answers`."""
    stage = Stage(answers, name, certificate)
    event = EventHook()
    event.add_listener(lambda **meta: stage.seen.append(_told(meta)))
    options = {"network_timeout": 0.4, "connection_timeout": 1, "concurrency": 1}
    client = kind(stage.host, event, None, insecure=bool(certificate), **options)
    if counted:
        client.client.valid_response_codes = range(600)
        client.client.response_type = CountedResponse
    try:
        result = act(client)
        stage.seen += map(_shown, result if isinstance(result, list) else [result])
    except (Exception, gevent.Timeout) as error:
        stage.seen.append(("raised", type(error).__name__, str(error)))
    stage.seen.append(sorted((c.name, c.value, c.path) for c in client.cookiejar))
    stage.close()
    return [stage.shown(each) for each in stage.seen]


def _told(meta: dict[str, Any]) -> tuple[object, ...]:
    error = meta["exception"]
    told = (meta["request_type"], meta["name"], meta["response_length"], meta["url"])
    return (*told, type(error).__name__, str(error))


def _shown(response: Any) -> object:
    if not isinstance(response, FastResponse):
        return response
    headers = sorted(response.headers.items()) if response.headers else None
    text = response.text
    shown = response.content if not text or len(text) < 9999 else len(text)
    history = [each.status_code for each in getattr(response, "history", ())]
    return (response.status_code, headers, shown, response.ok, response.url, history)


def main() -> None:
    match sys.argv[1:]:
        case ["cases", certificate]:
            ways = {"plain": {}, "counted": {"counted": True}, "tls": {"certificate": certificate}}
            seen = {
                f"{name}, {way}": [
                    play(kind, *case, name, **{"certificate": None, "counted": False} | options)
                    for kind in (FastHttpSession, FastLaneSession)
                ]
                for way, options in ways.items()
                for name, case in CASES.items()
            }
            print(json.dumps(seen))
        case ["random", examples]:
            from random_answers import compare  # noqa: PLC0415

            compare(int(examples), play)


liveness.install()
main()
