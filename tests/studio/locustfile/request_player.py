"""RUNS IN A CHILD PROCESS. Walks locustfiles once, and prints what was sent and what was counted.

Each line of its input is a JSON object: `path` of a locustfile, `way` (`locust` or `lane`), and
perhaps `host`, another server than its own; then all tasks are done at once, each by a user of its
own. Each line of its output answers one: `seen`, raw requests as Latin-1; `rows`, name and failure
of each request event; `raised`, what left a task.
Its own server answers by path, as `_ANSWERS` says, and anything else with 200.
"""
# pyright: basic

import gevent.monkey

gevent.monkey.patch_all()

import importlib.util
import inspect
import json
import logging
import ssl
import sys
import warnings
from functools import partial
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parents[3])]

import gevent
from gevent.server import StreamServer
from locust import User
from locust.contrib import fasthttp
from locust.contrib.fasthttp import FastHttpSession
from locust.env import Environment
from locust.exception import RescheduleTask, StopUser

from studio.child.load.lane.fast_lane import FastLaneSession
from studio.child.load.lane.lane_counts import LANE_COUNTS

PAGE = b"""<!doctype html>
<html><head><meta name=version content="7"><title>Shop</title></head>
<body><h1>Blue &amp; <i>white</i></h1>
<script>version: "1.2.3"; path: '\\/a\\/b'; back=%2Fx%20y </script>
<form><input type=hidden name="_csrf" value="t&#x2F;k"><input name=name value='Ada "L" &lt;'></form>
<ul><li data-a="1">one</li><li data-b="2">two</li><li data-c="3">three</li></ul><b>a&amp;b</b>
<a class="page first" href="/x">1</a><a href="/page?p=2" rel="next" class="page">2</a>
<a href="buy/7">Buy <b>now</b></a></body></html>"""
JSON = {
    "order": {"id": "o1"},
    "items": [{"id": "i1", "name": "red", "price": 1.5}, {"id": "i2", "name": "blue"}],
    "count": 7,
}
TOKEN = {"token": "tok-1", "who": "me"}


def _answer(head: bytes, body: bytes, status: bytes = b"200 OK") -> bytes:
    length = b"Content-Length: %d\r\n\r\n" % len(body)
    return b"HTTP/1.1 " + status + b"\r\n" + head + length + body


_HTML = b"Content-Type: text/html; charset=utf-8\r\nSet-Cookie: session=s1; Path=/\r\nX-Tag: t9\r\n"
_JSON = b"Content-Type: application/json\r\n"
_ANSWERS = {
    "/page": _answer(_HTML, PAGE),
    "/json": _answer(_JSON, json.dumps(JSON).encode()),
    "/token": _answer(_JSON, json.dumps(TOKEN).encode()),
    "/missing": _answer(b"", b"Not here", b"404 Not Found"),
    "/redirect": _answer(b"Location: /landed?code=x1\r\n", b"", b"302 Found"),
}


class Recorder:
    """A server that keeps what it is sent."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.seen: list[str] = []
        options: dict[str, Any] = {"ssl_context": tls} if tls else {}
        self._server = StreamServer(("127.0.0.1", 0), self._serve, **options)
        self._server.start()
        self.host = f"http{'s' if tls else ''}://127.0.0.1:{self._server.server_port}"

    def _serve(self, sock: Any, _address: object) -> None:
        waiting = b""
        while True:
            while b"\r\n\r\n" not in waiting:
                more = sock.recv(65536)
                if not more:
                    return
                waiting += more
            head, _, rest = waiting.partition(b"\r\n\r\n")
            length = _length(head)
            while len(rest) < length:
                rest += sock.recv(65536)
            body, waiting = rest[:length], rest[length:]
            self.seen.append((head + b"\r\n\r\n" + body).decode("latin-1"))
            path = head.split(b" ")[1].decode("latin-1").partition("?")[0]
            usual = _answer(b"Content-Type: text/plain\r\n", b"ok")
            answer = _ANSWERS.get(path, usual)
            if head.startswith(b"HEAD"):
                answer = answer[: answer.index(b"\r\n\r\n") + 4]
            sock.sendall(answer)


def _length(head: bytes) -> int:
    for line in head.lower().split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name == b"content-length":
            return int(value)
    return 0


def play(path: Path, way: str, host: str, recorder: Recorder) -> dict[str, Any]:
    """Return what walking the users of a file once has sent and counted."""
    recorder.seen.clear()
    LANE_COUNTS.plain = LANE_COUNTS.handed_over = LANE_COUNTS.passed_by = 0
    fasthttp.FastHttpSession = FastLaneSession if way == "lane" else FastHttpSession
    rows: list[tuple[str, str | None]] = []
    raised: list[str] = []
    for kind in _users(path):
        environment = Environment(user_classes=[kind], host=host)
        environment.events.request.add_listener(
            lambda name, exception, **_: rows.append((name, exception and str(exception)))
        )
        kind.host = host
        if host == recorder.host:
            user = _user(kind, environment)
            for act in (user.on_start, *(partial(it, user) for it in _tasks(kind))):
                _do(act, raised)
        else:
            acts = [partial(it, _user(kind, environment)) for it in _tasks(kind)]
            gevent.joinall([gevent.spawn(_do, act, raised) for act in acts])
    lane = [LANE_COUNTS.plain, LANE_COUNTS.handed_over, LANE_COUNTS.passed_by]
    return {"seen": list(recorder.seen), "rows": rows, "raised": raised, "lane": lane}


def _tasks(kind: Any) -> list[Any]:
    return list(dict.fromkeys(kind.tasks))


def _do(act: Any, raised: list[str]) -> None:
    try:
        act()
    except RescheduleTask:
        pass
    except (Exception, gevent.Timeout) as error:
        raised.append(f"{type(error).__name__}: {error}")


def _user(kind: Any, environment: Environment) -> Any:
    user = kind(environment)
    user.wait = _no_wait
    return user


def _no_wait() -> None:
    raise StopUser


def _users(path: Path) -> list[type[User]]:
    spec: Any = importlib.util.spec_from_file_location("played", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found = [it for it in vars(module).values() if inspect.isclass(it) and issubclass(it, User)]
    return [it for it in found if it.__module__ == "played" and not it.abstract]


def main() -> None:
    logging.disable()
    warnings.simplefilter("ignore")  # of urllib3, about certificates that nobody looks at
    hub: Any = gevent.get_hub()
    hub.exception_stream = None  # a greeting that fails is seen by the client
    if sys.argv[1:]:
        tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH, cafile=f"{sys.argv[1]}/ca.pem")
        tls.load_cert_chain(f"{sys.argv[1]}/server.pem")
        tls.verify_mode = ssl.CERT_OPTIONAL
        recorder = Recorder(tls)
    else:
        recorder = Recorder()
    for line in sys.stdin:
        asked = json.loads(line)
        host = asked.get("host") or recorder.host
        told = play(Path(asked["path"]), asked["way"], host, recorder)
        print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main()
