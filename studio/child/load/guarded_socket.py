"""RUNS IN A CHILD PROCESS. The native sockets below gevent's, behind the guard."""
# pyright: basic

import _socket
from typing import Any, ClassVar

from studio.child.load.allowance import Allowance
from studio.child.load.guard_errors import TooLargeError
from studio.child.load.large_answers import STEP_BYTES, LargeAnswers

INTERNET = (_socket.AF_INET, _socket.AF_INET6)
_NATIVE = _socket.socket


class Guarded:
    """What stands before the ways of a native socket; mixed into its class by `guarded`."""

    __slots__ = ()
    allowance: ClassVar[Allowance]
    large: ClassVar[LargeAnswers]
    received_bytes: int
    """Since the last thing was sent."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.received_bytes = 0

    def connect(self: Any, address: Any) -> None:
        """Connect, if it is allowed."""
        self._meet(address)
        _NATIVE.connect(self, address)

    def connect_ex(self: Any, address: Any) -> int:
        """Connect, if it is allowed."""
        self._meet(address)
        return _NATIVE.connect_ex(self, address)

    def send(self: Any, data: Any, flags: int = 0) -> int:
        """Send; what is received from now on is another answer."""
        self.received_bytes = 0
        return _NATIVE.send(self, data, flags)

    def sendto(self: Any, *args: Any) -> int:
        """Send to an address, if it is allowed."""
        self._meet(args[-1])
        return _NATIVE.sendto(self, *args)

    def sendmsg(self: Any, buffers: Any, more: Any = (), flags: int = 0, to: Any = None) -> int:
        """Send, if it is allowed."""
        if to is not None:
            self._meet(to)
        self.received_bytes = 0
        return _NATIVE.sendmsg(self, buffers, more, flags, *(() if to is None else (to,)))

    def recv(self: Any, size: int, flags: int = 0) -> bytes:
        """Receive, if the answer has not become too large."""
        got = _NATIVE.recv(self, size, flags)
        self.received_bytes = now = self.received_bytes + len(got)
        if now > self.large.unlooked_bytes:
            self.look(len(got))
        return got

    def recv_into(self: Any, buffer: Any, size: int = 0, flags: int = 0) -> int:
        """Receive, if the answer has not become too large."""
        got = _NATIVE.recv_into(self, buffer, size, flags)
        self.received_bytes = now = self.received_bytes + got
        if now > self.large.unlooked_bytes:
            self.look(got)
        return got

    def recvmsg(self: Any, *args: Any) -> Any:
        """Receive, if the answer has not become too large."""
        got = _NATIVE.recvmsg(self, *args)
        self.received_bytes += len(got[0])
        self.look(len(got[0]))
        return got

    def recvmsg_into(self: Any, *args: Any) -> Any:
        """Receive, if the answer has not become too large."""
        got = _NATIVE.recvmsg_into(self, *args)
        self.received_bytes += got[0]
        self.look(got[0])
        return got

    def look(self: Any, more_bytes: int) -> None:
        """See to it that a large answer does not grow for ever, nor keep others waiting.

        Raises:
            TooLargeError: It is longer than any answer may be.
        """
        now, large = self.received_bytes, self.large
        if now > large.largest_bytes:
            raise TooLargeError(f"an answer is larger than {large.largest_bytes} bytes")
        if now // STEP_BYTES != (now - more_bytes) // STEP_BYTES:
            large.take_turn(self)

    def _meet(self: Any, address: Any) -> None:
        if self.family in INTERNET:
            self.allowance.meet(*address[:2])


def guarded(native: Any, allowance: Allowance, large: LargeAnswers) -> Any:
    """Return a class of native sockets that is behind the guard."""
    own = {"__slots__": ("received_bytes",), "allowance": allowance, "large": large}
    return type("GuardedSocket", (Guarded, native), own)


def guard_tls(kind: Any) -> None:
    """Let gevent's TLS sockets count, too: the library below them has its own way to the wire."""
    read, send, write = kind.read, kind.send, kind.write

    def guarded_read(sock: Any, size: int = 1024, buffer: Any = None) -> Any:
        got = read(sock, size, buffer)
        more = len(got) if buffer is None else got
        sock._sock.received_bytes += more
        sock._sock.look(more)
        return got

    def guarded_send(sock: Any, *args: Any, **options: Any) -> int:
        sock._sock.received_bytes = 0
        return send(sock, *args, **options)

    def guarded_write(sock: Any, data: Any) -> int:
        sock._sock.received_bytes = 0
        return write(sock, data)

    kind.read, kind.send, kind.write = guarded_read, guarded_send, guarded_write
