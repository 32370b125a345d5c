"""RUNS IN A CHILD PROCESS. Deals the starts of an arrival rate out to the worker processes."""
# pyright: basic

import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import gevent
from locust.runners import MasterRunner

from studio.child.load.course import Course
from studio.child.load.course_record import CourseRecord, CourseReport
from studio.child.load.seconds import SecondMessage
from studio.child.load.start_plan import StartPlan
from studio.child.load.wire_names import ALIVE, PLAN
from studio.engine.load_commands import ChangeUsers
from studio.engine.load_course import (
    ChangeRate,
    CourseCommand,
    Hold,
    LoadHeld,
    LoadResumed,
    RateOrdered,
    Resume,
    SkipStage,
    StageSkipped,
)
from studio.engine.load_messages import LoadMessage, UsersChanged, UsersOrdered
from studio.measurement.histogram import EMPTY
from studio.scenario.arrival_rate import ArrivalRate, whole_starts
from studio.scenario.load_profile import LONGEST_S

_LOOK_EVERY_S = 0.2
_SILENT_S = 1.2
"""A worker process says four times in this that it is there; one that does not is passed by."""

_NOTICE_S = 0.1
"""How long before its beginning a plan is sent, so that all worker processes change at once."""

_WIND_UP_S = 15.0


