"""At every named place of a run, whatever can go wrong there, the promises hold.

The long form makes everything happen everywhere; each push makes do with a few deaths.
"""

import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from studio.run.record import RunRecord
from studio.run.run import RunEnding
from studio.scenario.load_profile import constant
from tests.faults.places import DEATHS, PLACES, Where, cases
from tests.faults.promises import promised
from tests.faults.studio import (
    MAIN,
    USERS,
    Studio,
    assert_little_is_lost,
    assert_load_is_over,
    found_again,
    is_marked,
    make_project,
)
from tests.whole.counting_server import CountingServer

pytestmark = pytest.mark.whole

LOAD_S = 4
HANGS_S = 15.0
"""By then a run of `LOAD_S` is over, whatever hangs afterwards."""

CODES = {"kill": -signal.SIGKILL, "abort": -signal.SIGABRT, "hang": -signal.SIGKILL}
QUICK = [
    ("run.begin.after_commit@1", "kill"),
    ("child.started@2", "kill"),
    ("closing.written@1", "kill"),
    ("closing.written@1", "full"),
]


def sweep(where: Where) -> list[object]:
    """Return all cases of a process, those that each push runs unmarked."""
    return [
        pytest.param(*case, marks=() if case in QUICK else pytest.mark.sweep)
        for case in cases(where)
    ]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path, constant(USERS, LOAD_S))


def end_of(studio: Studio, act: str) -> float:
    """Wait for a studio's end, which comes by itself unless it hangs; return when it came."""
    if act == "hang":
        with pytest.raises(subprocess.TimeoutExpired):
            studio.wait(HANGS_S)
        return studio.kill()
    studio.wait()
    return time.monotonic()


def assert_kept(record: RunRecord, server: CountingServer, died_s: float) -> None:
    """P2 and P4: little is missing, and where anything is, the run says so."""
    with promised("P2"):
        assert_little_is_lost(record, server, died_s)
    with promised("P4"):
        assert is_marked(record) or record.summary.requests == server.total


def assert_one_message(studio: Studio, *, expected: bool) -> None:
    """P5: one message in plain words, or none from a process that had no time for it."""
    with promised("P5"):
        said = studio.problem or studio.told_problem
        assert "Traceback" not in said
        assert bool(said) == expected, said
        assert len(said.splitlines()) <= 3, said


@pytest.mark.parametrize(("failpoint", "act"), sweep(Where.STUDIO))
def test_a_studio_that_fails_anywhere_loses_nothing(
    server: CountingServer, project: Path, mark: str, failpoint: str, act: str
) -> None:
    place = PLACES[failpoint.partition("@")[0]]
    with closing(Studio(project, server, f"{failpoint}={act}")) as studio:
        died_s = end_of(studio, act)
        assert studio.process.returncode == CODES.get(act, studio.process.returncode)
        is_told = act not in DEATHS and failpoint not in TENDED
        assert_one_message(studio, expected=is_told)
    with promised("P3"):
        assert_load_is_over(server, died_s, mark)
    assert not (place.is_before_load and server.total)
    with promised("P1"):
        found = found_again(project)
        assert len(found.runs) == (failpoint != "run.begin.before_commit@1")
    for record in found.runs:
        assert_kept(record, server, died_s)


TENDED = ("run.enter.before_commit@2", "run.enter.before_commit@3")
"""A state that cannot be noted while the run goes on is noted no later than at its end."""


@pytest.mark.parametrize(("failpoint", "act"), sweep(Where.MASTER))
def test_a_master_that_fails_anywhere_ends_the_run_or_goes_on(
    server: CountingServer, project: Path, mark: str, failpoint: str, act: str
) -> None:
    with closing(Studio(project, server, f"{failpoint}={act}")) as studio:
        studio.wait()
        died_s = time.monotonic()
        with promised("P5"):
            assert "Traceback" not in studio.problem
    with promised("P3"):
        assert_load_is_over(server, died_s, mark)
    with promised("P1"):
        found = found_again(project)
        assert found.recovered == ()
    (record,) = found.runs
    with promised("P4"):
        assert (record.summary.ending is RunEnding.FAILED) == (act in DEATHS)
        assert is_marked(record) or record.summary.requests == server.total
    with promised("P5"):
        assert (record.snapshot.error is not None) == (act in DEATHS)


@pytest.mark.sweep
@pytest.mark.parametrize(("failpoint", "act"), cases(Where.NEXT))
def test_a_studio_that_fails_while_it_recovers_does_so_the_next_time(
    server: CountingServer, project: Path, mark: str, failpoint: str, act: str
) -> None:
    with closing(Studio(project, server, "run.enter.after_commit@3=kill")) as studio:
        died_s = end_of(studio, "kill")
    with promised("P3"):
        assert_load_is_over(server, died_s, mark)
    environment = studio.environment | {"SWARMBOOK_FAILPOINTS": f"{failpoint}={act}"}
    command = [sys.executable, str(MAIN), "runs", str(project)]
    second = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    if act == "hang":
        with pytest.raises(subprocess.TimeoutExpired):
            second.wait(HANGS_S)
        second.kill()
    assert second.wait(HANGS_S) == CODES[act]
    (record,) = found_again(project).runs
    assert_kept(record, server, died_s)
