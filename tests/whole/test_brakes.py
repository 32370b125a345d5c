"""A target that dies in mid-run is left in peace, and the run ends by itself and says why."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from studio.child.load.backing_off import REFUSALS
from studio.engine.braking_messages import Brake, Braked
from studio.engine.load_limits import limits_of
from studio.engine.load_messages import SecondMeasured, UsersChanged
from studio.measurement.outcome import Outcome
from studio.measurement.packing import unpack_text
from studio.run.event import EventKind
from studio.run.run import RunEnding
from studio.scenario.arrival_rate import constant_rate
from studio.scenario.load_profile import constant
from studio.scenario.load_shape import LoadShape
from tests.hostile_server import HostileServer
from tests.whole.trial import Trial

pytestmark = pytest.mark.whole

USERS = 6
EAGER = """
from locust import FastHttpUser, task

class Eager(FastHttpUser):
    @task
    def ask(self):
        self.client.get("/ok")
"""


def refused_in(second: SecondMeasured) -> int:
    rows = [row for row in second.rows if row.outcome in (Outcome.REFUSED, Outcome.RESET)]
    return sum(sum(unpack_text(row.counts).values()) for row in rows)


class Target:
    """A server that can be killed, in a process of its own."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.hostile_server"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parents[2],
        )
        assert self._process.stdout is not None
        self.host: str = json.loads(self._process.stdout.readline())["home"]

    def kill(self) -> None:
        with self._process:
            self._process.kill()


def test_a_target_that_is_gone_is_asked_ever_less_until_the_run_ends_by_itself(
    tmp_path: Path,
) -> None:
    target = Target()
    trial = Trial(tmp_path, target, constant(USERS, 3600), EAGER)
    try:
        trial.wait_for_users(USERS)
        trial.wait_for_requests()
    finally:
        target.kill()
    trial.wait_for_end()
    assert trial.error is None, trial.log

    braked = [it for it in trial.messages if isinstance(it, Braked)]
    assert {it.brake for it in braked} == {
        Brake.BACKING_OFF,
        Brake.USERS_HALVED,
        Brake.OUT_OF_REACH,
    }
    seconds = [it for it in trial.messages if isinstance(it, SecondMeasured)]
    refused = [refused_in(it) for it in seconds]
    gone_s = next(at_s for at_s, count in enumerate(refused) if count)
    in_peace = refused[gone_s + 3 :]  # the first few refusals of each user come at once
    assert max(in_peace) <= USERS + 1
    assert sum(refused[gone_s:]) <= USERS * (REFUSALS + len(refused) - gone_s)

    snapshot = trial.snapshot
    assert snapshot.ending is RunEnding.STOPPED_BY_RULE
    assert snapshot.total.requests > sum(refused)
    kinds = {it.kind for it in snapshot.events}
    assert {EventKind.USERS_HALVED, EventKind.OUT_OF_REACH, EventKind.BACKING_OFF} <= kinds
    halved = next(it for it in braked if it.brake is Brake.USERS_HALVED)
    assert halved.users == USERS // 2
    assert min(it.users for it in seconds if it.at_s > halved.at_s + 5) <= USERS // 2


@pytest.mark.parametrize("load", [constant(6, 4), constant_rate(20, 4, 6)])
def test_no_more_users_come_than_the_target_allows(
    hostile: HostileServer, tmp_path: Path, load: LoadShape
) -> None:
    served = HostileHost(hostile.home)
    limits = replace(limits_of(hostile.home), most_users=2)
    trial = Trial(tmp_path, served, load, EAGER, limits=limits)
    trial.wait_for_end()
    assert trial.error is None, trial.log
    assert trial.snapshot.total.requests > 0
    assert max(it.users for it in trial.messages if isinstance(it, UsersChanged)) <= 2
    braked = [it for it in trial.messages if isinstance(it, Braked)]
    assert [(it.brake, it.users) for it in braked] == [(Brake.USERS_CAPPED, 2)]


class HostileHost:
    """The hostile server as a server under load."""

    def __init__(self, host: str) -> None:
        self.host = host
