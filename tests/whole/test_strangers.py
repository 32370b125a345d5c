"""Locust's port has no lock: whoever reaches it is neither served nor believed."""

import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from studio.engine.child_process import child_command
from studio.engine.load_commands import COMMANDS, JoinRun, Stop
from studio.engine.load_limits import limits_of
from studio.engine.load_messages import (
    MESSAGES,
    CannotJoin,
    Listening,
    ReportsForged,
    UsersChanged,
    WorkerJoined,
)
from studio.engine.versions import own_versions
from studio.run.verdict import Doubt
from studio.scenario.load_profile import constant
from tests.whole.counting_server import CountingServer
from tests.whole.stranger import stranger
from tests.whole.trial import Trial, visitor

pytestmark = pytest.mark.whole


def test_a_stranger_gets_no_file_and_none_of_its_numbers_count(
    server: CountingServer, tmp_path: Path
) -> None:
    trial = Trial(tmp_path, server, constant(4, 3600), visitor())
    trial.wait_for_message(Listening)
    (listening,) = trial.heard(Listening)
    with stranger(listening.port, "host_worker-1-00") as eve:
        eve.say("client_ready", "2.47.0")  # before anybody has joined
        trial.wait_for_users(4)
        assert len(trial.heard(WorkerJoined)) == 2
        for _ in range(100):
            eve.report("worker-1")
        eve.say("locustfile", {"version": "2.47.0"})
        eve.say("quit", None)
        eve.say("exception", {"msg": "x" * 100_000, "traceback": "t"})
        eve.throw(b"\xc1 no message at all")
        eve.throw(b"\x07")
        trial.wait_for_message(ReportsForged)
        time.sleep(1)
        assert not eve.was_answered
    trial.engine.send(Stop())
    trial.wait_for_end()
    assert trial.error is None, trial.log
    assert sum(it.count for it in trial.heard(ReportsForged)) >= 105
    assert len(trial.heard(ReportsForged)) < 20
    assert trial.snapshot.total.requests == server.total
    assert max(it.users for it in trial.heard(UsersChanged)) == 4
    verdict = trial.snapshot.verdict
    assert verdict is not None
    assert Doubt.FORGED in verdict.doubts
    assert Doubt.NUMBERS_DIFFER not in verdict.doubts


def test_a_worker_of_locusts_own_that_comes_late_gets_no_users(
    server: CountingServer, tmp_path: Path
) -> None:
    trial = Trial(tmp_path, server, constant(4, 3600), visitor())
    trial.wait_for_users(4)
    (listening,) = trial.heard(Listening)
    late = [sys.executable, "-m", "locust", "-f", str(tmp_path / "exported.py"), "--worker"]
    late += ["--master-host", "127.0.0.1", "--master-port", str(listening.port)]
    with subprocess.Popen(late, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        trial.wait_for_message(ReportsForged)
        time.sleep(2)
        process.kill()
    trial.engine.send(Stop())
    trial.wait_for_end()
    assert trial.error is None, trial.log
    assert {it.wanted for it in trial.heard(UsersChanged)} == {4, 0}
    assert trial.snapshot.total.requests == server.total


@pytest.mark.parametrize("changed", ["python", "locust", "client"])
def test_a_worker_of_other_versions_refuses_itself(tmp_path: Path, changed: str) -> None:
    made_of = replace(own_versions(), **{changed: "0.1.2"})
    order = JoinRun(
        "a1", "worker-1", str(tmp_path / "no.py"), 9, limits_of(None), True, "token", made_of
    )
    ran = subprocess.run(
        child_command("locust-worker"),
        input=COMMANDS.encode(order) + "\n",
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=tmp_path,
    )
    (message,) = map(MESSAGES.decode, ran.stdout.splitlines())
    assert isinstance(message, CannotJoin)
    assert "0.1" in message.difference
    assert ran.returncode == 1
