"""RUNS IN A CHILD PROCESS. The ways to a server: in the clear or by TLS, straight or by a proxy."""
# pyright: basic

import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from geventhttpclient.client import HTTPClientPool
from locust.contrib import fasthttp
from locust.event import EventHook
from stage import Stage, Tunnel

from studio.locustfile import preamble

Kind = type
TIMES: dict[str, Any] = {"network_timeout": 0.4, "connection_timeout": 1.0}


@dataclass
class Scene:
    """A client that stands before a stage."""

    stage: Stage
    client: Any
    others: list[Any] = field(default_factory=list)

    def close(self) -> None:
        """Take everything down."""
        for each in (*self.others, self.stage):
            each.close()


Door = Callable[[Kind, list[bytes]], Scene]


AS_IT_CAME = fasthttp.FAILURE_EXCEPTIONS


def exported_functions(within_s: str) -> dict[str, Any]:
    """Return what an exported file makes its clients dependable with."""
    names: dict[str, Any] = {"__name__": "exported"}
    head = "import gevent\nfrom locust.contrib.fasthttp import FastResponse, LocustBadStatusCode\n"
    parts = (preamble.no_answer_error(within_s), preamble.COUNTED_RESPONSE)
    exec(head + "\n".join((*parts, preamble.make_dependable(within_s))), names)  # noqa: S102
    return names


MAKE_DEPENDABLE = exported_functions("30")["make_dependable"]


def _client(kind: Kind, stage: Stage, host: str, **options: Any) -> Any:
    event = EventHook()
    event.add_listener(lambda **meta: stage.see(told(meta)))
    options = {"insecure": False, "concurrency": 1, **TIMES, **options}
    return kind(host, event, None, **options)


def told(meta: dict[str, Any]) -> tuple[object, ...]:
    """Return what a request event tells, but for times."""
    error = meta["exception"]
    known = (meta["request_type"], meta["name"], meta["response_length"], meta["url"])
    return (*known, meta["context"], type(error).__name__, str(error))


def count_every_failure(*, as_exported: bool) -> None:
    """Do to Locust's client, for all users, what an exported file does; or undo it."""
    fasthttp.FAILURE_EXCEPTIONS = AS_IT_CAME
    if as_exported:
        exec(preamble.EVERY_FAILURE, {"fasthttp": fasthttp})  # noqa: S102


def plain(kind: Kind, answers: list[bytes]) -> Scene:
    """Go straight and in the clear."""
    stage = Stage(answers)
    return Scene(stage, _client(kind, stage, f"http://127.0.0.1:{stage.port}"))


def exported(kind: Kind, answers: list[bytes]) -> Scene:
    """Go as an exported file does."""
    scene = plain(kind, answers)
    MAKE_DEPENDABLE(scene.client)
    return scene


def ipv6(kind: Kind, answers: list[bytes]) -> Scene:
    """Go to an address of version 6."""
    stage = Stage(answers, address="::1")
    return Scene(stage, _client(kind, stage, f"http://[::1]:{stage.port}"))


def crowded(kind: Kind, answers: list[bytes]) -> Scene:
    """Go by connections that belong to several users."""
    stage = Stage(answers)
    pool = HTTPClientPool(concurrency=1, **TIMES)
    return Scene(stage, _client(kind, stage, f"http://127.0.0.1:{stage.port}", client_pool=pool))


def proxy(kind: Kind, answers: list[bytes]) -> Scene:
    """Go through a proxy in the clear."""
    stage = Stage(answers)
    by = {"proxy_host": "127.0.0.1", "proxy_port": stage.port}
    return Scene(stage, _client(kind, stage, "http://shop.test", **by))


def old(kind: Kind, answers: list[bytes]) -> Scene:
    """Speak HTTP/1.0."""
    stage = Stage(answers)
    pool = HTTPClientPool(concurrency=1, version="HTTP/1.0", **TIMES)
    return Scene(stage, _client(kind, stage, f"http://127.0.0.1:{stage.port}", client_pool=pool))


class Certificates:
    """Doors that need certificates; `folder` holds `server.pem`, `client.pem` and `ca.pem`."""

    def __init__(self, folder: Path) -> None:
        self._server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._server.load_cert_chain(folder / "server.pem")
        self._asking = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._asking.load_cert_chain(folder / "server.pem")
        self._asking.load_verify_locations(folder / "ca.pem")
        self._asking.verify_mode = ssl.CERT_REQUIRED
        self._trusting = ssl.create_default_context(cafile=folder / "ca.pem")
        self._known = ssl.create_default_context(cafile=folder / "ca.pem")
        self._known.load_cert_chain(folder / "client.pem")

    def doors(self) -> Iterator[tuple[str, Door]]:
        """Yield all of them with their names."""
        yield "tls", self._door(self._trusting)
        yield "tls, unverified", self._door(None, insecure=True)
        yield "tls, not trusted", self._door(None)
        yield "tls by another name", self._door(self._trusting, name="127.0.0.2")
        yield "tls by a name", self._door(self._trusting, name="localhost")
        yield "tls, known", self._door(self._known, server=self._asking)
        yield "tls, not known", self._door(self._trusting, server=self._asking)
        yield "tls through a tunnel", self._tunnel

    def _door(
        self,
        context: ssl.SSLContext | None,
        *,
        server: ssl.SSLContext | None = None,
        name: str = "127.0.0.1",
        insecure: bool = False,
    ) -> Door:
        def door(kind: Kind, answers: list[bytes]) -> Scene:
            stage = Stage(answers, tls=server or self._server, address="0.0.0.0")  # noqa: S104
            options: dict[str, Any] = {"insecure": insecure}
            if context is not None:
                options["ssl_context_factory"] = _factory(context)
            return Scene(stage, _client(kind, stage, f"https://{name}:{stage.port}", **options))

        return door

    def _tunnel(self, kind: Kind, answers: list[bytes]) -> Scene:
        stage = Stage(answers, tls=self._server)
        tunnel = Tunnel(stage)
        by = {"proxy_host": "127.0.0.1", "proxy_port": tunnel.port}
        factory = _factory(self._trusting)
        client = _client(kind, stage, "https://127.0.0.1:4711", ssl_context_factory=factory, **by)
        return Scene(stage, client, [tunnel])


def _factory(context: ssl.SSLContext) -> Callable[..., ssl.SSLContext]:
    def factory(cafile: str | None = None) -> ssl.SSLContext:  # noqa: ARG001
        return context

    return factory


@contextmanager
def deaf_port() -> Iterator[int]:
    """Yield a port whose connections are never made: as many as it can hold wait already."""
    import socket  # noqa: PLC0415

    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        waiting = [socket.socket() for _ in range(3)]
        for each in waiting:
            each.setblocking(False)
            each.connect_ex(listener.getsockname())
        yield listener.getsockname()[1]
        for each in waiting:
            each.close()
