"""RUNS IN A CHILD PROCESS. What the master says: into the journal first, then to the studio."""

from contextlib import suppress
from typing import TextIO

from studio.child.leash import Leash
from studio.engine.journal import JournalWriter
from studio.engine.load_messages import MESSAGES, LoadMessage


class Teller:
    """Tells of a run, so that a number that was ever seen is never lost."""

    def __init__(self, journal: JournalWriter, leash: Leash, wire: TextIO) -> None:
        self._journal = journal
        self._leash = leash
        self._wire = wire

    def say(self, message: LoadMessage) -> None:
        """Write one message to the disk, and tell the studio if it is still there."""
        line = MESSAGES.encode(message)
        self._journal.append(line.encode())
        if not self._leash.is_let_go:  # else nobody is left to hear it, and the journal has it
            with suppress(BrokenPipeError):  # the studio died this very moment; the leash will say
                print(line, file=self._wire)

    def close(self) -> None:
        """Say nothing more."""
        self._journal.close()
