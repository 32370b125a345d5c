"""RUNS IN A CHILD PROCESS. Answers that grow large take turns, so that all of them fit in memory.

A client keeps the whole of an answer. A hundred users who each read five megabytes at once need
half a gigabyte, and a hostile server can bring that about at any moment. So the bytes of all
answers under way that have grown beyond a step are added up; where they exceed the room, those that
began later wait until the earlier ones are done. Reading that stops stops the server, too.
"""
# pyright: basic

import time
from typing import Any
from weakref import WeakKeyDictionary

from gevent import get_hub, getcurrent, sleep

from studio.engine.braking_messages import Brake

STEP_BYTES = 256 << 10
"""After this many bytes of one answer the others get their turn."""

_ROOM_BYTES = 64 << 20
_ROOM_ANSWERS = 13
"""Whoever raises the cap for answers by hand has room for this many of the largest."""

_FRESH_S = 0.25
"""An answer that has not grown for so long is complete, or so slow that it hardly grows."""

_NAP_S = 0.02


class LargeAnswers:
    """The answers of one process that have grown beyond a step."""

    def __init__(self, largest_bytes: int) -> None:
        self.largest_bytes = largest_bytes
        self.unlooked_bytes = min(STEP_BYTES, largest_bytes)
        """Up to here an answer is nobody's concern."""

        self.held_s = 0.0
        """How long answers have waited for each other, added up."""

        self._room_bytes = max(_ROOM_BYTES, _ROOM_ANSWERS * largest_bytes)
        self._grown_s: WeakKeyDictionary[Any, float] = WeakKeyDictionary()
        self._summed_s = self._sum_bytes = 0.0
        self._first = 0

    def take_turn(self, sock: Any) -> None:
        """Give way to others; wait while earlier answers need the room."""
        if getcurrent() is get_hub():
            return
        self._grown_s[sock] = time.monotonic()
        self._sum_bytes += STEP_BYTES  # until it is added up anew
        sleep(0)
        while self._must_wait(sock):
            sleep(_NAP_S)
            self.held_s += _NAP_S
            self._grown_s[sock] = time.monotonic()

    def take(self) -> dict[str, float]:
        """Return how long answers have waited so far, under the name of the brake; mostly none."""
        return {Brake.ANSWERS_HELD: round(self.held_s, 2)} if self.held_s else {}

    def _must_wait(self, sock: Any) -> bool:
        self._add_up()
        return self._sum_bytes > self._room_bytes and id(sock) != self._first

    def _add_up(self) -> None:
        now_s = time.monotonic()
        if now_s - self._summed_s < _NAP_S / 2:
            return
        self._summed_s, self._sum_bytes, self._first = now_s, 0, 0
        for sock, grown_s in list(self._grown_s.items()):
            is_done = sock.fileno() < 0 or sock.received_bytes < STEP_BYTES
            if is_done or now_s - grown_s > _FRESH_S:
                del self._grown_s[sock]
            else:
                self._first = self._first or id(sock)
                self._sum_bytes += sock.received_bytes
