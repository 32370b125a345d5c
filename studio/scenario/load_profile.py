"""LoadProfile and Stage: users over time."""

from dataclasses import dataclass
from itertools import pairwise

from studio.errors import StudioError
from studio.phrase import Phrase

MOST_USERS = 1_000_000
LONGEST_S = 7 * 24 * 3600.0


class LoadProfileError(StudioError):
    """A load profile that no engine could follow."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One straight piece of a load profile."""

    duration_s: float
    """0 is a jump."""

    users: int
    """How many virtual users there are at its end; it begins where the stage before ended."""


@dataclass(frozen=True, slots=True)
class LoadProfile:
    """Virtual users over the time of a run, beginning with none."""

    stages: tuple[Stage, ...]

    def __post_init__(self) -> None:
        if not 0 < self.duration_s <= LONGEST_S:
            raise LoadProfileError(
                Phrase("load profile", "A load of {seconds} s cannot be run.").of(
                    seconds=f"{self.duration_s:g}"
                ),
                remedy=Phrase("load profile", "Choose a duration between 1 s and 7 days."),
            )
        if any(stage.duration_s < 0 for stage in self.stages) or not all(
            0 <= stage.users <= MOST_USERS for stage in self.stages
        ):
            raise LoadProfileError(
                Phrase("load profile", "A stage has a negative length, or no possible users."),
                remedy=Phrase("load profile", "Choose between 0 and 1,000,000 users."),
            )

    def profile(self) -> "LoadProfile":
        """Return the profile itself, as every shape does."""
        return self

    @property
    def duration_s(self) -> float:
        """How long the whole profile takes."""
        return sum(stage.duration_s for stage in self.stages)

    @property
    def most_users(self) -> int:
        """The most users there are at any moment."""
        return max(stage.users for stage in self.stages)

    def corners(self) -> tuple[tuple[float, int], ...]:
        """Return the corners of the profile as moments in s and users; the first is (0, 0)."""
        at_s = 0.0
        corners = [(0.0, 0)]
        for stage in self.stages:
            at_s += stage.duration_s
            corners.append((at_s, stage.users))
        return tuple(corners)

    def users_at(self, at_s: float) -> int:
        """Return how many users there should be at a moment of the run; none after its end."""
        if not 0 <= at_s <= self.duration_s:
            return 0
        wanted = 0.0
        for (begin_s, begin), (end_s, end) in pairwise(self.corners()):
            if begin_s <= at_s <= end_s:
                share = (at_s - begin_s) / (end_s - begin_s) if end_s > begin_s else 1.0
                wanted = begin + (end - begin) * share
        return round(wanted)


def constant(users: int, duration_s: float) -> LoadProfile:
    """Return a profile with all users from the first second to the last."""
    return LoadProfile((Stage(0.0, users), Stage(duration_s, users)))


def rise_and_hold(users: int, rise_s: float, hold_s: float, fall_s: float = 0.0) -> LoadProfile:
    """Return a profile that rises to `users`, holds them, and may let them go again."""
    fall = (Stage(fall_s, 0),) if fall_s else ()
    return LoadProfile((Stage(rise_s, users), Stage(hold_s, users), *fall))
