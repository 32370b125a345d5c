"""ArrivalRate: journeys started per second, whatever the answers."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from studio.phrase import Phrase
from studio.scenario.load_profile import LONGEST_S, MOST_USERS, LoadProfileError

MOST_PER_S = 100_000.0
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class RateStage:
    """One straight piece of an arrival rate."""

    duration_s: float
    """0 is a jump."""

    per_s: float
    """Journeys started per second at its end; it begins where the stage before ended."""


@dataclass(frozen=True, slots=True)
class ArrivalRate:
    """Journeys started per second over the time of a run, beginning with none.

    An open load: a start does not wait for any answer, so a slow target is not spared. Starts are
    spaced evenly. A start is one pass of a journey in order, or one task of a weighted journey.
    """

    KIND: ClassVar = "arrival rate"

    stages: tuple[RateStage, ...]

    most_users: int
    """How many journeys may be under way at once; a start beyond is counted as not made."""

    def __post_init__(self) -> None:
        lengths_fit = all(stage.duration_s >= 0 for stage in self.stages)
        if not lengths_fit or not 0 < self.duration_s <= LONGEST_S:
            raise LoadProfileError(
                Phrase("load profile", "A load of {seconds} s cannot be run.").of(
                    seconds=f"{self.duration_s:g}"
                ),
                remedy=Phrase("load profile", "Choose a duration between 1 s and 7 days."),
            )
        if not all(0 <= stage.per_s <= MOST_PER_S for stage in self.stages):
            raise LoadProfileError(
                Phrase("load profile", "A stage has no possible number of starts per second."),
                remedy=Phrase("load profile", "Choose between 0 and 100,000 starts per second."),
            )
        if self.most_per_s == 0:
            raise LoadProfileError(
                Phrase("load profile", "No journey would ever be started."),
                remedy=Phrase("load profile", "Choose more than 0 starts per second."),
            )
        if not 1 <= self.most_users <= MOST_USERS:
            raise LoadProfileError(
                Phrase("load profile", "{users} users cannot be run.").of(users=self.most_users),
                remedy=Phrase("load profile", "Choose between 1 and 1,000,000 users."),
            )

    @property
    def duration_s(self) -> float:
        """How long the whole load takes."""
        return sum(stage.duration_s for stage in self.stages)

    @property
    def most_per_s(self) -> float:
        """The most starts per second at any moment."""
        return max(stage.per_s for stage in self.stages)

    def corners(self) -> tuple[tuple[float, float], ...]:
        """Return the corners as moments in s and starts per second; the first is (0, 0)."""
        at_s = 0.0
        corners = [(0.0, 0.0)]
        for stage in self.stages:
            at_s += stage.duration_s
            corners.append((at_s, stage.per_s))
        return tuple(corners)

    def starts_until(self, at_s: float) -> float:
        """Return how many starts come together from the beginning to a moment."""
        return starts_below(self.corners(), at_s)

    def rate_at(self, at_s: float) -> float:
        """Return the starts per second at a moment; a jump has happened at its own moment."""
        return rate_on(self.corners(), at_s)


def rate_on(corners: Sequence[tuple[float, float]], at_s: float) -> float:
    """Return the starts per second a line has at a moment, a jump's later ones; 0 beside it."""
    rate = 0.0
    for (begin_s, begin), (end_s, end) in pairwise(corners):
        if begin_s <= at_s <= end_s:
            share = (at_s - begin_s) / (end_s - begin_s) if end_s > begin_s else 1.0
            rate = begin + (end - begin) * share
    return rate


def starts_below(corners: Sequence[tuple[float, float]], at_s: float) -> float:
    """Return the area below a line of starts per second from its first corner to a moment."""
    starts = 0.0
    for (begin_s, begin), (end_s, end) in pairwise(corners):
        taken_s = min(at_s, end_s) - begin_s
        if taken_s > 0:
            now = begin + (end - begin) * taken_s / (end_s - begin_s)
            starts += taken_s * (begin + now) / 2
    return starts


def whole_starts(starts: float) -> int:
    """Return how many journeys are started when so many starts have come together.

    Each start is made in the middle of its interval: the first one when half of one is due. So
    starts made and starts due are never further apart than one half.
    """
    return max(0, math.ceil(starts - 0.5 - _ROUNDING))


def constant_rate(per_s: float, duration_s: float, most_users: int) -> ArrivalRate:
    """Return a load with the same number of starts in each second."""
    return ArrivalRate((RateStage(0.0, per_s), RateStage(duration_s, per_s)), most_users)


def rising_rate(per_s: float, rise_s: float, duration_s: float, most_users: int) -> ArrivalRate:
    """Return a load whose starts rise to `per_s`, and stay until `duration_s` is over.

    Raises:
        LoadProfileError: The rise takes longer than the whole load.
    """
    if rise_s > duration_s:
        raise LoadProfileError(
            Phrase("load profile", "The load takes {all} s, and its rise alone takes {rise} s.").of(
                all=f"{duration_s:g}", rise=f"{rise_s:g}"
            ),
            remedy=Phrase("load profile", "Make the load longer, or its rise shorter."),
        )
    stages = (RateStage(rise_s, per_s), RateStage(duration_s - rise_s, per_s))
    return ArrivalRate(stages, most_users)
