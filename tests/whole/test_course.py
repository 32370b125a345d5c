"""A run is held, resumed and skipped on, and its users come smoothly; real master and workers."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from studio.engine.load_commands import ChangeUsers, Stop
from studio.engine.load_course import Hold, LoadHeld, LoadResumed, Resume, SkipStage, StageSkipped
from studio.run.event import EventKind
from studio.scenario.load_profile import constant
from studio.scenario.shapes import RiseAndHold, Steps
from tests.whole.counting_server import CountingServer, counting_server
from tests.whole.trial import Trial, visitor

pytestmark = pytest.mark.whole

ONE_REQUEST = """
from locust import FastHttpUser, constant, task

class Visitor(FastHttpUser):
    wait_time = constant(600)

    @task
    def home(self):
        self.client.get("/")
"""


@pytest.fixture
def server() -> Iterator[CountingServer]:
    with counting_server() as counter:
        yield counter


def kinds(trial: Trial) -> list[EventKind]:
    """Return what happened to the load; failures and a slow disk are not the point here."""
    others = {EventKind.FIRST_FAILURE, EventKind.JOURNAL_SLOW}
    return [event.kind for event in trial.snapshot.events if event.kind not in others]


def test_a_held_load_keeps_its_users_and_then_goes_on(
    server: CountingServer, tmp_path: Path
) -> None:
    trial = Trial(tmp_path, server, RiseAndHold(40, 8, 2), visitor())
    trial.engine.send(Resume())  # before there is anything to resume
    trial.wait_until(lambda: trial.snapshot.users >= 10)
    for _ in range(2):
        trial.engine.send(Hold())
    trial.wait_for_message(LoadHeld)
    held = trial.snapshot
    time.sleep(2)
    later = trial.snapshot
    assert later.is_held
    assert later.load_s == pytest.approx(held.load_s)
    assert 10 <= later.users < 40
    assert later.users == later.wanted_users
    for _ in range(2):
        trial.engine.send(Resume())
    trial.wait_for_message(LoadResumed)
    trial.wait_for_users(40)
    trial.wait_for_end()
    assert trial.error is None, trial.log
    assert kinds(trial) == [EventKind.HELD, EventKind.RESUMED]
    assert trial.snapshot.at_s >= 12
    assert trial.snapshot.total.requests == server.total


def test_stages_are_skipped_until_none_is_left(server: CountingServer, tmp_path: Path) -> None:
    trial = Trial(tmp_path, server, Steps(4, 4, steps=3, step_s=600), visitor())
    trial.wait_for_users(4)
    for users in (8, 12):
        trial.engine.send(SkipStage())
        trial.wait_for_users(users)
    trial.engine.send(SkipStage())
    trial.wait_for_end()
    assert trial.error is None, trial.log
    assert kinds(trial) == [EventKind.STAGE_SKIPPED] * 3
    skipped = [it.load_s for it in trial.messages if isinstance(it, StageSkipped)]
    assert skipped == [600, 1200, 1800]
    assert trial.snapshot.total.requests == server.total


def test_users_given_by_hand_are_given_back_to_the_load(
    server: CountingServer, tmp_path: Path
) -> None:
    trial = Trial(tmp_path, server, constant(6, 600), visitor())
    trial.wait_for_users(6)
    trial.engine.send(Hold())
    trial.engine.send(ChangeUsers(9))
    trial.wait_for_users(9)
    trial.engine.send(Resume())
    trial.wait_for_users(6)
    trial.engine.send(Stop())
    for command in (Hold(), Resume(), SkipStage()):  # nothing is left that could be changed
        trial.engine.send(command)
    trial.wait_for_end()
    assert trial.error is None, trial.log
    assert kinds(trial) == [
        EventKind.HELD,
        EventKind.USERS_CHANGED,
        EventKind.RESUMED,
        EventKind.STOPPED,
    ]


def test_users_come_one_after_the_other_not_in_bursts(
    server: CountingServer, tmp_path: Path
) -> None:
    """Locust starts all users of an order at once: eight bursts here, of 25 users each."""
    trial = Trial(tmp_path, server, RiseAndHold(200, 1, 60), ONE_REQUEST)
    trial.wait_until(lambda: server.total == 200)
    trial.engine.send(Stop())
    trial.wait_for_end()
    assert trial.error is None, trial.log
    slices = {round(at_s / 0.02) for at_s in server.asked_s}
    assert len(slices) > 20  # of some fifty; a crowded machine may put some together
