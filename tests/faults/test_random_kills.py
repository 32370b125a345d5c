"""Kills at random instants: of a studio that saves edits, that closes a run, and that holds one."""

import random
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from studio.database.project_file import ProjectFile
from studio.engine.journal import JournalWriter
from studio.engine.journal_header import begin_journal, header_for
from studio.engine.load_messages import MESSAGES
from studio.project.opening import open_project
from studio.run.run import RunEnding, RunState
from studio.run.run_store import RunStore
from studio.run.starting import place_of
from tests.builders import make_row, make_run, make_second, make_setup
from tests.faults.promises import promised
from tests.faults.studio import (
    MAIN,
    Studio,
    assert_little_is_lost,
    assert_load_is_over,
    assert_nothing_is_beside,
    found_again,
    is_marked,
    make_project,
)
from tests.whole.counting_server import CountingServer

ROOT = Path(__file__).parents[2]
SEED = 20_240_117
SWEPT = pytest.param(100, marks=[pytest.mark.sweep, pytest.mark.timeout(600)])
SECONDS = 300


def instants(turn: int = 0) -> random.Random:
    """Return random moments, the same at every run of the tests."""
    return random.Random(SEED + turn)  # noqa: S311  # spreads kills, guards nothing


def names_in(project: Path) -> list[str]:
    with closing(open_project(project, project.parent / "home")) as opened:
        return [it.name for it in opened.journeys()]


@pytest.mark.parametrize("batch", range(10))
@pytest.mark.parametrize("kills", [SWEPT])
def test_no_edit_that_was_called_saved_is_ever_lost(project: Path, kills: int, batch: int) -> None:
    lose_no_edit(project, kills, instants(batch))


def test_no_edit_that_was_called_saved_is_lost_in_a_few_kills(project: Path) -> None:
    lose_no_edit(project, 5, instants())


def lose_no_edit(project: Path, kills: int, moments: random.Random) -> None:
    """Kill a studio that saves edits again and again; P1 must hold each time."""
    saved = 0
    command = [sys.executable, "-m", "tests.faults.saving", str(project)]
    for _ in range(kills):
        with subprocess.Popen(
            [*command, str(saved + 1)], cwd=ROOT, stdout=subprocess.PIPE, text=True
        ) as studio:
            assert studio.stdout is not None
            lines = [studio.stdout.readline()]
            time.sleep(moments.uniform(0, 0.05))
            studio.kill()
            lines += studio.stdout.readlines()
        saved = int(lines[-1])
        with promised("P1"):
            (name,) = names_in(project)
            assert int(name) in (saved, saved + 1)  # the next one may be saved and not yet told of
        saved = int(name)
    for lock in project.parent.glob("*-lock"):
        lock.unlink()
    assert_nothing_is_beside(project)


def leave_unclosed(project: Path, uuid: str) -> None:
    """Leave a run that has ended and was not closed."""
    file = ProjectFile(project)
    store = RunStore(file)
    number = store.begin(uuid, make_setup(), "http://x", "2026-01-01T00:00:00+00:00", "", ())
    store.enter(number, RunState.CLOSING)
    journal = place_of(project, number).journal
    begin_journal(journal, header_for(uuid, store.project_uuid()))
    with JournalWriter(journal) as writer:
        for message in make_run(*(make_second(s, make_row(0, 10)) for s in range(SECONDS))):
            writer.append(MESSAGES.encode(message).encode())
    file.close()


@pytest.mark.parametrize("kills", [3, SWEPT])
def test_a_run_killed_while_it_is_closed_is_closed_whole_in_the_end(
    tmp_path: Path, kills: int
) -> None:
    project, moments = make_project(tmp_path), instants()
    home = tmp_path / "home"
    command = [sys.executable, str(MAIN), "runs", str(project), "--json"]
    for number in range(kills):
        leave_unclosed(project, f"{number:032x}")
        with subprocess.Popen(
            command,
            env={"SWARMBOOK_HOME": str(home)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as studio:
            time.sleep(moments.uniform(0, 0.9))
            studio.kill()
            studio.communicate()
        with closing(open_project(project, home)) as opened:
            (run, *_) = opened.runs()
        with promised("P2"):
            assert (run.state, run.ending) == (RunState.CLOSED, RunEnding.COMPLETED)
            assert run.requests == SECONDS
    for lock in tmp_path.glob("*-lock"):
        lock.unlink()
    assert_nothing_is_beside(project)


@pytest.mark.whole
@pytest.mark.sweep
@pytest.mark.parametrize("turn", range(20))
def test_a_run_killed_at_any_instant_is_found_again(
    server: CountingServer, project: Path, mark: str, turn: int
) -> None:
    moment_s = instants(turn).uniform(0.2, 9.0)
    with closing(Studio(project, server, "", "--users", "5", "--duration", "5s")) as studio:
        try:
            studio.wait(moment_s)
        except subprocess.TimeoutExpired:
            studio.process.send_signal(signal.SIGKILL)
        studio.process.wait()
        died_s = time.monotonic()
        assert "Traceback" not in studio.problem
    with promised("P3"):
        assert_load_is_over(server, died_s, mark)
    with promised("P1"):
        found = found_again(project)
    for record in found.runs:
        with promised("P2"):
            assert_little_is_lost(record, server, died_s)
        with promised("P4"):
            assert is_marked(record) or record.summary.requests == server.total
