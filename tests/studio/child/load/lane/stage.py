"""RUNS IN A CHILD PROCESS. Servers on loopback that play what they are told and keep what they see.

An answer is bytes; marks within it are things to do instead of sending: see `_MARKS`.
"""
# pyright: basic

import re
import socket
import ssl
import struct
from typing import Any

import gevent
from gevent.server import StreamServer

PAUSE, NEVER, CLOSE, HALF, RESET = b"<pause>", b"<never>", b"<close>", b"<half>", b"<reset>"
_MARKS = re.compile(b"(<pause>|<never>|<close>|<half>|<reset>)")
_RST = struct.pack("ii", 1, 0)
_LONG = 9999


class Stage:
    """A server that plays one answer a request, whoever asks, and what it saw."""

    def __init__(
        self,
        answers: list[bytes],
        *,
        tls: ssl.SSLContext | None = None,
        address: str = "127.0.0.1",
        port: int = 0,
    ) -> None:
        self.seen: list[object] = []
        self._queue = list(answers)
        listener = (address, port)
        if ":" in address:
            listener = socket.create_server(listener, family=socket.AF_INET6)
        options: dict[str, Any] = {"ssl_context": tls} if tls else {}
        self._server = StreamServer(listener, self._safely, **options)
        self._server.start()
        self.port = self._server.server_port

    def close(self) -> None:
        gevent.sleep(0.01)
        self._server.stop(0)

    def see(self, thing: object) -> None:
        self.seen.append(thing)

    def _safely(self, sock: Any, _address: object) -> None:
        self.see("connected")
        try:
            self._serve(sock)
        except OSError:
            pass  # the client has gone; what it saw of that is compared
        finally:
            sock.close()

    def _serve(self, sock: Any) -> None:
        if isinstance(sock, ssl.SSLSocket) and (certificate := sock.getpeercert()):
            self.see(certificate["subject"][-1])
        while data := read_request(sock):
            self.see(data if len(data) < _LONG else (data[:999], len(data)))
            if not self._queue or not _play(sock, self._queue.pop(0)):
                return


def read_request(sock: Any) -> bytes:
    """Return the next request, as far as it can be told where it ends."""
    data = sock.recv(65536)
    while b"\r\n\r\n" in data and _wants_more(data):
        data += sock.recv(65536)
    return data


def _play(sock: Any, answer: bytes) -> bool:
    """Send an answer; return whether the connection goes on."""
    for part in _MARKS.split(answer):
        match part:
            case b"<pause>":
                gevent.sleep(0.002)
            case b"<never>":
                gevent.sleep(1)
            case b"<close>":
                return False
            case b"<half>":
                sock.shutdown(socket.SHUT_WR)
            case b"<reset>":
                gevent.sleep(0.01)  # what was sent before is to arrive
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RST)
                return False
            case _:
                sock.sendall(part)
    return True


def _wants_more(data: bytes) -> bool:
    head, _, body = data.partition(b"\r\n\r\n")
    lines = head.lower().split(b"\r\n")
    if b"expect: 100-continue" in lines:
        return False
    length = next((int(x[15:]) for x in lines if x.startswith(b"content-length:")), 0)
    return len(body) < length


class Tunnel:
    """A proxy for CONNECT: it leads to one place, wherever it is asked to."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._server = StreamServer(("127.0.0.1", 0), self._serve)
        self._server.start()
        self.port = self._server.server_port

    def close(self) -> None:
        self._server.stop(0)

    def _serve(self, sock: Any, _address: object) -> None:
        self._stage.see(("asked for a tunnel", sock.recv(65536)))
        sock.sendall(b"HTTP/1.1 200 Go\r\n\r\n")
        there = socket.create_connection(("127.0.0.1", self._stage.port))
        both = [gevent.spawn(_pour, *ends) for ends in ((sock, there), (there, sock))]
        gevent.joinall(both)


def _pour(source: Any, sink: Any) -> None:
    try:
        while data := source.recv(65536):
            sink.sendall(data)
        sink.shutdown(socket.SHUT_WR)
    except OSError:
        sink.close()
