"""Somebody who reaches a master's port and speaks as one of its workers would."""
# pyright: basic

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import msgpack
import zmq


class Stranger:
    """Knows Locust's language, and nothing of the run."""

    def __init__(self, socket: zmq.Socket, name: str) -> None:
        self._socket = socket
        self._name = name

    def say(self, kind: str, data: object) -> None:
        """Send one message of Locust's."""
        self.throw(msgpack.packb((kind, data, self._name)))

    def throw(self, rubbish: Any) -> None:  # noqa: ANN401
        """Send any bytes."""
        self._socket.send(rubbish)

    def report(self, worker: str) -> None:
        """Send a forged report of a worker."""
        forged = {"worker": worker, "number": 0, "payload": b"\x80", "seal": b"\0" * 32}
        lies = {"stats": [], "stats_total": {}, "errors": {}, "user_classes_count": {"Visitor": 99}}
        self.say("stats", {**lies, "swarmbook": forged})

    @property
    def was_answered(self) -> bool:
        """Whether anything at all came back."""
        return bool(self._socket.poll(0))


@contextmanager
def stranger(port: int, name: str) -> Generator[Stranger]:
    """Connect to a master under a name."""
    with zmq.Context() as context, context.socket(zmq.DEALER) as socket:
        socket.setsockopt(zmq.IDENTITY, name.encode())
        socket.setsockopt(zmq.LINGER, 0)
        socket.connect(f"tcp://127.0.0.1:{port}")
        yield Stranger(socket, name)
