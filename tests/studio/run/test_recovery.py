"""A run the studio did not live to close is there at the next start."""

from pathlib import Path

import pytest

from studio.database.project_file import ProjectFile
from studio.engine.journal import JournalWriter, read
from studio.engine.journal_header import begin_journal, header_for
from studio.engine.load_messages import MESSAGES, LoadMessage
from studio.errors import EngineError
from studio.phrase import Phrase
from studio.run.problem import read_problem
from studio.run.recovery import Recovered, recover_runs
from studio.run.run import RunEnding, RunState
from studio.run.run_store import RunStore
from studio.run.session import RunSession
from studio.run.starting import RunPlace, place_of
from studio.run.verdict import Doubt
from tests.builders import make_row, make_run, make_second, make_setup

WHOLE = make_run(make_second(0, make_row(0, 10)), make_second(1, make_row(0, 10)))
STARTED_AT = "2026-01-01T12:00:00+00:00"


@pytest.fixture
def store(project_file: ProjectFile) -> RunStore:
    return RunStore(project_file)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return tmp_path / "shop.swarmbook"


def begin(store: RunStore, uuid: str, state: RunState) -> int:
    number = store.begin(uuid, make_setup(), "http://x", STARTED_AT, "", ())
    store.enter(number, state)
    return number


def leave_journal(store: RunStore, place: RunPlace, uuid: str, told: list[LoadMessage]) -> None:
    begin_journal(place.journal, header_for(uuid, store.project_uuid()))
    place.folder.mkdir()
    with JournalWriter(place.journal) as journal:
        for message in told:
            journal.append(MESSAGES.encode(message).encode())


def begin_and_leave(
    store: RunStore, project: Path, state: RunState, told: list[LoadMessage]
) -> RunPlace:
    number = begin(store, "a", state)
    place = place_of(project, number)
    leave_journal(store, place, "a", told)
    return place


@pytest.mark.parametrize(
    ("state", "told", "ending"),
    [
        (RunState.PLANNED, None, RunEnding.NEVER_STARTED),
        (RunState.STARTING, None, RunEnding.NEVER_STARTED),
        (RunState.STARTING, [], RunEnding.NEVER_STARTED),
        (RunState.STARTING, WHOLE[:6], RunEnding.NEVER_STARTED),
        (RunState.STARTING, WHOLE[:-2], RunEnding.INTERRUPTED),
        (RunState.RUNNING, WHOLE[:-2], RunEnding.INTERRUPTED),
        (RunState.STOPPING, WHOLE[:-1], RunEnding.INTERRUPTED),
        (RunState.STOPPING, WHOLE, RunEnding.COMPLETED),
        (RunState.CLOSING, WHOLE, RunEnding.COMPLETED),
    ],
)
def test_each_state_becomes_what_its_journal_allows(
    store: RunStore,
    project: Path,
    state: RunState,
    told: list[LoadMessage] | None,
    ending: RunEnding,
) -> None:
    number = begin(store, "a", state)
    place = place_of(project, number)
    if told is not None:
        leave_journal(store, place, "a", told)
    (recovered,) = recover_runs(store, project)
    measured_s = sum("second" in MESSAGES.encode(it).lower() for it in told or ())
    assert (recovered.run, recovered.ending, recovered.is_whole) == ("R1", ending, True)
    (run,) = store.all()
    assert (run.state, run.ending) == (RunState.CLOSED, ending)
    assert (run.requests > 0) == (measured_s > 0)
    assert not place.journal.exists()
    assert not place.folder.exists()
    assert recover_runs(store, project) == ()


def test_it_says_until_when_a_run_was_measured(store: RunStore, project: Path) -> None:
    begin_and_leave(store, project, RunState.RUNNING, WHOLE[:-2])
    (recovered,) = recover_runs(store, project)
    assert recovered.until == "2026-01-01T12:00:02+00:00"
    words = str(recovered.told("14:00:02"))
    assert words == "R1 was interrupted at 14:00:02. Everything up to then is kept."


@pytest.mark.parametrize("ending", [*RunEnding])
@pytest.mark.parametrize("is_whole", [True, False])
def test_there_is_a_sentence_for_whatever_was_found(ending: RunEnding, *, is_whole: bool) -> None:
    words = str(Recovered("R7", ending, "", is_whole).told("14:09"))
    assert words.startswith("R7 ")
    assert ("lost" in words) == (not is_whole and ending is not RunEnding.NEVER_STARTED)


