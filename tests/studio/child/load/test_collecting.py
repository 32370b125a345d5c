"""Whatever becomes of reports on their way, the run's seconds and totals are what was measured."""

import time
from typing import Any

import pytest

from studio.child.load.collecting import Collector
from studio.child.load.counting import Counter
from studio.child.load.course_record import CourseRecord
from studio.child.load.gathering import Gathering
from studio.child.load.inbox import GIVEN_UP_AFTER_S, Inbox
from studio.child.load.outbox import Outbox
from studio.child.load.presence import LOST_AFTER_S, QUIET_AFTER_S
from studio.child.load.seal import Seal
from studio.engine.load_messages import (
    AgentFailed,
    ClockStepped,
    LoadMessage,
    Refused,
    ReportsForged,
    ReportsMissing,
    SecondAmended,
    SecondMeasured,
    WorkerBack,
    WorkerJoined,
    WorkerQuiet,
)
from studio.measurement.outcome import Outcome
from studio.measurement.packing import unpack_text

SEAL = Seal("token", "run")
NO_TROUBLE: dict[str, list[object]] = {"causes": [], "exceptions": [], "lines": [], "examples": []}


class Clock:
    """Stands in for the clock the collector looks at."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now_s = 1000.0
        monkeypatch.setattr(time, "monotonic", lambda: self.now_s)
        monkeypatch.setattr(time, "time", lambda: self.now_s + 1e9)


class Worker:
    """A worker process as far as its reports go."""

    def __init__(self, name: str, clock: Clock) -> None:
        self._name = name
        self._clock = clock
        self._outbox = Outbox(name, SEAL)
        self._counter = Counter()
        self.users = 3

    def count(self, second: int, requests: int = 1) -> None:
        for _ in range(requests):
            self._counter.count((second, "GET", "/", Outcome.OK), 1000, 10)

    def report(self, **told: object) -> dict[str, Any]:
        now_s = self._clock.now_s
        return self._outbox.put(
            {
                "worker": self._name,
                "is_last": False,
                "has_begun": True,
                "sent_s": now_s,
                "wall_s": now_s + 1e9,
                "until_s": now_s - 1000,
                "users": self.users,
                "vitals": (0.1, 1.0, 2.0, 0.0, 0.0, 0.0, 0.01),
                "parts": [part.to_wire() for part in self._counter.take()],
                "requests": self._counter.requests,
                "failures": self._counter.failures,
                "refused": {},
                "brakes": {},
                "trouble": NO_TROUBLE,
                "own_errors": {},
                "course": {"samples": [], "starts": []},
                "lane_off": "",
                "lane": (0, 0, 0),
                **told,
            }
        )

    def again(self, numbers: list[int]) -> list[dict[str, Any]]:
        return self._outbox.again(numbers)


class Run:
    """A collector with two workers, its run begun."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.clock = Clock(monkeypatch)
        self.said: list[LoadMessage] = []
        names = ("worker-1", "worker-2")
        self.collector = Collector(names, Inbox(SEAL), Gathering(), self.said.append)
        self.one, self.two = (Worker(name, self.clock) for name in names)
        for worker in (self.one, self.two):
            self.collector.take(worker.report(has_begun=False))
        self.collector.begin(1000.0, CourseRecord())

    def after(self, seconds: float) -> None:
        self.clock.now_s += seconds

    def heard(self, *kinds: type[LoadMessage]) -> list[LoadMessage]:
        return [it for it in self.said if isinstance(it, kinds)]

    @property
    def told_requests(self) -> int:
        return sum(
            sum(unpack_text(row.counts).values())
            for it in self.said
            if isinstance(it, SecondMeasured | SecondAmended)
            for row in it.rows
        )


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    return Run(monkeypatch)


def test_workers_join_once_and_their_reports_make_seconds(run: Run) -> None:
    assert run.heard(WorkerJoined) == [WorkerJoined("worker-1"), WorkerJoined("worker-2")]
    for second in range(3):
        run.one.count(second, 2)
        run.two.count(second)
        run.after(1.0)
        run.collector.take(run.one.report())
        run.collector.take(run.two.report())
        assert run.collector.look() == []
    seconds = run.heard(SecondMeasured)
    assert [getattr(it, "at_s", None) for it in seconds] == [0, 1, 2]
    assert [getattr(it, "users", None) for it in seconds] == [6, 6, 6]
    assert run.told_requests == run.collector.totals[0] == 9


