"""RUNS IN A CHILD PROCESS. What the master says: into its journal first, then to the studio."""
# pyright: basic

from contextlib import suppress
from pathlib import Path
from typing import TextIO

from studio.child.leash import Leash
from studio.engine.journal import JournalWriter
from studio.engine.load_messages import MESSAGES, LoadMessage


class Teller:
    """Writes each message into the journal first, so that no number that was seen is ever lost."""

    def __init__(self, journal: Path, leash: Leash, wire: TextIO) -> None:
        self._journal = JournalWriter(journal)
        self._leash = leash
        self._wire = wire

    def say(self, message: LoadMessage) -> None:
        """Tell one message."""
        line = MESSAGES.encode(message)
        self._journal.append(line.encode())
        if not self._leash.is_let_go:  # else nobody is left to hear it, and the journal has it
            with suppress(BrokenPipeError):  # the studio died this very moment; the leash will say
                print(line, file=self._wire)

    def close(self) -> None:
        """Say nothing more."""
        self._journal.close()
