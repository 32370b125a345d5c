"""Worker processes that fall silent, end, come late or come back: the run stays what it was."""

import os
import signal
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from studio.engine.load_commands import ChangeUsers, Stop
from studio.engine.load_messages import (
    ClockStepped,
    SecondMeasured,
    UsersChanged,
    WorkerBack,
    WorkerLost,
    WorkerQuiet,
)
from studio.run.verdict import Doubt
from studio.scenario.load_profile import constant
from tests.whole.counting_server import CountingServer
from tests.whole.trial import Trial, visitor

pytestmark = pytest.mark.whole


@contextmanager
def asleep(pid: int) -> Generator[None]:
    os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(pid, signal.SIGCONT)


def doubts_of(trial: Trial) -> set[Doubt]:
    verdict = trial.snapshot.verdict
    assert verdict is not None
    return set(verdict.doubts) - {Doubt.GENERATOR_BUSY}  # a test machine may be crowded


def stop(trial: Trial) -> None:
    trial.engine.send(Stop())
    trial.wait_for_end()
    assert trial.error is None, trial.log


def users_in_the_end(trial: Trial) -> list[int]:
    return [it.users for it in trial.heard(SecondMeasured)][-4:-2]


def test_the_others_keep_exactly_their_users_when_a_worker_is_killed(
    server: CountingServer, tmp_path: Path
) -> None:
    trial = Trial(tmp_path, server, constant(7, 3600), visitor(), workers=3)
    trial.wait_for_users(7)
    trial.wait_for_requests()
    os.kill(trial.engine.process_ids[2], signal.SIGKILL)
    killed_s = time.monotonic()
    trial.wait_for_message(WorkerLost)
    assert time.monotonic() - killed_s < 5
    (lost,) = trial.heard(WorkerLost)
    left = 7 - lost.users
    assert lost.users in {2, 3}
    trial.wait_until(lambda: trial.heard(UsersChanged)[-1].wanted == left)
    course = len(trial.snapshot.timeline)
    trial.wait_until(lambda: len(trial.snapshot.timeline) > course + 8)
    told = trial.heard(UsersChanged)
    assert all(it.users <= left for it in told[told.index(trial.heard(UsersChanged)[-1]) :])
    assert users_in_the_end(trial) == [left, left]
    trial.engine.send(ChangeUsers(10))  # by hand they may have more
    trial.wait_for_users(10)
    stop(trial)
    assert doubts_of(trial) >= {Doubt.WORKER_LOST}


def test_a_run_without_any_worker_left_has_failed(server: CountingServer, tmp_path: Path) -> None:
    trial = Trial(tmp_path, server, constant(4, 3600), visitor())
    trial.wait_for_users(4)
    trial.wait_for_requests()
    for worker in trial.engine.process_ids[1:]:
        os.kill(worker, signal.SIGKILL)
    trial.wait_for_end()
    assert trial.error is not None
    assert trial.snapshot.total.requests > 0
    assert doubts_of(trial) >= {Doubt.WORKER_LOST, Doubt.ENGINE_FAILED}


def test_a_worker_that_sleeps_a_while_loses_nothing(server: CountingServer, tmp_path: Path) -> None:
    trial = Trial(tmp_path, server, constant(4, 3600), visitor())
    trial.wait_for_users(4)
    trial.wait_for_requests()
    with asleep(trial.engine.process_ids[1]):
        trial.wait_for_message(WorkerQuiet)
        time.sleep(2)
    trial.wait_for_message(WorkerBack)
    assert not trial.heard(WorkerLost)
    stop(trial)
    (back,) = trial.heard(WorkerBack)
    assert 3 < back.silent_s < 10
    assert trial.snapshot.total.requests == server.total
    assert doubts_of(trial) == set()
    wanted = {it.wanted for it in trial.heard(UsersChanged)}
    assert wanted == {4, 0}


def test_a_worker_that_sleeps_too_long_is_lost_and_does_not_come_back(
    server: CountingServer, tmp_path: Path
) -> None:
    trial = Trial(tmp_path, server, constant(4, 3600), visitor())
    trial.wait_for_users(4)
    trial.wait_for_requests()
    with asleep(trial.engine.process_ids[1]):
        trial.wait_for_message(WorkerLost)
    trial.wait_until(lambda: users_in_the_end(trial) == [2, 2])
    time.sleep(2)
    assert users_in_the_end(trial) == [2, 2]
    stop(trial)
    assert not trial.heard(WorkerBack)
    assert len(trial.heard(WorkerLost)) == 1
    assert trial.snapshot.total.requests == server.total  # what it had measured came late, but came
    assert doubts_of(trial) == {Doubt.WORKER_LOST}


SET_CLOCK = """
import threading, time
_real, _by_s = time.time, [0.0]
time.time = lambda: _real() + _by_s[0]
threading.Timer(3, _by_s.__setitem__, (0, {by_s})).start()
"""


@pytest.mark.parametrize("by_s", [61.0, -3600.0])
def test_a_clock_that_is_set_changes_nothing_but_is_told(
    server: CountingServer, tmp_path: Path, by_s: float
) -> None:
    trial = Trial(tmp_path, server, constant(4, 3600), SET_CLOCK.format(by_s=by_s) + visitor())
    trial.wait_for_users(4)
    trial.wait_until(lambda: len(trial.heard(ClockStepped)) >= 3)
    assert {round(it.by_s) for it in trial.heard(ClockStepped)} == {by_s}
    trial.engine.send(ChangeUsers(6))
    trial.wait_for_users(6)
    trial.engine.send(ChangeUsers(2))
    trial.wait_for_users(2)
    stop(trial)
    seconds = [it.at_s for it in trial.heard(SecondMeasured)]
    assert seconds == list(range(len(seconds)))
    assert trial.snapshot.total.requests == server.total
    assert doubts_of(trial) == set()


BENT_CLOCK = """
import os, sys, time
if "locust-worker" in sys.orig_argv:
    try:
        os.close(os.open({mark!r}, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        pass
    else:
        _real = time.monotonic
        time.monotonic = lambda: _real() + 5000
"""


def test_a_worker_whose_clock_is_another_measures_the_same_seconds(
    server: CountingServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(BENT_CLOCK.format(mark=str(tmp_path / "bent")))
    before = os.environ.get("PYTHONPATH", "")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, [str(site), before])))
    trial = Trial(tmp_path, server, constant(4, 5), visitor())
    trial.wait_for_end()
    assert trial.error is None, trial.log
    assert (tmp_path / "bent").exists()
    seconds = trial.heard(SecondMeasured)
    assert [it.at_s for it in seconds] == list(range(len(seconds)))
    assert len(seconds) <= 9
    assert trial.snapshot.total.requests == server.total
    assert all(len(it.workers) == 2 for it in seconds[1:4])


def test_runs_after_each_other_know_nothing_of_each_other(
    server: CountingServer, tmp_path: Path
) -> None:
    for number in range(2):
        folder = tmp_path / str(number)
        folder.mkdir()
        before = server.total
        trial = Trial(folder, server, constant(3, 3), visitor())
        trial.wait_for_end()
        assert trial.error is None, trial.log
        assert trial.snapshot.total.requests == server.total - before > 0
        assert doubts_of(trial) == set()
