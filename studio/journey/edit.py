"""Edit: one change of a journey, as the screen shows it and undo keeps it."""

from dataclasses import dataclass

from studio.journey.journey import Journey
from studio.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Edit:
    """What a change makes of a journey; the one before it is untouched."""

    journey: Journey
    """Afterwards. The very same object where nothing was to be changed."""

    sentence: Phrase
    """What was done, such as: Move “Pay” up."""

    chosen: tuple[str, ...] = ()
    """The nodes and requests to be selected afterwards, by id; empty: those that were before."""

    typing: str = ""
    """Edits in a row with the same text here are one to undo; empty: this one stands alone."""