def test_a_run_that_was_being_closed_ends_as_was_noted_then(store: RunStore, project: Path) -> None:
    begin_and_leave(store, project, RunState.RUNNING, WHOLE[:-2])
    failed = RunSession(())
    failed.end(_gone())
    store.begin_closing(1, failed.snapshot())
    (recovered,) = recover_runs(store, project)
    assert recovered.ending is RunEnding.FAILED
    row = store.find(1)
    assert row is not None
    assert (str(read_problem(row.problem)), row.requests) == ("The engine is gone.", 2)


def _gone() -> EngineError:
    return EngineError(Phrase("engine", "The engine is gone."))


@pytest.mark.parametrize("state", [RunState.RUNNING, RunState.STOPPING, RunState.CLOSING])
def test_a_journal_that_is_gone_is_said(store: RunStore, project: Path, state: RunState) -> None:
    begin(store, "a", state)
    (recovered,) = recover_runs(store, project)
    assert (recovered.ending, recovered.is_whole) == (RunEnding.INTERRUPTED, False)


def test_a_journal_that_is_damaged_gives_what_is_sound(store: RunStore, project: Path) -> None:
    place = begin_and_leave(store, project, RunState.RUNNING, WHOLE)
    data = bytearray(place.journal.read_bytes())
    second = next(it for it in read(bytes(data)) if b"SecondMeasured" in it.payload)
    data[second.end - 1] ^= 1
    place.journal.write_bytes(data)
    (recovered,) = recover_runs(store, project)
    assert not recovered.is_whole
    assert store.all()[0].requests == 1
    row = store.find(1)
    assert row is not None
    assert Doubt.MEASUREMENTS_LOST in str(row.verdict)
    assert [(it.at_s, it.users) for it in store.seconds.of_run(1)] == [(1, 5)]


def test_rubbish_in_place_of_a_journal_is_a_journal_that_is_gone(
    store: RunStore, project: Path
) -> None:
    number = begin(store, "a", RunState.RUNNING)
    place_of(project, number).journal.write_bytes(b"Dear aunt" * 999)
    (recovered,) = recover_runs(store, project)
    assert (recovered.ending, recovered.is_whole) == (RunEnding.INTERRUPTED, False)


def test_journals_that_were_swapped_find_their_own_runs(store: RunStore, project: Path) -> None:
    for uuid, told in (("a", WHOLE[:7]), ("b", WHOLE[:-2])):
        number = begin(store, uuid, RunState.RUNNING)
        leave_journal(store, place_of(project, 3 - number), uuid, told)
    recover_runs(store, project)
    second, first = store.all()
    assert (first.requests, second.requests) == (1, 2)
    assert not list(project.parent.glob("*.journal"))


def test_another_projects_journal_is_neither_taken_nor_removed(
    store: RunStore, project: Path
) -> None:
    number = begin(store, "a", RunState.RUNNING)
    journal = place_of(project, number).journal
    begin_journal(journal, header_for("x", "another project"))
    (recovered,) = recover_runs(store, project)
    assert not recovered.is_whole
    assert journal.exists()


def test_a_renamed_project_finds_its_journal(tmp_path: Path) -> None:
    project = tmp_path / "old.swarmbook"
    file = ProjectFile(project)
    begin_and_leave(RunStore(file), project, RunState.RUNNING, WHOLE[:-2])
    file.close()
    renamed = project.rename(tmp_path / "new.swarmbook")
    again = ProjectFile(renamed)
    store = RunStore(again)
    (recovered,) = recover_runs(store, renamed)
    assert recovered.is_whole
    assert store.all()[0].requests == 2
    again.close()
    assert list(tmp_path.iterdir()) == [renamed]


def test_what_a_closed_run_has_left_is_removed(store: RunStore, project: Path) -> None:
    place = begin_and_leave(store, project, RunState.CLOSED, WHOLE)
    number = begin(store, "b", RunState.CLOSED)
    bare = place_of(project, number).folder
    bare.mkdir()
    assert recover_runs(store, project) == ()
    assert not place.journal.exists()
    assert not place.folder.exists()
    assert not bare.exists()
