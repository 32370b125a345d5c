"""LimitSearch: users rise until a goal breaks or throughput is flat."""

from dataclasses import dataclass
from typing import ClassVar

from studio.phrase import Phrase
from studio.scenario.load_profile import LONGEST_S, MOST_USERS, LoadProfileError

SETTLE_SHARE = 0.25
"""The first part of a step is not judged: its users are still coming."""

LEAST_STEP_S = 2.0
ACCURACY = 0.1
"""The limit is known when the users that passed and those that failed are this close, of both."""


@dataclass(frozen=True, slots=True)
class LimitSearch:
    """Users double, step by step, until a step fails; then the limit is found by halving.

    How far it goes, and for how long, only the run can tell.
    """

    KIND: ClassVar = "find the limit"

    first_users: int
    """On the first step."""

    most_users: int
    """Where the search ends even if nothing fails."""

    step_s: float = 60.0

    def __post_init__(self) -> None:
        if not 1 <= self.first_users <= self.most_users <= MOST_USERS:
            raise LoadProfileError(
                Phrase(
                    "load profile", "No limit can be looked for from {first} to {most} users."
                ).of(first=self.first_users, most=self.most_users),
                remedy=Phrase("load profile", "Begin with 1 user or more, and end with more."),
            )
        if not LEAST_STEP_S <= self.step_s <= LONGEST_S:
            raise LoadProfileError(
                Phrase("load profile", "A step of {seconds} s says nothing.").of(
                    seconds=f"{self.step_s:g}"
                ),
                remedy=Phrase("load profile", "Choose steps of 30 s to some minutes."),
            )

    @property
    def settle_s(self) -> float:
        """How much of a step's beginning is not judged."""
        return self.step_s * SETTLE_SHARE

    @property
    def duration_s(self) -> float:
        """How long the search takes at most."""
        return self.step_s * (len(self.doubled()) + self._halvings())

    def corners(self) -> tuple[tuple[float, int], ...]:
        """Return the steps as they are if none fails, as moments in s and users."""
        corners = [(0.0, 0)]
        for step, users in enumerate(self.doubled()):
            corners += [(step * self.step_s, users), ((step + 1) * self.step_s, users)]
        return tuple(corners)

    def doubled(self) -> tuple[int, ...]:
        """Return the users of each step as long as none fails."""
        users = [self.first_users]
        while users[-1] < self.most_users:
            users.append(min(2 * users[-1], self.most_users))
        return tuple(users)

    def _halvings(self) -> int:
        """Return how many steps it takes at most to get from a doubling to the limit."""
        passed, failed = self.most_users // 2, self.most_users
        steps = 0
        while (between := halfway(passed, failed)) is not None:
            passed, steps = between, steps + 1
        return steps


def halfway(passed: int, failed: int) -> int | None:
    """Return how many users to try next, or None where the limit is known.

    Args:
        passed: The most users that passed; 0 where none did.
        failed: The fewest that failed.
    """
    if failed - passed <= max(1, ACCURACY * failed):
        return None
    return (passed + failed) // 2
