"""RUNS IN A CHILD PROCESS. Reports of worker processes → the run's seconds, and its troubles."""
# pyright: basic

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from studio.child.load.clock_watch import ClockWatch
from studio.child.load.counting import Part
from studio.child.load.course_record import CourseRecord, CourseReport, Recording
from studio.child.load.gathering import MASTER, Gathering
from studio.child.load.inbox import Inbox
from studio.child.load.presence import Presence
from studio.child.load.seconds import Report, Seconds
from studio.child.load.vitals import Vitals
from studio.engine.braking_messages import Brake, Braked
from studio.engine.load_messages import (
    AgentFailed,
    ClockStepped,
    LoadMessage,
    Refused,
    ReportsForged,
    ReportsMissing,
    WorkerBack,
    WorkerJoined,
    WorkerQuiet,
)
from studio.failpoint import failpoint


class Collector:
    """Takes in what the worker processes report, and says what has come of it."""

    def __init__(
        self,
        workers: Sequence[str],
        inbox: Inbox,
        gathering: Gathering,
        say: Callable[[LoadMessage], None],
    ) -> None:
        self._inbox = inbox
        self._gathering = gathering
        self._say = say
        self._seconds = Seconds(workers)
        self._users: dict[str, int] = {}
        self._idle_s: dict[str, float] = {}
        self._said_last: set[str] = set()
        self._began_s: float | None = None
        self._record: Recording = CourseRecord()
        self.presence = Presence(workers)
        self.clocks = ClockWatch()

    @property
    def totals(self) -> tuple[int, int]:
        """Requests and failures, as the worker processes counted them themselves."""
        return self._seconds.totals

    @property
    def is_empty(self) -> bool:
        """Whether every living worker has told that it has no user."""
        living = self.presence.living
        return bool(living) and not any(self._users.get(worker, 1) for worker in living)

    def note_ports(self, share: float) -> None:
        """Note which share of the local ports is taken."""
        self._seconds.ports_share = share

    def begin(self, began_s: float, record: Recording) -> None:
        """Let run time begin; what was measured before does not belong to the run.

        Args:
            began_s: At which moment of the monotonic clock.
            record: Adds to the seconds what they were to be.
        """
        self._began_s = began_s
        self._record = record

    def at_s(self) -> float:
        """Return the run time, 0 before it has begun."""
        return 0.0 if self._began_s is None else time.monotonic() - self._began_s

    def take(self, letter: object) -> None:
        """Take in one report as it came over the wire."""
        told = self._inbox.open(letter)
        if told is None:
            return
        self._hear(told["worker"], told, time.monotonic())
        if self._began_s is not None and told["has_begun"]:
            self._count(told["worker"], told)
        self.say_refused(told["refused"])
        for brake, number in told["brakes"].items():
            self._say(Braked(self.at_s(), Brake(brake), number))
        for error, count in told["own_errors"].items():
            self._say(AgentFailed(self.at_s(), told["worker"], error, count))
        if told["is_last"]:
            self._said_last.add(told["worker"])

    def look(self) -> list[str]:
        """Close the seconds that are complete, say what is wrong, and return who was lost."""
        now_s = time.monotonic()
        self._hear_clock(MASTER, now_s, time.time(), now_s)
        if self._began_s is None:
            return []
        for worker in self.presence.newly_quiet(now_s):
            self._say(WorkerQuiet(self.at_s(), worker))
        for worker, count in self._inbox.given_up(now_s).items():
            self._say(ReportsMissing(self.at_s(), worker, count))
        self.close_seconds()
        return self.presence.newly_lost(now_s)

    def to_ask_again(self) -> dict[str, list[int]]:
        """Return the numbers of reports that have not come by worker, each once."""
        return self._inbox.to_ask_again(time.monotonic())

    def say_refused(self, refused: Mapping[str, int]) -> None:
        """Say which places a process was kept from, and how often."""
        for place, count in refused.items():
            self._say(Refused(self.at_s(), place, count))

    def note_strangers(self, messages: int) -> None:
        """Say that so many messages came from strangers, if any; forged reports count, too."""
        forged = messages + self._inbox.take_forged()
        if forged:
            self._say(ReportsForged(self.at_s(), forged))

    def lose(self, worker: str) -> int:
        """Wait for a worker process no more, and return how many users it had."""
        self.presence.lose(worker)
        self._seconds.lose(worker)
        return self._users.pop(worker, 0)

    def is_idle(self, since_s: float) -> bool:
        """Return whether every living worker has reported, without users, after a moment."""
        return all(
            worker in self._said_last or self._idle_s.get(worker, -1.0) > since_s
            for worker in self.presence.living
        )

    def still_to_hear(self) -> list[str]:
        """Return the living workers of which something is still to come."""
        return [
            worker
            for worker in self.presence.living
            if worker not in self._said_last or not self._inbox.has_all(worker)
        ]

    def has_said_last(self, worker: str) -> bool:
        """Return whether nothing more is to be expected of a worker."""
        return worker in self._said_last

    def close_seconds(self) -> None:
        """Say what is complete by now."""
        for message in self._record.complete(self._seconds.close(self.at_s())):
            self._say(message)
            failpoint("master.second_closed")

    def finish(self) -> None:
        """Say everything that has not been said; nothing follows."""
        for message in self._record.complete(self._seconds.flush()):
            self._say(message)
        for worker in self.still_to_hear():
            self._say(ReportsMissing(self.at_s(), worker, 1))

    def _hear(self, worker: str, told: dict[str, Any], now_s: float) -> None:
        if not self.presence.has_joined(worker):
            self._say(WorkerJoined(worker, told["lane_off"]))
        silent_s = self.presence.hear(worker, now_s)
        if silent_s is not None:
            self._say(WorkerBack(self.at_s(), worker, round(silent_s, 3)))
        self._hear_clock(worker, told["sent_s"], told["wall_s"], now_s)

    def _hear_clock(self, process: str, sent_s: float, wall_s: float, arrived_s: float) -> None:
        by_s = self.clocks.hear(process, sent_s=sent_s, wall_s=wall_s, arrived_s=arrived_s)
        if by_s is not None:
            self._say(ClockStepped(self.at_s(), process, round(by_s, 3)))

    def _count(self, worker: str, told: dict[str, Any]) -> None:
        parts = [Part.from_wire(part) for part in told["parts"]]
        report = Report(
            worker=worker,
            until_s=told["until_s"],
            is_whole=self._inbox.has_all(worker),
            users=told["users"],
            vitals=Vitals(*told["vitals"]),
            parts=parts,
            requests=told["requests"],
            failures=told["failures"],
            lane=told["lane"],
        )
        self._seconds.take(report)
        self._gathering.take(worker, told["trouble"])
        course = CourseReport(**told["course"])
        if self.presence.is_gone(worker):  # what it did counts, but its users are gone
            self._record.take(worker, replace(course, samples=()))
            return
        self._record.take(worker, course)
        self._users[worker] = report.users
        if not report.users:
            self._idle_s[worker] = report.until_s
