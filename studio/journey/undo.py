"""Undo: the edits of a journey in order, undone and done again; whole journeys, no patches."""

from dataclasses import dataclass, replace

from studio.journey.edit import Edit
from studio.journey.journey import Journey
from studio.phrase import Phrase

MOST_EDITS = 200
"""How many can be undone; older ones are forgotten."""

TYPING_S = 2.0
"""Typing in one field is one edit, as long as no two changes are further apart than this."""


@dataclass(frozen=True, slots=True)
class DoneEdit:
    """An edit that was made, and can be undone."""

    number: int
    """From 1 in the life of the journey; one that was undone and replaced gives its number on."""

    sentence: Phrase
    before: Journey
    after: Journey
    typing: str
    at_s: float
    """On any clock that goes on evenly, such as the wall clock."""


@dataclass(frozen=True, slots=True)
class History:
    """A journey as it stands, and the edits that led to it."""

    journey: Journey

    edits: tuple[DoneEdit, ...] = ()
    """Oldest first; those from `position` on are undone at the moment."""

    position: int = 0
    """How many of the edits are done."""

    @property
    def undoes(self) -> Phrase | None:
        """What undo would take back; None: there is nothing."""
        return self.edits[self.position - 1].sentence if self.position else None

    @property
    def redoes(self) -> Phrase | None:
        """What redo would do again; None: there is nothing."""
        is_last = self.position == len(self.edits)
        return None if is_last else self.edits[self.position].sentence

    @property
    def last_number(self) -> int:
        """The number of the last edit that is done; 0: of none that is known."""
        if self.position:
            return self.edits[self.position - 1].number
        return self.edits[0].number - 1 if self.edits else 0

    def with_edit(self, edit: Edit, at_s: float) -> "History":
        """Return the history with one more edit; what was undone cannot be done again.

        An edit that changes nothing leaves it as it is.

        Args:
            edit: Made of this history's journey.
            at_s: When, on any clock that goes on evenly.
        """
        if edit.journey is self.journey:
            return self
        done = self.edits[: self.position]
        new = DoneEdit(
            self.last_number + 1, edit.sentence, self.journey, edit.journey, edit.typing, at_s
        )
        if self._goes_on(edit, at_s):
            last = done[-1]
            done = done[:-1]
            new = replace(new, number=last.number, before=last.before)
        done = (*done, new)[-MOST_EDITS:]
        return History(edit.journey, done, len(done))

    def undone(self) -> "History":
        """Return the history with its last edit undone."""
        if not self.position:
            return self
        before = self.edits[self.position - 1].before
        return replace(self, journey=before, position=self.position - 1)

    def redone(self) -> "History":
        """Return the history with the edit done again that was undone last."""
        if self.position == len(self.edits):
            return self
        return replace(self, journey=self.edits[self.position].after, position=self.position + 1)

    def _goes_on(self, edit: Edit, at_s: float) -> bool:
        """Return whether an edit is more of the same typing."""
        if not edit.typing or not self.position or self.position < len(self.edits):
            return False
        last = self.edits[-1]
        return last.typing == edit.typing and 0 <= at_s - last.at_s <= TYPING_S
