"""StartTally and StartSummary: how faithfully the journeys of an arrival rate were started."""

from dataclasses import dataclass

from studio.measurement.histogram import Histogram, Tally
from studio.measurement.percentile import percentile

LATE_MS = 20.0
"""Starts later than this (p95 of a second) no longer come when a visitor would have come."""

MISSED_SHARE = 0.01
"""More starts not made than this share of those that were due, and the load was another one."""


@dataclass(frozen=True, slots=True)
class StartSummary:
    """The starts of a second, or of a whole run."""

    planned: int
    started: int
    missed: int
    """Due, and never made."""

    late_p95_ms: float
    """How much later than due 95 % of the starts were at most; 0 where there was none."""

    late_max_ms: float

    @property
    def not_started(self) -> int:
        """How many of a whole run's planned starts were not made, also where nobody is left to say.

        Of a single second it says little: what is due at its end begins in the next one.
        """
        return max(self.missed, self.planned - self.started)

    @property
    def is_short(self) -> bool:
        """Whether the load of a whole run was not the one that was planned."""
        return self.not_started > MISSED_SHARE * self.planned

    @property
    def is_doubtful(self) -> bool:
        """Whether journeys began noticeably later than they were due."""
        return self.late_p95_ms > LATE_MS

    @property
    def is_bad(self) -> bool:
        """Whether so many starts were not made that the load was not the one that was planned."""
        return self.missed > MISSED_SHARE * self.planned


class StartTally:
    """Starts, as they are added up."""

    __slots__ = ("late", "missed", "planned", "started")

    def __init__(self) -> None:
        self.planned = self.started = self.missed = 0
        self.late = Tally()

    def add(self, planned: int, started: int, missed: int, late: Histogram) -> None:
        """Add starts; `late` says how much later than due each of those that began was."""
        self.planned += planned
        self.started += started
        self.missed += missed
        self.late.merge(late)

    def merge(self, other: "StartTally") -> None:
        """Add all starts of another tally."""
        self.add(other.planned, other.started, other.missed, other.late.histogram())

    def summary(self) -> StartSummary:
        """Return the starts so far."""
        late = self.late.histogram()
        p95_ms = percentile(late, 0.95) if late.counts else 0.0
        return StartSummary(self.planned, self.started, self.missed, p95_ms, late.max_us / 1000)
