"""RUNS IN A CHILD PROCESS. What the master says: into the journal first, then to the studio."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import TextIO

from studio.child.leash import Leash
from studio.engine.journal import JournalWriter
from studio.engine.load_messages import MESSAGES, EndpointSeen, LoadMessage, UsersChanged
from studio.recording.redaction import Strike


class Teller:
    """Tells of a run, so that a number that was ever seen is never lost."""

    def __init__(
        self, journal: JournalWriter, leash: Leash, wire: TextIO, strike: Strike = str
    ) -> None:
        self._journal = journal
        self._leash = leash
        self._wire = wire
        self._strike = strike
        self.by_class: Callable[[], tuple[tuple[str, int], ...]] = tuple
        """Tells how many users each user class has."""

        self.wanted = 0
        """How many users there should be, by what was told last."""

    def say(self, message: LoadMessage) -> None:
        """Write one message to the disk, and tell the studio if it is still there."""
        if isinstance(message, UsersChanged):
            self.wanted = message.wanted
            message = replace(message, by_class=self.by_class())
        elif isinstance(message, EndpointSeen):  # the others are struck out where they are noticed
            message = replace(message, name=self._strike(message.name))
        line = MESSAGES.encode(message)
        self._journal.append(line.encode())
        if not self._leash.is_let_go:  # else nobody is left to hear it, and the journal has it
            with suppress(BrokenPipeError):  # the studio died this very moment; the leash will say
                print(line, file=self._wire)

    def close(self) -> None:
        """Say nothing more."""
        self._journal.close()
