"""RUNS IN A CHILD PROCESS. What the master says: into the journal first, then to the studio."""

import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import TextIO

from studio.child.leash import Leash
from studio.engine.journal import JournalWriter
from studio.engine.load_messages import MESSAGES, EndpointSeen, LoadMessage, UsersChanged
from studio.engine.own_messages import JournalFailed, JournalMended, JournalSlow
from studio.recording.redaction import Strike

TRY_EVERY_S = 1.0
PATIENCE_S = 60.0
"""How long a run goes on that cannot be written down; what it measures is kept in memory."""

_LAST_TRIES = 3


class Teller:
    """Tells of a run, so that a number that was ever seen is never lost.

    A journal that cannot be written (a full disk, mostly) ends nothing at once: what belongs into
    it waits here, in order, and is tried again each second.
    """

    def __init__(
        self,
        journal: JournalWriter,
        leash: Leash,
        wire: TextIO,
        strike: Strike = str,
        clock_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._journal = journal
        self._leash = leash
        self._wire = wire
        self._strike = strike
        self.by_class: Callable[[], tuple[tuple[str, int], ...]] = tuple
        """Tells how many users each user class has."""

        self.wanted = 0
        """How many users there should be, by what was told last."""

        self._clock_s = clock_s
        self._waiting: deque[bytes] = deque()
        self._failed_s: float | None = None
        self._tried_s = float("-inf")
        self._is_slow = False
        self.at_s: Callable[[], float] = _before_the_run
        """Tells the run time."""

    @property
    def has_given_up(self) -> bool:
        """Whether the journal has failed for so long that the run should end."""
        return self._failed_s is not None and self._clock_s() - self._failed_s >= PATIENCE_S

    def say(self, message: LoadMessage) -> None:
        """Write one message to the disk, and tell the studio if it is still there."""
        if isinstance(message, UsersChanged):
            self.wanted = message.wanted
            message = replace(message, by_class=self.by_class())
        elif isinstance(message, EndpointSeen):  # the others are struck out where they are noticed
            message = replace(message, name=self._strike(message.name))
        line = MESSAGES.encode(message)
        self._waiting.append(line.encode())
        self._write()
        self._tell(line)

    def close(self) -> None:
        """Say nothing more; what still waits for the journal is tried for the last time."""
        for tried in range(_LAST_TRIES):
            if self._waiting:
                time.sleep(TRY_EVERY_S if tried else 0.0)
                self._tried_s = float("-inf")
                self._write()
        self._journal.close()

    def _write(self) -> None:
        now_s = self._clock_s()
        if self._failed_s is not None and now_s < self._tried_s + TRY_EVERY_S:
            return
        self._tried_s = now_s
        try:
            while self._waiting:
                self._journal.append(self._waiting[0])
                self._waiting.popleft()
        except OSError as error:
            self._fail(error, now_s)
        else:
            self._note_success(now_s)

    def _fail(self, error: OSError, now_s: float) -> None:
        if self._failed_s is None:
            self._failed_s = now_s
            self._note(JournalFailed(self.at_s(), error.strerror or str(error)))

    def _note_success(self, now_s: float) -> None:
        if self._failed_s is not None:
            failed_for_s, self._failed_s = now_s - self._failed_s, None
            self._note(JournalMended(self.at_s(), round(failed_for_s, 3)))
        if self._journal.is_slow and not self._is_slow:
            self._is_slow = True
            self._note(JournalSlow(self.at_s()))

    def _note(self, message: LoadMessage) -> None:
        """Say something of the journal itself; it is written with whatever comes next."""
        line = MESSAGES.encode(message)
        self._waiting.append(line.encode())
        self._tell(line)

    def _tell(self, line: str) -> None:
        if not self._leash.is_let_go:  # else nobody is left to hear it, and the journal has it
            with suppress(BrokenPipeError):  # the studio died this very moment; the leash will say
                print(line, file=self._wire)


def _before_the_run() -> float:
    return 0.0
