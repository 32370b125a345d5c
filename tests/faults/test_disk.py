"""A full disk, a project that moves away: nothing is corrupt, and nothing measured is lost."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from studio.database.project_file import ProjectFile
from studio.engine.journal import JournalWriter
from studio.engine.load_messages import MESSAGES
from studio.errors import NotSavedError
from studio.run.closing import close_run
from studio.run.run import RunEnding, RunState
from studio.run.run_store import RunStore
from studio.run.starting import place_of
from studio.scenario.load_profile import constant
from tests.builders import make_row, make_run, make_second, make_setup
from tests.faults.promises import promised
from tests.faults.studio import (
    USERS,
    Studio,
    found_again,
    make_project,
)
from tests.whole.counting_server import CountingServer

SECONDS = 6000


def rename(project: Path) -> Path:
    return project.rename(project.with_name("store.swarmbook"))


def move_folder(project: Path) -> Path:
    return project.parent.rename(project.parent.with_name("elsewhere")) / project.name


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Yield a folder on a disk of 12 MB of its own; only the administrator can make one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["/bin/mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(folder)]
    if sys.platform != "linux" or os.getuid() or subprocess.run(command, check=False).returncode:
        pytest.skip("no disk of our own can be made here")
    yield folder
    subprocess.run(["/bin/umount", "-l", str(folder)], check=True)


def fill_up(folder: Path) -> Path:
    """Fill a disk to its last byte; return the file that does."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (1 << 16, 1 << 10, 1):
            try:
                while True:
                    file.write(b"x" * size)
            except OSError:
                continue
    return filler


def test_a_run_that_does_not_fit_when_it_is_closed_is_closed_when_there_is_room(
    small_disk: Path,
) -> None:
    project = small_disk / "shop.swarmbook"
    messages = make_run(*(make_second(s, make_row(0, 10, 20 + s)) for s in range(SECONDS)))
    file = ProjectFile(project)
    store = RunStore(file)
    number = store.begin("a", make_setup(), "http://x", "2026-01-01", "", ())
    store.enter(number, RunState.RUNNING)
    place = place_of(project, number)
    with JournalWriter(place.journal) as journal:
        for message in messages:
            journal.append(MESSAGES.encode(message).encode())

    filler = fill_up(small_disk)
    with promised("P5"), pytest.raises(NotSavedError, match="full"):
        close_run(store, number, place.journal, (), lambda session: session.end(None))
    assert [row.state for row in store.unclosed()] == [RunState.RUNNING]
    file.close()
    with promised("P1"):
        assert place.journal.exists()

    filler.unlink()
    again = ProjectFile(project)
    snapshot = close_run(
        RunStore(again), number, place.journal, (), lambda session: session.end(None)
    )
    again.close()
    with promised("P2"):
        assert (snapshot.ending, snapshot.total.requests) == (RunEnding.COMPLETED, 2 * SECONDS)
    assert [it.name for it in small_disk.iterdir()] == [project.name]


@pytest.mark.whole
@pytest.mark.usefixtures("mark")
@pytest.mark.parametrize("move", [rename, pytest.param(move_folder, marks=pytest.mark.sweep)])
def test_a_project_that_moves_away_under_a_run_takes_it_up_where_it_is_opened_next(
    server: CountingServer, tmp_path: Path, move: Callable[[Path], Path]
) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    project = make_project(folder, constant(USERS, 4))
    with closing(Studio(project, server)) as studio:
        studio.wait_until(lambda: server.total > 20)
        moved = move(project)
        assert studio.wait() == 1
        with promised("P5"):
            assert "was moved, renamed or deleted while it was open" in studio.problem
            assert f"kept in {project.name}-R1.journal" in studio.problem
            assert len(studio.problem.splitlines()) == 3
    for left in moved.parent.glob("*-lock"):
        left.unlink()
    found = found_again(moved)
    (recovered,) = found.recovered
    with promised("P2"):
        assert (recovered.ending, recovered.is_whole) == (RunEnding.COMPLETED, True)
        assert found.runs[0].summary.requests == server.total


@pytest.mark.whole
@pytest.mark.usefixtures("mark")
@pytest.mark.sweep
def test_a_project_that_is_deleted_under_a_run_is_told_of_and_the_journal_stays(
    server: CountingServer, project: Path
) -> None:
    with closing(Studio(project, server, "", "--users", "5", "--duration", "4s")) as studio:
        studio.wait_until(lambda: server.total > 20)
        project.unlink()
        assert studio.wait() == 1
        with promised("P5"):
            assert "was moved, renamed or deleted while it was open" in studio.problem
    with promised("P2"):
        assert place_of(project, 1).journal.stat().st_size > 0
    assert not project.exists()
