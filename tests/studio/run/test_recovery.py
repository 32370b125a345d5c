"""A run the studio did not live to close is there at the next start."""

from pathlib import Path

from studio.database.project_file import ProjectFile
from studio.engine.journal import JournalWriter
from studio.engine.load_messages import MESSAGES
from studio.run.recovery import recover_runs
from studio.run.run import RunEnding
from studio.run.run_store import RunStore
from studio.run.starting import place_of
from tests.builders import make_row, make_run, make_second, make_setup


def test_an_interrupted_run_is_closed_with_what_its_journal_holds(
    project_file: ProjectFile, tmp_path: Path
) -> None:
    project = tmp_path / "shop.swarmbook"
    store = RunStore(project_file)
    for uuid in ("a", "b"):
        store.begin(uuid, make_setup(), "http://x", "2026-01-01", "", ())
    place = place_of(project, 1)
    place.folder.mkdir()
    with JournalWriter(place.journal) as journal:
        for message in make_run(make_second(0, make_row(0, 10)), make_second(1))[:-2]:
            journal.append(MESSAGES.encode(message).encode())

    assert recover_runs(store, project) == ("R1", "R2")
    second, first = store.all()
    assert (first.ending, first.requests) == (RunEnding.INTERRUPTED, 1)
    assert (second.ending, second.requests) == (RunEnding.INTERRUPTED, 0)
    assert not place.journal.exists()
    assert not place.folder.exists()
    assert recover_runs(store, project) == ()