def test_a_report_that_was_lost_is_asked_for_and_amends_its_second(run: Run) -> None:
    run.one.count(0, 5)
    run.after(1.0)
    run.one.report()  # it never comes
    run.collector.take(run.two.report())
    run.after(1.0)
    run.collector.take(run.one.report())
    run.collector.take(run.two.report())
    assert run.collector.to_ask_again() == {"worker-1": [1]}
    run.after(3.0)
    run.collector.look()
    assert run.told_requests == 0
    for letter in run.one.again([1]):
        run.collector.take(letter)
    run.collector.finish()
    assert run.told_requests == run.collector.totals[0] == 5
    assert not run.heard(ReportsForged)


def test_a_report_that_never_comes_is_said(run: Run) -> None:
    run.one.count(0, 5)
    run.one.report()
    run.after(1.0)
    run.collector.take(run.one.report())
    assert run.collector.to_ask_again() == {"worker-1": [1]}
    run.after(GIVEN_UP_AFTER_S + 0.1)
    run.collector.look()
    run.collector.look()
    (missing,) = run.heard(ReportsMissing)
    assert (getattr(missing, "worker", ""), getattr(missing, "count", 0)) == ("worker-1", 1)
    assert run.told_requests == 0
    assert run.collector.totals[0] == 5  # so the run cannot look whole


def test_last_reports_are_waited_for_and_their_absence_is_said(run: Run) -> None:
    run.one.count(0)
    run.collector.take(run.one.report(is_last=True))
    assert run.collector.still_to_hear() == ["worker-2"]
    assert run.collector.has_said_last("worker-1")
    run.two.count(0)
    late = run.two.report(is_last=True)
    run.collector.finish()
    (missing,) = run.heard(ReportsMissing)
    assert getattr(missing, "worker", "") == "worker-2"
    run.collector.take(late)
    assert run.collector.still_to_hear() == []
    run.collector.finish()
    assert run.told_requests == 2


def test_silence_is_said_and_lost_when_it_lasts(run: Run) -> None:
    run.after(QUIET_AFTER_S + 0.5)
    run.collector.take(run.one.report())
    assert run.collector.look() == []
    assert run.heard(WorkerQuiet) == [WorkerQuiet(QUIET_AFTER_S + 0.5, "worker-2")]
    run.collector.take(run.two.report())
    assert run.heard(WorkerBack) == [
        WorkerBack(QUIET_AFTER_S + 0.5, "worker-2", QUIET_AFTER_S + 0.5)
    ]
    run.after(LOST_AFTER_S + 0.5)
    run.collector.take(run.one.report())
    assert run.collector.look() == ["worker-2"]
    assert run.collector.lose("worker-2") == 3
    run.two.count(9)
    run.collector.take(run.two.report())  # too late to work, not to count
    assert run.collector.presence.living == ("worker-1",)
    run.collector.finish()
    assert run.told_requests == 1


def test_users_of_a_lost_worker_are_gone_whatever_it_still_tells(run: Run) -> None:
    run.collector.lose("worker-2")
    run.after(1.0)
    run.collector.take(run.one.report(course={"samples": [(0, 3)], "starts": []}))
    run.collector.take(run.two.report(course={"samples": [(0, 9)], "starts": []}))
    run.collector.look()
    (second,) = run.heard(SecondMeasured)
    assert getattr(second, "users", None) == 3


def test_a_run_is_idle_once_everybody_has_no_user_left(run: Run) -> None:
    run.after(2.0)
    run.one.users = 0
    run.collector.take(run.one.report())
    assert not run.collector.is_idle(1.0)
    run.collector.take(run.two.report(is_last=True))
    assert run.collector.is_idle(1.0)
    assert not run.collector.is_idle(2.0)


def test_whatever_goes_wrong_beside_it_is_said(run: Run) -> None:
    run.after(1.0)
    told = {"own_errors": {"KeyError in x": 2}, "refused": {"evil.test": 3}}
    run.collector.take(run.one.report(wall_s=run.clock.now_s + 1e9 + 3600, **told))
    run.collector.take({"worker": "worker-1", "number": 99, "payload": b"", "seal": b""})
    run.collector.note_strangers(4)
    run.collector.note_strangers(0)
    assert run.heard(AgentFailed) == [AgentFailed(1.0, "worker-1", "KeyError in x", 2)]
    assert run.heard(Refused) == [Refused(1.0, "evil.test", 3)]
    assert run.heard(ClockStepped) == [ClockStepped(1.0, "worker-1", 3600.0)]
    assert run.heard(ReportsForged) == [ReportsForged(1.0, 5)]


def test_what_was_measured_before_the_run_does_not_belong_to_it(run: Run) -> None:
    run.one.count(0)
    run.collector.take(run.one.report(has_begun=False))
    run.collector.finish()
    assert run.told_requests == run.collector.totals[0] == 0
