"""A real Locust master and two worker processes against a real server."""

import os
import signal
import time
from pathlib import Path

import pytest

from studio.engine.load_commands import (
    ChangeUsers,
    Stop,
)
from studio.engine.load_messages import (
    SecondMeasured,
    UsersChanged,
)
from studio.run.verdict import Doubt
from studio.scenario.load_profile import constant, rise_and_hold
from tests.leftovers import nothing_left_over
from tests.whole.counting_server import CountingServer
from tests.whole.trial import Trial, visitor

pytestmark = pytest.mark.whole


@pytest.mark.parametrize("client", ["FastHttpUser", "HttpUser"])
def test_every_request_is_counted_once_while_users_come_and_go(
    server: CountingServer, tmp_path: Path, client: str
) -> None:
    trial = Trial(tmp_path, server, rise_and_hold(6, 2, 6, 1), visitor(client))
    trial.wait_for_users(6)
    trial.engine.send(ChangeUsers(10))
    trial.wait_for_users(10)
    trial.engine.send(ChangeUsers(3))
    trial.wait_for_users(3)
    trial.wait_for_end()

    assert trial.error is None, trial.log
    snapshot = trial.snapshot
    assert snapshot.total.requests == server.total
    asked = server.asked
    assert snapshot.total.failures == asked["/status/503"] + asked["/checked"]
    by_name = {row.endpoint.name: row.requests for row in snapshot.endpoints}
    assert by_name == {
        "/": asked["/"],
        "/slow": asked["/slow"],
        "/status/[code]": asked["/status/503"],
        "/checked": asked["/checked"],
    }
    assert snapshot.verdict is not None
    assert set(snapshot.verdict.doubts) <= {Doubt.GENERATOR_BUSY}  # a test machine may be crowded


def test_a_run_lasts_as_long_as_its_profile(server: CountingServer, tmp_path: Path) -> None:
    slow_import = "import time; time.sleep(3)\n" + visitor()
    trial = Trial(tmp_path, server, constant(4, 5), slow_import)
    trial.wait_for_end()
    assert trial.error is None, trial.log
    seconds = [it.at_s for it in trial.messages if isinstance(it, SecondMeasured)]
    assert seconds == list(range(len(seconds)))
    assert 5 <= len(seconds) <= 9
    wanted = max(it.users for it in trial.messages if isinstance(it, UsersChanged))
    assert wanted == 4


def test_a_run_can_be_stopped_before_its_time(server: CountingServer, tmp_path: Path) -> None:
    trial = Trial(tmp_path, server, constant(4, 3600), visitor())
    trial.wait_for_users(4)
    trial.engine.send(Stop())
    trial.engine.send(Stop())
    trial.engine.send(ChangeUsers(50))
    trial.wait_for_end()
    assert trial.error is None, trial.log
    assert trial.snapshot.total.requests == server.total


def test_what_a_locustfile_prints_goes_to_the_log(server: CountingServer, tmp_path: Path) -> None:
    source = "print('hello from the user ' * 100_000)\n" + visitor()
    trial = Trial(tmp_path, server, constant(1, 2), source)
    trial.wait_for_end()
    assert trial.error is None, trial.log[-2000:]
    assert "hello from the user" in trial.log


def test_settings_of_this_computer_do_not_reach_a_run(
    server: CountingServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".locust.conf").write_text("host = http://127.0.0.1:1\nusers = 1\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("LOCUST_HOST", "http://127.0.0.1:1")
    monkeypatch.setenv("LOCUST_RUN_TIME", "1s")
    trial = Trial(tmp_path, server, constant(3, 3), visitor())
    trial.wait_for_end()
    assert trial.error is None, trial.log
    assert server.total > 0
    assert trial.snapshot.total.requests == server.total


@pytest.mark.parametrize("source", ["this is not python", "x = 1", "raise ValueError('mine')"])
def test_a_locustfile_that_cannot_run_is_named(
    server: CountingServer, tmp_path: Path, source: str
) -> None:
    trial = Trial(tmp_path, server, constant(1, 1), source)
    trial.wait_for_end()
    assert trial.error is not None
    assert "exit code" in str(trial.error.happened)
    assert str(trial.error.meaning)
    assert server.total == 0


def test_nobody_listening_is_counted_as_refused(tmp_path: Path) -> None:
    nobody = CountingServer()
    nobody.host = "http://127.0.0.1:9"
    trial = Trial(tmp_path, nobody, constant(2, 2), visitor())
    trial.wait_for_end()
    assert trial.error is None, trial.log
    total = trial.snapshot.total
    assert total.requests > 0
    assert total.failures == total.requests


def test_no_load_outlives_a_stopped_engine(server: CountingServer, tmp_path: Path) -> None:
    with nothing_left_over(within_s=1):
        trial = Trial(tmp_path, server, constant(4, 3600), visitor())
        trial.wait_for_users(4)
        trial.engine.stop()
        stopped_s = time.monotonic()
        assert trial.ended.is_set()
    time.sleep(0.5)
    assert server.last_asked_s <= stopped_s


def test_no_load_outlives_a_killed_master(server: CountingServer, tmp_path: Path) -> None:
    with nothing_left_over():
        trial = Trial(tmp_path, server, constant(4, 3600), visitor())
        trial.wait_for_users(4)
        trial.wait_for_requests()
        master, *_ = trial.engine.process_ids
        os.kill(master, signal.SIGKILL)
        killed_s = time.monotonic()
        trial.wait_for_end()
    assert trial.error is not None
    assert server.last_asked_s - killed_s < 5
    assert trial.snapshot.total.requests > 0


def test_users_rise_without_a_stall(server: CountingServer, tmp_path: Path) -> None:
    """Four orders of users a second must not keep the event loop from its users."""
    trial = Trial(tmp_path, server, rise_and_hold(40, 8, 2), visitor())
    trial.wait_for_end()
    assert trial.error is None, trial.log
    rising = [it for it in trial.messages if isinstance(it, SecondMeasured) and it.at_s < 8]
    late = [worker.lag_p95_ms > 50 for it in rising for worker in it.workers]
    assert late.count(True) < len(late) / 2  # a crowded machine may be late now and then
