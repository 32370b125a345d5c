"""Shapes of users over time, as people set them: each is drawn out into a load profile."""

from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar, Protocol

from studio.phrase import Phrase
from studio.scenario.load_profile import LoadProfile, LoadProfileError, Stage

MOST_STEPS = 1_000
MOST_POINTS = 1_000


class _Shape(Protocol):
    """What every shape can be asked; only `profile` is its own."""

    __slots__ = ()

    def profile(self) -> LoadProfile:
        """Return the users over time that the shape stands for."""
        ...

    @property
    def duration_s(self) -> float:
        """How long the whole load takes."""
        return self.profile().duration_s

    @property
    def most_users(self) -> int:
        """The most users there are at any moment."""
        return self.profile().most_users

    def corners(self) -> tuple[tuple[float, int], ...]:
        """Return the corners as moments in s and users; the first is (0, 0)."""
        return self.profile().corners()


@dataclass(frozen=True, slots=True)
class Constant(_Shape):
    """All users from the first second to the last."""

    KIND: ClassVar = "constant"

    users: int
    length_s: float

    def __post_init__(self) -> None:
        self.profile()

    def profile(self) -> LoadProfile:
        """Return the users over time that the shape stands for."""
        return LoadProfile((Stage(0.0, self.users), Stage(self.length_s, self.users)))


@dataclass(frozen=True, slots=True)
class RiseAndHold(_Shape):
    """Users rise, stay, and may go again one by one."""

    KIND: ClassVar = "rise and hold"

    users: int
    rise_s: float
    hold_s: float
    fall_s: float = 0.0
    """0: all users go at the end, together."""

    def __post_init__(self) -> None:
        self.profile()

    def profile(self) -> LoadProfile:
        """Return the users over time that the shape stands for."""
        return _risen(self.users, self.rise_s, self.hold_s, self.fall_s)


@dataclass(frozen=True, slots=True)
class Soak(_Shape):
    """Users rise and stay for hours, to see what only time brings to light."""

    KIND: ClassVar = "soak"

    users: int
    rise_s: float
    hold_s: float
    fall_s: float = 0.0
    """0: all users go at the end, together."""

    def __post_init__(self) -> None:
        if self.hold_s < self.rise_s:
            raise LoadProfileError(
                Phrase("load profile", "A soak that rises for {rise} s holds only {hold} s.").of(
                    rise=f"{self.rise_s:g}", hold=f"{self.hold_s:g}"
                ),
                remedy=Phrase("load profile", "Hold it longer than it rises."),
            )
        self.profile()

    def profile(self) -> LoadProfile:
        """Return the users over time that the shape stands for."""
        return _risen(self.users, self.rise_s, self.hold_s, self.fall_s)


@dataclass(frozen=True, slots=True)
class Steps(_Shape):
    """Users come in steps, each as long as the others."""

    KIND: ClassVar = "steps"

    first_users: int
    """On the first step."""

    step_users: int
    """How many each further step adds; fewer than none takes them away."""

    steps: int
    step_s: float
    """How long a step takes, its rise included."""

    rise_s: float = 0.0
    """How long the users of a step take to come; 0: all at once."""

    def __post_init__(self) -> None:
        if not 1 <= self.steps <= MOST_STEPS:
            raise LoadProfileError(
                Phrase("load profile", "{steps} steps cannot be run.").of(steps=self.steps),
                remedy=Phrase("load profile", "Choose between 1 and 1,000 steps."),
            )
        if self.rise_s > self.step_s:
            raise LoadProfileError(
                Phrase(
                    "load profile", "A step takes {step} s, and its rise alone takes {rise} s."
                ).of(step=f"{self.step_s:g}", rise=f"{self.rise_s:g}"),
                remedy=Phrase("load profile", "Make the steps longer, or their rise shorter."),
            )
        self.profile()

    def profile(self) -> LoadProfile:
        """Return the users over time that the shape stands for."""
        stages: list[Stage] = []
        for step in range(self.steps):
            users = self.first_users + step * self.step_users
            stages += [Stage(self.rise_s, users), Stage(self.step_s - self.rise_s, users)]
        return LoadProfile(tuple(stages))


@dataclass(frozen=True, slots=True)
class Spike(_Shape):
    """A steady load, for a short time many more users, and the steady load again."""

    KIND: ClassVar = "spike"

    users: int
    """Before and after."""

    peak_users: int
    before_s: float
    rise_s: float
    """How long the users take to come, and how long to go; 0: all at once."""

    peak_s: float
    """How long all of them are there."""

    after_s: float

    def __post_init__(self) -> None:
        if self.peak_users <= self.users:
            raise LoadProfileError(
                Phrase("load profile", "A spike from {users} to {peak} users is none.").of(
                    users=self.users, peak=self.peak_users
                ),
                remedy=Phrase("load profile", "Choose more users for its peak."),
            )
        self.profile()

    def profile(self) -> LoadProfile:
        """Return the users over time that the shape stands for."""
        return LoadProfile(
            (
                Stage(0.0, self.users),
                Stage(self.before_s, self.users),
                Stage(self.rise_s, self.peak_users),
                Stage(self.peak_s, self.peak_users),
                Stage(self.rise_s, self.users),
                Stage(self.after_s, self.users),
            )
        )


@dataclass(frozen=True, slots=True)
class Point:
    """A corner of a drawn load."""

    at_s: float
    users: int


@dataclass(frozen=True, slots=True)
class Drawing(_Shape):
    """Users over time as somebody drew them, corner by corner, in order of time."""

    KIND: ClassVar = "drawing"

    points: tuple[Point, ...]
    """Before the first there are none; two at the same moment are a jump."""

    def __post_init__(self) -> None:
        if not 1 <= len(self.points) <= MOST_POINTS:
            raise LoadProfileError(
                Phrase("load profile", "{points} points draw no load.").of(points=len(self.points)),
                remedy=Phrase("load profile", "Set between 1 and 1,000 points."),
            )
        for before, point in pairwise(self.points):
            if point.at_s < before.at_s:
                raise LoadProfileError(
                    Phrase(
                        "load profile",
                        "The point at {at} s follows one at {before} s: time runs on.",
                    ).of(at=f"{point.at_s:g}", before=f"{before.at_s:g}"),
                    remedy=Phrase("load profile", "Put the points in order of time."),
                )
        self.profile()

    def profile(self) -> LoadProfile:
        """Return the users over time that the shape stands for."""
        begin = self.points[0]
        stages = [Stage(begin.at_s, begin.users)]
        for before, point in pairwise(self.points):
            stages.append(Stage(point.at_s - before.at_s, point.users))
        return LoadProfile(tuple(stages))


def rise_within(users: int, duration_s: float) -> RiseAndHold:
    """Return a load of a given length that rises during its first third and then holds."""
    rise_s = round(duration_s / 3, 1)
    return RiseAndHold(users, rise_s, duration_s - rise_s)


def rise_and_hold_within(users: int, rise_s: float, duration_s: float) -> RiseAndHold:
    """Return a load of a given length that rises for a time of it and then holds.

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
    return RiseAndHold(users, rise_s, duration_s - rise_s)


def _risen(users: int, rise_s: float, hold_s: float, fall_s: float) -> LoadProfile:
    fall = (Stage(fall_s, 0),) if fall_s else ()
    return LoadProfile((Stage(rise_s, users), Stage(hold_s, users), *fall))
