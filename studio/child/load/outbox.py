"""RUNS IN A CHILD PROCESS. A worker process's reports: numbered, sealed, and kept for a while."""
# pyright: basic

from collections import deque
from collections.abc import Iterable
from typing import Any

import msgpack

from studio.child.load.seal import Letter, Seal

KEPT_REPORTS = 30
"""How many of its last reports a worker process can send again: half a minute."""


class Outbox:
    """Sends each report once, and again when the master has missed it."""

    def __init__(self, worker: str, seal: Seal) -> None:
        self._worker = worker
        self._seal = seal
        self._next = 0
        self._kept: deque[Letter] = deque(maxlen=KEPT_REPORTS)

    def put(self, told: dict[str, Any]) -> dict[str, Any]:
        """Return the next report, ready for the wire."""
        payload: Any = msgpack.packb(told)
        letter = self._seal.sealed(self._worker, self._next, payload)
        self._next += 1
        self._kept.append(letter)
        return letter.to_wire()

    def again(self, numbers: Iterable[int]) -> list[dict[str, Any]]:
        """Return those of the reports with these numbers that are still kept."""
        wanted = set(numbers)
        return [letter.to_wire() for letter in self._kept if letter.number in wanted]
