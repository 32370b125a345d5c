"""Rows of data files, dealt to users of several worker processes by a real engine."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from studio.engine.load_commands import ChangeUsers, Stop
from studio.engine.load_messages import UsersGone, WorkerLost
from studio.export.bundle import Bundle, make_bundle
from studio.journey.data_file import AtEnd, DataFile, RowUse
from studio.journey.data_reading import Table
from studio.journey.journey import Journey
from studio.journey.node import Step
from studio.journey.request import Request
from studio.journey.template import take_apart
from studio.journey.wait import ConstantWait
from studio.run.event import EventKind
from studio.scenario.load_profile import constant
from tests.whole.counting_server import CountingServer, counting_server
from tests.whole.trial import Trial

pytestmark = [pytest.mark.whole, pytest.mark.beside]

STARTED = Step("n0", "Begin", (Request("r0", "GET", "/begun"),))


@pytest.fixture
def server() -> Iterator[CountingServer]:
    with counting_server() as counter:
        yield counter


def walker(name: str = "Walker", pause_s: float = 0.02) -> Journey:
    """Return a journey that asks for `/row/` and its row's number."""
    request = Request("r1", "GET", take_apart("/row/{{rows.number}}"))
    step = Step("n1", "Ask", (request,))
    return Journey(f"J{name}", name, (step,), (STARTED,), wait=ConstantWait(pause_s))


def bundle_of(count: int, rows: RowUse, at_end: AtEnd = AtEnd.AGAIN, *journeys: Journey) -> Bundle:
    table = Table(("number",), tuple((f"{number}",) for number in range(count)))
    data_file = DataFile("D1", "rows", table.columns, count, "0", rows, at_end)
    shares = [(journey, 1) for journey in journeys or (walker(),)]
    return make_bundle(shares, [data_file], lambda _: table.to_csv())


def tried(folder: Path, server: CountingServer, bundle: Bundle, users: int) -> Trial:
    for name, content in bundle.tables.items():
        (folder / name).write_bytes(content.encode())
    return Trial(folder, server, constant(users, 3600), bundle.locustfile)


def asked_rows(server: CountingServer) -> Counter[int]:
    asked = {path: count for path, count in server.asked.items() if path.startswith("/row/")}
    return Counter({int(path.removeprefix("/row/")): count for path, count in asked.items()})


def test_each_row_is_used_once_and_then_the_run_ends(
    server: CountingServer, tmp_path: Path
) -> None:
    bundle = bundle_of(150, RowUse.NEXT, AtEnd.STOP_USER)
    trial = tried(tmp_path, server, bundle, users=6)
    trial.wait_for_end()
    assert trial.error is None, trial.log
    assert asked_rows(server) == Counter(range(150))
    assert server.asked["/begun"] == 6, "no user begins only to find that no row is left"
    assert any(isinstance(it, UsersGone) for it in trial.messages)
    assert EventKind.USERS_GONE in [event.kind for event in trial.snapshot.events]
    assert trial.snapshot.total.requests == server.total


def test_a_lost_worker_process_takes_rows_with_it_but_none_is_used_twice(
    server: CountingServer, tmp_path: Path
) -> None:
    bundle = bundle_of(400, RowUse.NEXT, AtEnd.STOP_USER, walker(pause_s=0.05))
    trial = tried(tmp_path, server, bundle, users=6)
    trial.wait_until(lambda: len(asked_rows(server)) > 50)
    os.kill(trial.engine.process_ids[1], signal.SIGKILL)
    trial.wait_for_end()
    assert trial.error is None, trial.log
    assert any(isinstance(it, WorkerLost) for it in trial.messages)
    rows = asked_rows(server)
    assert set(rows.values()) == {1}
    assert len(rows) > 400 - 2 * 20 - 6


def test_no_two_users_have_the_same_row_of_their_own(
    server: CountingServer, tmp_path: Path
) -> None:
    # Locust gives one worker all users of one journey, and the other those of the other.
    journeys = walker("One", pause_s=0.2), walker("Two", pause_s=0.2)
    trial = tried(tmp_path, server, bundle_of(8, RowUse.OWN, AtEnd.AGAIN, *journeys), users=8)
    trial.wait_until(lambda: len(asked_rows(server)) == 8)
    for users in (4, 8):  # those who come get the rows of those who have gone
        trial.engine.send(ChangeUsers(users))
        trial.wait_for_users(users)
    time.sleep(1)
    before = asked_rows(server)
    time.sleep(2)
    lately = asked_rows(server) - before
    assert set(lately) == set(range(8)), lately
    assert max(lately.values()) < 2 * min(lately.values()), lately
    trial.engine.send(Stop())
    trial.wait_for_end()
    assert trial.error is None, trial.log


def test_rows_go_round_for_all_users_together(server: CountingServer, tmp_path: Path) -> None:
    trial = tried(tmp_path, server, bundle_of(7, RowUse.NEXT), users=5)
    trial.wait_until(lambda: sum(asked_rows(server).values()) > 200)
    trial.engine.send(Stop())
    trial.wait_for_end()
    assert trial.error is None, trial.log
    rows = asked_rows(server)
    assert set(rows) == set(range(7))
    unused = 2 * 20 / 7 + 1  # what the two worker processes still had
    assert max(rows.values()) - min(rows.values()) <= unused


def test_rows_come_at_random(server: CountingServer, tmp_path: Path) -> None:
    trial = tried(tmp_path, server, bundle_of(5, RowUse.ANY), users=5)
    trial.wait_until(lambda: sum(asked_rows(server).values()) > 150)
    trial.engine.send(Stop())
    trial.wait_for_end()
    assert trial.error is None, trial.log
    assert set(asked_rows(server)) == set(range(5))


@pytest.mark.parametrize("processes", [[], ["--processes", "2"]], ids=["one", "two"])
def test_the_same_file_uses_each_row_once_under_plain_locust(
    server: CountingServer, tmp_path: Path, processes: list[str]
) -> None:
    bundle = bundle_of(90, RowUse.NEXT, AtEnd.STOP_USER)
    (tmp_path / "rows.csv").write_bytes(bundle.tables["rows.csv"].encode())
    (tmp_path / "locustfile.py").write_text(bundle.locustfile, encoding="utf-8")
    command = [sys.executable, "-m", "locust", "--headless", "--users", "6", "--run-time", "4s"]
    command += ["--spawn-rate", "6", "--host", server.host, "--only-summary", *processes]
    done = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert asked_rows(server) == Counter(range(90)), done.stderr
    assert "Traceback" not in done.stderr


def test_a_missing_table_is_said_before_the_first_request(
    server: CountingServer, tmp_path: Path
) -> None:
    trial = Trial(tmp_path, server, constant(2, 5), bundle_of(3, RowUse.NEXT).locustfile)
    trial.wait_for_end()
    assert trial.error is not None
    assert "rows.csv" in trial.log
    assert server.total == 0
