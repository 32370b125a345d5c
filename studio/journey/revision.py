"""Revision: a journey as it once stood, and why it was kept."""

from dataclasses import dataclass
from enum import StrEnum

from studio.journey.journey import Journey
from studio.phrase import Phrase


class RevisionCause(StrEnum):
    """Why a journey was kept as it stood."""

    SAVED = "saved"
    """Somebody wanted it."""

    RUN = "run"
    IMPORTED = "imported"

    APPLIED = "applied"
    """Suggestions were applied."""

    BY_HAND = "by_hand"
    """Its locustfile was taken over by hand."""

    DATA = "data"
    """A data file it uses was changed."""


@dataclass(frozen=True, slots=True)
class JourneyRevision:
    """A journey as it stands, and which of its revisions that is."""

    journey: Journey

    number: int
    """From 1."""


@dataclass(frozen=True, slots=True)
class RevisionSummary:
    """What is known of a revision without reading it."""

    number: int
    """From 1."""

    made_at: str
    """On the wall clock, UTC, ISO 8601."""

    cause: RevisionCause

    label: str
    """What somebody called it; may be empty."""


@dataclass(frozen=True, slots=True)
class BinnedJourney:
    """A journey that was deleted, and can still be brought back."""

    id: str
    name: str

    binned_at: str
    """On the wall clock, UTC, ISO 8601."""


def cause_sentence(cause: RevisionCause) -> Phrase:
    """Return why a revision was kept, in words."""
    return {
        RevisionCause.SAVED: Phrase("journey", "Saved"),
        RevisionCause.RUN: Phrase("journey", "Run"),
        RevisionCause.IMPORTED: Phrase("journey", "Imported"),
        RevisionCause.APPLIED: Phrase("journey", "Suggestions applied"),
        RevisionCause.BY_HAND: Phrase("journey", "Taken over by hand"),
        RevisionCause.DATA: Phrase("journey", "Data file changed"),
    }[cause]
