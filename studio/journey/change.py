"""Change: one line of the difference of two revisions."""

from dataclasses import dataclass
from enum import StrEnum

from studio.journey.places import Where
from studio.phrase import NOTHING, Phrase


class ChangeKind(StrEnum):
    """What became of a part of a journey."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the difference of two revisions."""

    kind: ChangeKind
    where: Where
    """In the newer revision; of what was removed in the older."""

    name: str
    """Of the step or block; empty: the journey itself."""

    what: Phrase = NOTHING
    """The part of it, such as: header Accept; nothing: all of it."""

    before: Phrase = NOTHING
    after: Phrase = NOTHING

    @property
    def line(self) -> Phrase:
        """All of it as one sentence."""
        said = {
            ChangeKind.ADDED: Phrase("journey", "{part} added"),
            ChangeKind.REMOVED: Phrase("journey", "{part} removed"),
            ChangeKind.MOVED: Phrase("journey", "{part} moved"),
            ChangeKind.CHANGED: Phrase("journey", "{part}: {before} → {after}"),
        }[self.kind]
        if self.kind is ChangeKind.CHANGED and self.before == self.after:
            said = Phrase("journey", "{part} changed")
        name = f"“{self.name[:60]}”" if self.name else ""
        part = ", ".join(it for it in (name, str(self.what)) if it)
        return said.of(part=part, before=str(self.before) or "–", after=str(self.after) or "–")


def changed(where: Where, name: str, what: Phrase, before: Phrase, after: Phrase) -> Change:
    """Return the line of a part that is otherwise; of one that came or went, that it did."""
    if before == NOTHING:
        return Change(ChangeKind.ADDED, where, name, _with(what, after))
    if after == NOTHING:
        return Change(ChangeKind.REMOVED, where, name, _with(what, before))
    return Change(ChangeKind.CHANGED, where, name, what, before, after)


def _with(what: Phrase, value: Phrase) -> Phrase:
    return Phrase("journey", "{what} {value}").of(what=str(what), value=str(value))
