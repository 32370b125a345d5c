"""RUNS IN A CHILD PROCESS. Waits for the first bytes of an answer, with one timer for each user.

gevent tries to read at once, which fails while the answer is still on its way, and then makes a new
timer for each wait: together 5 of the 36 µs that a request costs. The timer is begun by `again`:
`start` would go on with what was left when it was stopped, and a user's waits would add up.
"""
# pyright: basic

from typing import Any

from gevent import get_hub, getcurrent
from gevent.socket import socket

READ_BYTES = 65536


class FirstBytes:
    """One user's way of waiting."""

    __slots__ = ("_timer", "_within_s")

    def __init__(self) -> None:
        self._timer: Any = None
        self._within_s = 0.0

    def receive(self, sock: Any) -> bytes:
        """Return the first bytes of an answer, as `sock.recv` does.

        Raises:
            TimeoutError: None came within the connection's own time.
            OSError: The connection broke.
        """
        within_s = sock.timeout
        if sock.__class__ is not socket or not within_s:  # TLS may hold bytes it has read already
            return sock.recv(READ_BYTES)
        timer = self._timer
        if timer is None or self._within_s != within_s:
            self._within_s = within_s
            timer = self._timer = get_hub().loop.timer(within_s, within_s)
        elif timer.active:  # another greenlet of this user waits, too
            return sock.recv(READ_BYTES)
        sock.timeout = None
        timer.again(_end, getcurrent(), update=True)
        try:
            sock._wait(sock._read_event)
            return sock._sock.recv(READ_BYTES)
        except BlockingIOError:
            pass
        finally:
            timer.stop()
            sock.timeout = within_s
        return sock.recv(READ_BYTES)


def _end(waiting: Any) -> None:
    waiting.throw(TimeoutError("timed out"))
