"""CarriedOver: what of a source came, what came changed and what did not, each with its place."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from studio.phrase import NOTHING, Phrase


class Outcome(StrEnum):
    """What became of something in the source."""

    IMPORTED = "imported"

    ADAPTED = "adapted"
    """It came, but not as it stood."""

    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in the source, or several of a kind, and what became of it."""

    outcome: Outcome

    place: str
    """Where in the source, as its user would find it: `Users / Create user`, `line 12`."""

    what: Phrase
    """What it is: a request, a script, 12 pictures."""

    reason: Phrase = NOTHING
    """Why it did not come as it stood."""


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """Everything in the source, in its order; nothing is dropped without a word."""

    entries: tuple[Entry, ...] = ()

    def __add__(self, other: "CarriedOver") -> "CarriedOver":
        return CarriedOver(self.entries + other.entries)

    def of(self, outcome: Outcome) -> tuple[Entry, ...]:
        """Return the entries with this outcome."""
        return tuple(entry for entry in self.entries if entry.outcome is outcome)


NOTHING_CARRIED = CarriedOver()


class CarryingOver:
    """Notes what becomes of a source while it is read."""

    def __init__(self) -> None:
        self._entries: list[Entry] = []

    def imported(self, place: str, what: Phrase) -> None:
        """Note what came as it stood."""
        self._entries.append(Entry(Outcome.IMPORTED, place, what))

    def adapted(self, place: str, what: Phrase, reason: Phrase) -> None:
        """Note what came changed, and why."""
        self._entries.append(Entry(Outcome.ADAPTED, place, what, reason))

    def left_out(self, place: str, what: Phrase, reason: Phrase) -> None:
        """Note what did not come, and why."""
        self._entries.append(Entry(Outcome.LEFT_OUT, place, what, reason))

    def also(self, entries: Iterable[Entry]) -> None:
        """Note what somebody else has noted."""
        self._entries += entries

    @property
    def noted(self) -> CarriedOver:
        """All that was noted so far."""
        return CarriedOver(tuple(self._entries))
