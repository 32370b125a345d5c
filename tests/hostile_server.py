"""A web server on loopback that misbehaves on request.

`GET /reset` is answered with a reset, `GET /gzip_bomb` with a bomb, and so on through `Fault`. The
server counts what it was asked and what it sent, so that a test can say not only that a client
survived but also that it stopped reading, did not retry, and never went where it must not go.

In a test:

    with HostileServer(pace_s=0.02) as server:
        client.get(server.url(Fault.SLOW_BODY))

As a child, for clients that patch the interpreter: `python -m tests.hostile_server` prints one JSON
line with its addresses and ends when its stdin is closed.
"""

import json
import socket
import struct
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from threading import Event, Lock, Thread
from types import TracebackType
from typing import Self

from tests.hostile_answers import Act, Fault, Pause, Request, script

_TICK_S = 0.05
"""How soon a thread that waits for the network notices that the server stops."""

_LARGEST_HEAD_BYTES = 1 << 16


class HostileServer:
    """Serves faults until its `with` block ends; every request has a thread of its own."""

    def __init__(self, *, pace_s: float = 0.5, flood_bytes: int = 300 << 20) -> None:
        """Bind two loopback ports.

        Args:
            pace_s: How long a slow answer waits between two bytes.
            flood_bytes: Size of a huge body, and of what a gzip bomb expands to.
        """
        self._pace_s = pace_s
        self._flood_bytes = flood_bytes
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        self._elsewhere = socket.create_server(("127.0.0.1", 0))
        self._stopping = Event()
        self._lock = Lock()
        self._asked: Counter[Fault] = Counter()
        self._sent: Counter[Fault] = Counter()
        self._strays = 0
        self._threads = [
            Thread(target=self._accept, args=(self._listener, self._serve)),
            Thread(target=self._accept, args=(self._elsewhere, self._count_stray)),
        ]

    @property
    def home(self) -> str:
        """Base address of the server."""
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    @property
    def elsewhere(self) -> str:
        """Base address of a place no client was allowed to go to."""
        return f"http://127.0.0.1:{self._elsewhere.getsockname()[1]}"

    @property
    def strays(self) -> int:
        """How many connections were made to `elsewhere`."""
        return self._strays

    def url(self, fault: Fault) -> str:
        """Return the address that answers with `fault`."""
        return f"{self.home}/{fault}"

    def asked(self, fault: Fault) -> int:
        """Return how many requests asked for `fault`."""
        with self._lock:
            return self._asked[fault]

    def sent_bytes(self, fault: Fault) -> int:
        """Return how many bytes have left in answer to `fault`, headers included."""
        with self._lock:
            return self._sent[fault]

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stopping.set()
        for thread in self._threads:
            thread.join()
        self._listener.close()
        self._elsewhere.close()

    def _accept(self, listener: socket.socket, serve: Callable[[socket.socket], None]) -> None:
        """Start a thread for each connection, and wait for them all in the end."""
        listener.settimeout(_TICK_S)
        serving: list[Thread] = []
        while not self._stopping.is_set():
            with suppress(TimeoutError):
                connection, _ = listener.accept()
                connection.settimeout(_TICK_S)
                serving = [thread for thread in serving if thread.is_alive()]
                serving.append(Thread(target=serve, args=(connection,)))
                serving[-1].start()
        for thread in serving:
            thread.join()

    def _count_stray(self, connection: socket.socket) -> None:
        with connection, self._lock:
            self._strays += 1

    def _serve(self, connection: socket.socket) -> None:
        """Answer the requests of one connection."""
        with connection, suppress(ConnectionError):
            for number in count(1):
                asked = self._read_head(connection)
                if not asked or not self._answer(connection, _path(asked), number):
                    return
                if b"\r\nconnection: close" in asked.lower():
                    return

    def _answer(self, connection: socket.socket, path: str, number: int) -> bool:
        """Play the script that `path` asks for; return whether the connection is to be kept."""
        name, _, rest = path.strip("/").partition("/")
        fault = Fault(name) if name in set(Fault) else Fault.CLOSE
        with self._lock:
            self._asked[fault] += 1
        request = Request(rest, number, self.elsewhere, self._pace_s, self._flood_bytes)
        for step in script(fault, request):
            if self._stopping.is_set():
                return False
            match step:
                case bytes():
                    self._send(connection, step, fault)
                case Pause(seconds):
                    self._stopping.wait(seconds)
                case Act.RESET:
                    _reset(connection)
                    return False
                case Act.HOLD:
                    self._receive(connection)
                case Act.NEXT:
                    return True
        return False

    def _send(self, connection: socket.socket, data: bytes, fault: Fault) -> None:
        rest = memoryview(data)
        while rest and not self._stopping.is_set():
            with suppress(TimeoutError):
                sent = connection.send(rest)
                rest = rest[sent:]
                with self._lock:
                    self._sent[fault] += sent

    def _receive(self, connection: socket.socket) -> bytes:
        """Return the next bytes, or none when the client or the server has had enough."""
        while not self._stopping.is_set():
            with suppress(TimeoutError):
                return connection.recv(65536)
        return b""

    def _read_head(self, connection: socket.socket) -> bytes:
        """Read one request with its body; return its head, empty when there is none."""
        received = b""
        while b"\r\n\r\n" not in received and len(received) < _LARGEST_HEAD_BYTES:
            more = self._receive(connection)
            if not more:
                return b""
            received += more
        head, _, body = received.partition(b"\r\n\r\n")
        missing = _body_length(head) - len(body)
        while missing > 0 and (more := self._receive(connection)):
            missing -= len(more)
        return head


def _path(head: bytes) -> str:
    parts = head.split(None, 2)
    return parts[1].decode("latin-1") if len(parts) > 1 else ""


def _body_length(head: bytes) -> int:
    for line in head.lower().split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name == b"content-length" and value.strip().isdigit():
            return int(value)
    return 0


def _reset(connection: socket.socket) -> None:
    """Close without saying goodbye: zero linger turns the close into a reset."""
    linger = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    connection.close()


def main() -> None:
    """Serve as a child until stdin is closed."""
    with HostileServer() as server:
        sys.stdout.write(json.dumps({"home": server.home, "elsewhere": server.elsewhere}) + "\n")
        sys.stdout.flush()
        sys.stdin.buffer.read()


if __name__ == "__main__":
    main()
