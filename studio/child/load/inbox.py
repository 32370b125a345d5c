"""RUNS IN A CHILD PROCESS. Reports of worker processes: each taken once, and none missed unseen."""
# pyright: basic

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

import msgpack

from studio.child.load.seal import Letter, Seal

GIVEN_UP_AFTER_S = 3.0
"""How long a report that was asked for again may take to come."""


@dataclass(slots=True)
class _Sender:
    next: int = 0
    missing: dict[int, float | None] = field(default_factory=dict)
    """Numbers that were passed over, and when they were asked for again."""

    asked: set[int] = field(default_factory=set)
    """Numbers that may rightly come twice: first and second copy crossed each other."""


class Inbox:
    """Opens letters of this run, drops copies and forgeries, and knows what has not come.

    A copy of a letter nobody asked for again is a forgery, too: somebody plays it back.
    """

    def __init__(self, seal: Seal) -> None:
        self._seal = seal
        self._senders: defaultdict[str, _Sender] = defaultdict(_Sender)
        self._forged = 0

    def open(self, told: object) -> dict[str, Any] | None:
        """Return what a letter says; None if it is a copy or a forgery."""
        letter = Letter.from_wire(told)
        if letter is None or not self._seal.is_on(letter):
            self._forged += 1
            return None
        if not self._is_new(letter):
            return None
        return msgpack.unpackb(letter.payload, strict_map_key=False)

    def has_all(self, worker: str) -> bool:
        """Return whether none of a worker's reports was passed over."""
        return not self._senders[worker].missing

    def to_ask_again(self, now_s: float) -> dict[str, list[int]]:
        """Return the numbers of missing reports by worker, each once."""
        found: dict[str, list[int]] = {}
        for worker, sender in self._senders.items():
            fresh = [number for number, asked_s in sender.missing.items() if asked_s is None]
            for number in fresh:
                sender.missing[number] = now_s
            sender.asked.update(fresh)
            if fresh:
                found[worker] = fresh
        return found

    def given_up(self, now_s: float) -> dict[str, int]:
        """Return how many reports by worker will never come, each counted once."""
        found: dict[str, int] = {}
        for worker, sender in self._senders.items():
            gone = [
                number
                for number, asked_s in sender.missing.items()
                if asked_s is not None and now_s - asked_s > GIVEN_UP_AFTER_S
            ]
            for number in gone:
                del sender.missing[number]
            if gone:
                found[worker] = len(gone)
        return found

    def take_forged(self) -> int:
        """Return how many forgeries came since the last call."""
        forged, self._forged = self._forged, 0
        return forged

    def _is_new(self, letter: Letter) -> bool:
        sender = self._senders[letter.worker]
        if letter.number >= sender.next:
            sender.missing.update(dict.fromkeys(range(sender.next, letter.number)))
            sender.next = letter.number + 1
            return True
        if letter.number in sender.missing:
            del sender.missing[letter.number]
            return True
        if letter.number in sender.asked:
            sender.asked.discard(letter.number)
        else:
            self._forged += 1
        return False
