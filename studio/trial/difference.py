"""Difference: one line in which an answer of a trial is held against one from before."""

from dataclasses import dataclass
from enum import StrEnum

from studio.journey.take import Place
from studio.phrase import Phrase


class DifferenceKind(StrEnum):
    """What there is to a line."""

    SAME = "same"

    TAKEN = "taken"
    """Another value, and the journey takes it already."""

    SENT_LATER = "sent later"
    """Another value, and a later request still sends the old one."""

    NEVER_SENT = "never sent"
    """Another value that nobody sends back: a time, an id, a counter."""

    MISSING = "missing"
    """It was there before."""

    OUTCOME = "outcome"
    """Another status, redirect target or page title."""

    SHAPE = "shape"
    """Another kind of value, or a key that was not there before."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One line of a comparison; all texts in it are from outside, and not long."""

    name: str
    """What is compared, for example `items[0].id`."""

    then: str | None
    """None: it was not there."""

    now: str | None
    """None: it is not there."""

    kind: DifferenceKind
    says: Phrase
    """What it means."""

    take: Place | None = None
    """Where it can be taken from the answer; only of what is sent later."""

    uses: tuple[str, ...] = ()
    """The ids of the later requests that send the old value."""
