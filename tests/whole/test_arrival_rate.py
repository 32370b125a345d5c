"""Journeys start when they are due, whatever the answers; real master and workers."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from studio.engine.load_commands import Stop
from studio.engine.load_course import ChangeRate, Hold, LoadHeld, Resume, SkipStage
from studio.engine.load_messages import WorkerLost
from studio.measurement.timeline import Point
from studio.run.event import EventKind
from studio.run.verdict import Doubt, VerdictKind
from studio.scenario.arrival_rate import ArrivalRate, RateStage, constant_rate
from studio.scenario.load_shape import planned_starts
from tests.whole.counting_server import CountingServer, counting_server
from tests.whole.trial import Trial

pytestmark = pytest.mark.whole

GATE = """
from locust import FastHttpUser, between, task

class Visitor(FastHttpUser):
    wait_time = between(50, 150)  # an arrival rate knows no wait between two journeys

    @task
    def one_pass(self):
        self.client.get("/gate")
"""

BROWSERS_AND_BUYERS = """
from locust import FastHttpUser, HttpUser, TaskSet, between, constant, task

class Browser(FastHttpUser):
    weight = 3
    wait_time = between(50, 150)

    def on_start(self):
        self.client.get("/start")
        self.wait_time = lambda: 0.01
        self.wait()  # a wait of one's own is a wait

    @task(3)
    def look(self):
        self.client.get("/look")

    @task
    def fail(self):
        raise ValueError("of no concern to others")

class Buyer(HttpUser):
    wait_time = constant(100)

    @task
    class Steps(TaskSet):
        @task
        def buy(self):
            self.client.get("/buy")
