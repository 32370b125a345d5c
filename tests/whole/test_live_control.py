"""A run is stopped, stopped at once and counted anew whenever anybody likes, and twice."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from studio.engine.load_commands import (
    ChangeUsers,
    LoadCommand,
    ResetStatistics,
    Stop,
    StopNow,
)
from studio.engine.load_messages import (
    Finished,
    Listening,
    StatisticsReset,
    StopBegan,
    WorkerJoined,
)
from studio.run.run import RunEnding
from studio.scenario.load_profile import constant, rise_and_hold
from tests.leftovers import nothing_left_over
from tests.whole.counting_server import CountingServer
from tests.whole.trial import Trial, visitor

pytestmark = pytest.mark.whole

USERS = 4
PATIENT = """
from locust import FastHttpUser, task

class Patient(FastHttpUser):
    @task
    def wait_long(self):
        self.client.get("/slow?1")
        self.client.get("/slow?2")
        self.client.get("/slow?3")

    def on_stop(self):
        self.client.get("/bye")
"""


def while_starting(trial: Trial) -> None:
    assert trial.engine.process_ids[0]


def once_listening(trial: Trial) -> None:
    trial.wait_for_message(Listening)


def once_joined(trial: Trial) -> None:
    trial.wait_for_message(WorkerJoined)


def while_rising(trial: Trial) -> None:
    trial.wait_for_requests()


MOMENTS = [while_starting, once_listening, once_joined, while_rising]


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("command", [Stop(), StopNow()], ids=["gently", "now"])
def test_a_run_stops_whenever_it_is_told_to(
    server: CountingServer, tmp_path: Path, moment: Callable[[Trial], None], command: LoadCommand
) -> None:
    with nothing_left_over(within_s=2):
        trial = Trial(tmp_path, server, rise_and_hold(20, 60, 3600), visitor())
        moment(trial)
        for again in (ResetStatistics(), command, command, ChangeUsers(9), ResetStatistics()):
            trial.engine.send(again)
        trial.wait_for_end()
        for late in (command, ResetStatistics()):
            trial.engine.send(late)
    assert trial.error is None, trial.log
    snapshot = trial.snapshot
    assert snapshot.ending is RunEnding.STOPPED
    assert sum(isinstance(it, Finished) for it in trial.messages) <= 1
    under_way = 20 if isinstance(command, StopNow) else 0
    assert 0 <= server.total - sum(it.requests for it in snapshot.timeline) <= under_way


def test_a_run_that_is_stopped_at_once_ends_within_two_seconds(
    server: CountingServer, tmp_path: Path
) -> None:
    trial = Trial(tmp_path, server, constant(USERS, 3600), PATIENT)
    trial.wait_for_users(USERS)
    trial.wait_for_requests()
    trial.engine.send(StopNow())
    told_s = time.monotonic()
    trial.wait_for_end()
    assert time.monotonic() - told_s < 10  # 2 s are promised, and a test machine may be crowded
    assert trial.error is None, trial.log
    assert server.last_asked_s - told_s < 1
    (began,) = [it for it in trial.messages if isinstance(it, StopBegan)]
    assert (began.by_hand, began.grace_s) == (True, 0.0)
    assert server.total - trial.snapshot.total.requests <= 2 * USERS  # what was under way


def test_a_gentle_stop_says_how_long_it_may_take_and_can_be_hurried(
    server: CountingServer, tmp_path: Path
) -> None:
    trial = Trial(tmp_path, server, constant(USERS, 3600), PATIENT)
    trial.wait_for_users(USERS)
    trial.wait_for_requests()
    trial.engine.send(Stop())
    trial.wait_for_message(StopBegan)
    trial.engine.send(StopNow())
    trial.wait_for_end()
    assert trial.error is None, trial.log
    gentle, hurried = (it for it in trial.messages if isinstance(it, StopBegan))
    assert gentle.grace_s == 10
    assert hurried.grace_s == 0
    assert trial.snapshot.ending is RunEnding.STOPPED


def test_users_that_are_asked_to_stop_finish_what_they_are_doing(
    server: CountingServer, tmp_path: Path
) -> None:
    trial = Trial(tmp_path, server, constant(USERS, 3600), PATIENT)
    trial.wait_for_users(USERS)
    trial.wait_for_requests()
    trial.engine.send(Stop())
    trial.wait_for_end()
    assert trial.error is None, trial.log
    asked = server.asked
    assert asked["/slow?1"] == asked["/slow?2"] == asked["/slow?3"]
    assert asked["/bye"] == USERS
    assert trial.snapshot.total.requests == server.total


def test_numbers_begin_anew_and_nothing_is_lost(server: CountingServer, tmp_path: Path) -> None:
    trial = Trial(tmp_path, server, constant(USERS, 6), visitor())
    trial.wait_until(lambda: len(trial.snapshot.timeline) >= 2)
    trial.engine.send(ResetStatistics())
    trial.wait_for_message(StatisticsReset)
    trial.wait_for_end()
    assert trial.error is None, trial.log
    snapshot = trial.snapshot
    course = [it.requests for it in snapshot.timeline]
    assert sum(course) == server.total
    assert snapshot.total.requests == sum(course[snapshot.counted_from_s :])
    assert 2 <= snapshot.counted_from_s < len(course)
    assert snapshot.verdict is not None
    assert "numbers differ" not in snapshot.verdict.doubts
