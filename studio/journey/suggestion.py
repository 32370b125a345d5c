"""Suggestion: a value an answer issues and later requests send back, found in a recording."""

from dataclasses import dataclass
from enum import StrEnum

from studio.journey.take import Take


class SuggestionState(StrEnum):
    """What became of a suggestion."""

    OFFERED = "offered"
    APPLIED = "applied"
    IGNORED = "ignored"

    CONFIRMED = "confirmed"
    """Applied, and a trial took another value than the recorded one."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Something that speaks for a suggestion, or against it."""

    text: str
    points: int


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a request at which a value is sent."""

    exchange: int
    """Its number in the recording."""

    where: str
    """`path`, `query`, `header`, `form`, `json`, `part` or `text`."""

    name: str
    """Of the field or the header; for a path the number of the segment, for JSON a pointer."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A value an answer issues and later requests send back; never the value itself."""

    id: str
    """Within its journey."""

    exchange: int
    """The one whose answer issues it."""

    take: Take
    uses: tuple[Slot, ...]
    score: int
    why: tuple[Reason, ...]
    state: SuggestionState = SuggestionState.OFFERED
    value_shape: str = ""
    """What it looks like, such as `hex`, `UUID` or `JWT`."""