class Arriving:
    """Follows an arrival rate until its end: says which worker process makes which starts."""

    def __init__(
        self,
        runner: MasterRunner,
        load: ArrivalRate,
        began_s: float,
        tell: Callable[[LoadMessage], None],
    ) -> None:
        self._runner = runner
        self._load = load
        self._course = Course([at_s for at_s, _ in load.corners()])
        self._began_s = began_s
        self._tell = tell
        self._record = CourseRecord()
        self._by_hand: float | None = None
        self._most_users = load.most_users
        self._plans: list[StartPlan] = []
        self._noted = self._noted_starts = 0
        self._heard_s: dict[str, float] = {client.id: 0.0 for client in runner.clients.ready}
        self._users: dict[str, int] = {}
        self._sharing: list[str] = []
        self._told: tuple[int, int] | None = None
        self._ended_s = float("inf")
        runner.register_message(ALIVE, self._hear)

    def begin(self) -> None:
        """Deal out the first starts; the worker processes know when run time began."""
        self._deal_out(0.0)

    def obey(self, command: ChangeUsers | CourseCommand) -> Iterator[LoadMessage]:
        """Change the course; yield what has come of it, nothing where it is so already."""
        at_s = self.at_s()
        messages = list(self._change(command, at_s))
        if messages:
            self._deal_out(at_s + _NOTICE_S)
        yield from messages

    def _change(self, command: ChangeUsers | CourseCommand, at_s: float) -> Iterator[LoadMessage]:
        match command:
            case ChangeUsers(users=users):
                self._most_users = users
                yield UsersOrdered(at_s, users)
            case ChangeRate(per_s=per_s):
                self._by_hand = per_s
                yield RateOrdered(at_s, per_s)
            case Hold():
                if self._course.hold(at_s):
                    yield LoadHeld(at_s)
            case Resume():
                was_by_hand, self._by_hand = self._by_hand is not None, None
                if self._course.resume(at_s) or was_by_hand:
                    yield LoadResumed(at_s)
            case SkipStage():
                yield StageSkipped(at_s, self._course.skip(at_s))

    def lose(self, _kept: int, _living: int) -> None:
        """Give the starts of a worker process that is gone to the others at once."""
        self._share_anew()

    def limit(self, users: int) -> None:
        """Have no more users than this from now on, and start fewer journeys in proportion."""
        at_s, there = self.at_s(), sum(self._users.values())
        if there > users:
            per_s = self._load.rate_at(self._course.load_s(at_s))
            self._by_hand = (per_s if self._by_hand is None else self._by_hand) * users / there
        self._most_users = min(users, self._most_users)
        if self._plans:
            self._deal_out(at_s + _NOTICE_S)

    def stop(self) -> None:
        """End before the load does."""
        self._ended_s = min(self._ended_s, self.at_s())

    def follow(self) -> None:
        """Follow the rate; return when it is over or `stop` was called."""
        while self.at_s() < self._ended_s and not self._course.is_over(self.at_s()):
            self._share_anew()
            self._say(self._most_users)
            until_s = min(_LOOK_EVERY_S, self._course.next_corner_s(self.at_s()) - self.at_s())
            gevent.sleep(max(0.0, until_s))
        self.stop()

    def let_go(self, is_over: Callable[[], bool]) -> None:
        """Let every user finish what it is doing; return when that is over, or takes too long."""
        deadline_s = time.monotonic() + _WIND_UP_S
        self._runner.send_message(PLAN)
        while not is_over() and time.monotonic() < deadline_s:
            self._say(0)
            gevent.sleep(_LOOK_EVERY_S)
        self._users.clear()
        self._say(0)

    def at_s(self) -> float:
        """Return the run time."""
        return time.monotonic() - self._began_s

    def take(self, worker: str, course: CourseReport) -> None:
        """Take in what a worker process tells of its users and starts."""
        self._record.take(worker, course)

    def complete(self, messages: Iterable[SecondMessage]) -> Iterator[SecondMessage]:
        """Yield the seconds of the run with the starts that were due and those that were made."""
        self._note_planned()
        yield from self._record.complete(messages)

    def _hear(self, msg: Any, **_rest: object) -> None:  # noqa: ANN401
        self._heard_s[msg.node_id] = self.at_s()
        self._users[msg.node_id] = msg.data["users"]

    def _share_anew(self) -> None:
        """Give the starts of a worker process that is silent to the others, and back again."""
        at_s = self.at_s()
        if self._living(at_s) != self._sharing:
            self._miss_starts_of_silent(at_s + _NOTICE_S)
            self._deal_out(at_s + _NOTICE_S)

    def _living(self, at_s: float) -> list[str]:
        there = set(self._runner.clients)
        heard = self._heard_s.items()
        return sorted(it for it, heard_s in heard if it in there and at_s - heard_s < _SILENT_S)

    def _miss_starts_of_silent(self, until_s: float) -> None:
        plan, living = self._plans[-1], self._living(self.at_s())
        for share, worker in enumerate(self._sharing):
            if worker not in living:
                self._users.pop(worker, None)
                for _, moment_s in plan.moments(share, len(self._sharing)):
                    if moment_s >= until_s:
                        break
                    if moment_s > self._heard_s[worker]:
                        self._record.take_starts(int(moment_s), 0, 1, EMPTY)

    def _deal_out(self, from_s: float) -> None:
        """Send every living worker process what it is to start from a moment of the run on."""
        due = self._plan_at(from_s).due_at(from_s) if self._plans else 0.0
        plan = StartPlan(tuple(self._line(from_s)), due)
        self._plans.append(plan)
        self._sharing = self._living(self.at_s())
        for share, worker in enumerate(self._sharing):
            of = len(self._sharing)
            told = {
                "corners": plan.corners,
                "due": plan.due,
                "share": share,
                "of": of,
                "host": self._runner.environment.host,
                "most_users": self._most_users // of + (share < self._most_users % of),
            }
            self._runner.send_message(PLAN, told, worker)

    def _line(self, from_s: float) -> Iterator[tuple[float, float]]:
        """Yield the corners, in run time, of the rate as it would go on from a moment."""
        load_s = self._course.load_s(from_s)
        left_s = self._load.duration_s - load_s
        if self._course.is_held or self._by_hand is not None:
            per_s = self._load.rate_at(load_s) if self._by_hand is None else self._by_hand
            yield from_s, per_s
            yield from_s + (LONGEST_S if self._course.is_held else left_s), per_s
            return
        yield from_s, self._load.rate_at(load_s)
        for corner_s, per_s in self._load.corners():
            if corner_s > load_s:
                yield from_s + corner_s - load_s, per_s

    def _plan_at(self, at_s: float) -> StartPlan:
        return next(it for it in reversed(self._plans) if it.begins_s <= at_s or it.begins_s == 0)

    def _note_planned(self) -> None:
        """Note how many starts were due in the seconds that are over."""
        now_s = min(self.at_s(), self._ended_s)
        is_over = self.at_s() >= self._ended_s
        while self._noted + 1 <= now_s or (is_over and self._noted < now_s):
            end_s = min(self._noted + 1.0, now_s)
            starts = whole_starts(self._plan_at(end_s).due_at(end_s))
            self._record.plan_starts(self._noted, starts - self._noted_starts)
            self._noted, self._noted_starts = self._noted + 1, starts

    def _say(self, wanted: int) -> None:
        now = sum(self._users.values()), wanted
        if now != self._told:
            self._told = now
            self._tell(UsersChanged(round(self.at_s(), 3), *now))
