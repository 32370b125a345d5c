"""RUNS IN A CHILD PROCESS. Brings the users to what the load wants, at each moment."""
# pyright: basic

import time
from collections.abc import Callable, Iterable, Iterator

import gevent
from locust.runners import MasterRunner

from studio.child.load.course import Course
from studio.child.load.course_record import CourseRecord, CourseReport
from studio.child.load.lost_share import LostShare
from studio.child.load.seconds import SecondMessage
from studio.engine.load_commands import ChangeUsers
from studio.engine.load_course import (
    CourseCommand,
    Hold,
    LoadHeld,
    LoadResumed,
    Resume,
    SkipStage,
    StageSkipped,
)
from studio.engine.load_messages import LoadMessage, UsersChanged, UsersOrdered
from studio.scenario.load_profile import LoadProfile

_SLICE_S = 0.25
"""How often the workers are told how many users there are to be; they spread them over it."""

_BEFORE_S = 1e-6
_WIND_UP_S = 15.0
"""A little more than the time Locust gives a user to finish what it is doing."""


class Follower:
    """Follows a load profile until its end, or a number of users given by hand."""

    def __init__(
        self,
        runner: MasterRunner,
        profile: LoadProfile,
        began_s: float,
        tell: Callable[[LoadMessage], None],
    ) -> None:
        self._runner = runner
        self._profile = profile
        self._course = Course([at_s for at_s, _ in profile.corners()])
        self._began_s = began_s
        self._record = CourseRecord()
        self._tell = tell
        self._by_hand: int | None = None
        self._left = LostShare()
        self._most: int | None = None
        self._ordered = profile.users_at(0)
        self._told: tuple[int, int] | None = None
        self._is_stopped = False

    def obey(self, command: ChangeUsers | CourseCommand) -> Iterator[LoadMessage]:
        """Change the course; yield what has come of it, nothing where it is so already."""
        self._note_wanted()
        at_s = self.at_s()
        match command:
            case ChangeUsers(users=users):
                self.want(users)
                yield UsersOrdered(at_s, users)
            case Hold() if self._course.hold(at_s):
                yield LoadHeld(at_s)
            case Resume():
                was_by_hand, self._by_hand = self._by_hand is not None, None
                if self._course.resume(at_s) or was_by_hand:
                    yield LoadResumed(at_s)
            case SkipStage():
                yield StageSkipped(at_s, self._course.skip(at_s))
            case _:
                return

    def want(self, users: int) -> None:
        """Leave the profile and keep this many users."""
        self._note_wanted()
        self._by_hand = users
        self._left = LostShare()  # who orders now knows how many workers are left

    def lose(self, kept: int, living: int) -> None:
        """Want no more than the share of the worker processes that are left.

        Args:
            kept: How many users they have.
            living: How many they are.
        """
        self._note_wanted()
        self._left.lose(self._planned_at(self.at_s()), kept, living)
        self._ordered = kept

    def begin(self) -> None:
        """Do nothing yet: the first users are ordered by Locust itself."""

    def limit(self, users: int) -> None:
        """Have no more users than this from now on, whatever the profile or a hand says."""
        self._note_wanted()
        self._most = users if self._most is None else min(users, self._most)

    def stop(self) -> None:
        """End before the profile does."""
        self._note_wanted()
        self._is_stopped = True

    def follow(self) -> None:
        """Follow the profile; return when it is over or `stop` was called."""
        while not self._is_stopped and not self._course.is_over(self.at_s()):
            at_s = self.at_s()
            until_s = min(at_s + _SLICE_S, self._course.next_corner_s(at_s))
            self._note_wanted()
            # What there is to be at the slice's end; a jump there belongs to the next slice.
            self._order(self._wanted_at(max(at_s, until_s - _BEFORE_S)))
            gevent.sleep(max(0.0, until_s - self.at_s()))
        self.stop()

    def let_go(self, is_over: Callable[[], bool]) -> None:
        """Let every user finish what it is doing; return when that is over, or takes too long."""
        deadline_s = time.monotonic() + _WIND_UP_S
        self._order(0)
        while not is_over() and time.monotonic() < deadline_s:
            self._say(0)
            gevent.sleep(_SLICE_S)
        self._say(0)

    def at_s(self) -> float:
        """Return the run time."""
        return time.monotonic() - self._began_s

    def take(self, worker: str, course: CourseReport) -> None:
        """Take in what a worker process tells of its users."""
        self._record.take(worker, course)

    def complete(self, messages: Iterable[SecondMessage]) -> Iterator[SecondMessage]:
        """Yield the seconds of the run with the users there were to be and those there were."""
        self._note_wanted()
        yield from self._record.complete(messages)

    def _wanted_at(self, at_s: float) -> int:
        left = self._left.of(self._planned_at(at_s))
        return left if self._most is None else min(left, self._most)

    def _planned_at(self, at_s: float) -> int:
        if self._by_hand is not None:
            return self._by_hand
        return self._profile.users_at(self._course.load_s(at_s))

    def _note_wanted(self) -> None:
        """Note what was wanted in the middle of the seconds since the last note."""
        now_s = self.at_s()
        while not self._is_stopped and self._record.noted + 0.5 <= now_s:
            self._record.note(self._wanted_at(self._record.noted + 0.5))

    def _order(self, users: int) -> None:
        if users != self._ordered:
            rate = max(1, abs(users - self._ordered), self._runner.user_count)
            self._ordered = users
            self._runner.start(users, rate)
        self._say(users)

    def _say(self, wanted: int) -> None:
        now = self._runner.user_count, wanted
        if now != self._told:
            self._told = now
            self._tell(UsersChanged(round(self.at_s(), 3), *now))