"""


@pytest.fixture
def server() -> Iterator[CountingServer]:
    with counting_server() as counter:
        yield counter


def seconds_of(trial: Trial) -> list[Point]:
    return [point for point in trial.snapshot.timeline if point.starts and point.starts.planned]


def asked_within(server: CountingServer, begin_s: float, end_s: float) -> int:
    return sum(begin_s <= at_s < end_s for at_s in server.asked_s)


def test_a_target_that_stands_still_is_not_spared(server: CountingServer, tmp_path: Path) -> None:
    """Starts go on while nothing is answered, until nobody is left to make one: that is told."""
    load = constant_rate(20, 8, most_users=45)
    trial = Trial(tmp_path, server, load, GATE)
    trial.wait_until(lambda: server.total >= 40)
    server.gate.clear()
    closed_s = time.monotonic()
    time.sleep(2)
    assert asked_within(server, closed_s, closed_s + 2) == pytest.approx(40, abs=5)
    time.sleep(1.5)
    held = server.total
    time.sleep(0.2)
    assert server.total == held  # 45 are under way, and more there may not be
    server.gate.set()
    trial.wait_for_end()
    assert trial.error is None, trial.log
    snapshot, seconds = trial.snapshot, seconds_of(trial)
    starts, verdict = snapshot.starts, snapshot.verdict
    assert starts is not None
    assert verdict is not None
    assert [it.starts.planned for it in seconds if it.starts] == list(planned_starts(load))
    assert starts.started == snapshot.total.requests == server.total
    assert starts.missed == pytest.approx(starts.planned - starts.started, abs=2)
    assert starts.missed >= 10
    assert (verdict.kind, verdict.doubts) == (VerdictKind.UNTRUSTED, (Doubt.STARTS_MISSED,))
    assert snapshot.bad_seconds
    assert snapshot.total.max_ms > 3000  # as long as the first of them had to wait
    assert max(it.users for it in seconds) == 45


@pytest.mark.sweep
def test_each_kind_of_user_starts_its_share(tmp_path: Path) -> None:
    """Weights, users that begin by signing in, tasks that fail, task sets: the file as it is."""
    with counting_server() as server:
        trial = Trial(tmp_path, server, constant_rate(40, 5, 60), BROWSERS_AND_BUYERS)
        trial.wait_for_end()
        assert trial.error is None, trial.log
        starts = trial.snapshot.starts
        assert starts is not None
        assert starts.started == pytest.approx(200, abs=3)
        assert server.asked["/buy"] == pytest.approx(50, abs=3)
        assert 80 <= server.asked["/look"] <= 140  # three of four of 150, by chance
        assert server.asked["/start"] < 60


def test_a_rate_is_changed_held_and_skipped(server: CountingServer, tmp_path: Path) -> None:
    stages = (RateStage(0, 5), RateStage(600, 5), RateStage(0, 25), RateStage(600, 25))
    trial = Trial(tmp_path, server, ArrivalRate(stages, 100), GATE)

    def rate() -> float:
        before, begun_s = server.total, time.monotonic()
        time.sleep(1.5)
        return (server.total - before) / (time.monotonic() - begun_s)

    trial.wait_until(lambda: server.total >= 5)
    assert rate() == pytest.approx(5, abs=2)
    trial.engine.send(ChangeRate(40))
    time.sleep(0.5)
    assert rate() == pytest.approx(40, rel=0.2)
    trial.engine.send(Resume())
    trial.engine.send(SkipStage())
    trial.engine.send(Hold())
    trial.engine.send(Hold())
    trial.wait_for_message(LoadHeld)
    time.sleep(0.5)
    assert rate() == pytest.approx(25, rel=0.2)
    trial.engine.send(Resume())
    trial.engine.send(SkipStage())
    trial.wait_for_end()
    assert trial.error is None, trial.log
    told = [event.kind for event in trial.snapshot.events]
    assert [kind for kind in told if kind is not EventKind.JOURNAL_SLOW] == [
        EventKind.RATE_CHANGED,
        EventKind.RESUMED,
        EventKind.STAGE_SKIPPED,
        EventKind.HELD,
        EventKind.RESUMED,
        EventKind.STAGE_SKIPPED,
    ]
    starts = trial.snapshot.starts
    assert starts is not None
    assert starts.started == server.total
    assert starts.not_started <= 3


@pytest.mark.parametrize(
    "is_killed", [True, pytest.param(False, marks=pytest.mark.sweep)], ids=["killed", "stopped"]
)
def test_the_share_of_a_lost_worker_process_goes_to_the_others(
    server: CountingServer, tmp_path: Path, *, is_killed: bool
) -> None:
    trial = Trial(tmp_path, server, constant_rate(30, 600, most_users=60), GATE)
    trial.wait_until(lambda: server.total >= 30)
    _, first, _ = trial.engine.process_ids
    with ExitStack() as stack:
        os.kill(first, signal.SIGKILL if is_killed else signal.SIGSTOP)
        if not is_killed:
            stack.callback(os.kill, first, signal.SIGCONT)
        lost_s = time.monotonic()
        time.sleep(4)
    back_s = time.monotonic()
    time.sleep(2.5)
    trial.engine.send(Stop())
    trial.wait_for_end()
    assert trial.error is None, trial.log
    assert asked_within(server, lost_s + 2, lost_s + 4) == pytest.approx(60, rel=0.15)
    assert asked_within(server, back_s + 0.5, back_s + 2.5) == pytest.approx(60, rel=0.25)
    for at_s in server.asked_s:  # what was missed is never made up for in a burst
        assert asked_within(server, at_s, at_s + 1) <= 2 * 30 + 5
    starts, verdict = trial.snapshot.starts, trial.snapshot.verdict
    assert starts is not None
    assert verdict is not None
    assert is_killed == any(isinstance(it, WorkerLost) for it in trial.messages)
    assert (Doubt.WORKER_LOST if is_killed else Doubt.STARTS_MISSED) in verdict.doubts
    if not is_killed:  # its silence is noticed only after a while, and what was due is missed
        assert starts.not_started >= 10
