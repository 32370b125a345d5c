"""A run is closed from its journal, whole or not at all."""

from dataclasses import replace
from pathlib import Path

import pytest

from studio.database.project_file import ProjectFile
from studio.engine.journal import JournalWriter, encode, read_file
from studio.engine.load_messages import MESSAGES, LoadMessage
from studio.engine.trouble_messages import (
    CauseSeen,
    EngineSaid,
    ExampleKept,
    Happened,
    TaskFailed,
    TroubleCounted,
)
from studio.measurement.outcome import Outcome
from studio.run.closing import close_run
from studio.run.opening import read_record
from studio.run.run import RunEnding, RunState
from studio.run.run_store import RunStore
from studio.run.session import RunSession
from studio.run.verdict import Doubt
from studio.scenario.goal import Bound, Goal, Measure
from tests.builders import make_example, make_row, make_run, make_second, make_setup

QUICK = Goal(Measure.P95, Bound.AT_MOST, 500)


def write_journal(path: Path, messages: list[LoadMessage]) -> None:
    with JournalWriter(path) as journal:
        for message in messages:
            journal.append(MESSAGES.encode(message).encode())


def complete(session: RunSession) -> None:
    session.end(None)


def recover(session: RunSession) -> None:
    session.recover(may_have_begun=True)


@pytest.fixture
def store(project_file: ProjectFile) -> RunStore:
    store = RunStore(project_file)
    assert store.begin("a1", make_setup(QUICK), "http://x", "2026-01-01", "# code", ()) == 1
    return store


def test_all_that_was_measured_is_in_the_project_and_the_journal_is_gone(
    store: RunStore, tmp_path: Path
) -> None:
    journal = tmp_path / "run.journal"
    seconds = [make_second(s, make_row(0, 10, 20), users=s) for s in range(70)]
    write_journal(journal, make_run(*seconds))
    snapshot = close_run(store, 1, journal, (QUICK,), complete)
    assert not journal.exists()
    (run,) = store.all()
    assert (run.state, run.ending) == (RunState.CLOSED, RunEnding.COMPLETED)
    assert run.requests == snapshot.total.requests == 140
    assert sum(it.response_time.total for it in store.measurements.of_run(1)) == 140
    assert [it.users for it in store.seconds.of_run(1)] == list(range(70))
    assert len(list(store.health(1))) == 70
    row = store.find(1)
    assert row is not None
    assert read_record(store, row).snapshot == replace(snapshot, state=RunState.CLOSED)
    assert store.unclosed() == ()


def test_what_went_wrong_is_read_back_as_it_was_told(store: RunStore, tmp_path: Path) -> None:
    journal = tmp_path / "run.journal"
    messages = make_run(make_second(0, make_row(0, 10, outcome=Outcome.STATUS_5XX)))
    happened = (Happened(0, 1, 0.5, 0.5),)
    messages[-2:-2] = [
        CauseSeen(0, "GET", "/", Outcome.STATUS_5XX, "status 500"),
        TaskFailed(0, 0.5, "ValueError", "no", "line 3 in buy", "Traceback"),
        EngineSaid(0, "master", "WARNING", "late"),
        TroubleCounted(happened, happened, happened),
        ExampleKept(make_example()),
    ]
    write_journal(journal, messages)
    snapshot = close_run(store, 1, journal, (QUICK,), complete)
    assert len(snapshot.trouble.causes) == len(snapshot.trouble.examples) == 1
    row = store.find(1)
    assert row is not None
    assert read_record(store, row).snapshot.trouble == snapshot.trouble


def test_a_cut_journal_gives_what_is_whole_of_it(store: RunStore, tmp_path: Path) -> None:
    journal = tmp_path / "run.journal"
    write_journal(journal, make_run(*(make_second(s, make_row(0, 10)) for s in range(5))))
    journal.write_bytes(journal.read_bytes()[:-500])
    snapshot = close_run(store, 1, journal, (), recover)
    assert snapshot.ending is RunEnding.INTERRUPTED
    assert 2 <= snapshot.total.requests <= 4


def test_a_run_whose_journal_is_gone_is_closed_empty_and_says_so(
    store: RunStore, tmp_path: Path
) -> None:
    snapshot = close_run(store, 1, tmp_path / "none", (QUICK,), recover)
    assert snapshot.total.requests == 0
    assert snapshot.verdict is not None
    assert snapshot.verdict.doubts == (Doubt.MEASUREMENTS_LOST,)
    assert store.unclosed() == ()


def test_a_journal_that_cannot_be_read_is_left_where_it_is(store: RunStore, tmp_path: Path) -> None:
    journal = tmp_path / "run.journal"
    journal.mkdir()
    snapshot = close_run(store, 1, journal, (), recover)
    assert snapshot.verdict is not None
    assert snapshot.verdict.doubts == (Doubt.MEASUREMENTS_LOST,)
    assert journal.exists()


def test_a_run_that_never_began_has_lost_nothing(store: RunStore, tmp_path: Path) -> None:
    snapshot = close_run(
        store,
        1,
        tmp_path / "none",
        (),
        lambda it: it.recover(may_have_begun=False),
        may_have_begun=False,
    )
    assert snapshot.verdict is not None
    assert (snapshot.ending, snapshot.verdict.doubts) == (RunEnding.NEVER_STARTED, ())


def test_what_no_engine_wrote_is_lost_and_closes_the_run_all_the_same(
    store: RunStore, tmp_path: Path
) -> None:
    journal = tmp_path / "run.journal"
    second = replace(make_second(0, make_row(0, 10)), starts="no starts")
    write_journal(journal, make_run(second, make_second(1, make_row(0, 10))))
    snapshot = close_run(store, 1, journal, (), complete)
    assert snapshot.verdict is not None
    assert Doubt.MEASUREMENTS_LOST in snapshot.verdict.doubts
    assert snapshot.total.requests == 1


def test_a_gap_is_still_one_when_the_run_is_read_again(store: RunStore, tmp_path: Path) -> None:
    journal = tmp_path / "run.journal"
    write_journal(journal, make_run(*(make_second(s, make_row(0, 10)) for s in range(9))))
    frames = [it for it in read_file(journal) if it.number not in (9, 10)]
    journal.write_bytes(b"".join(encode(it.number, it.payload) for it in frames))
    live = close_run(store, 1, journal, (QUICK,), complete)
    assert [point.at_s for point in live.timeline if point.is_gap] == [3, 4]
    row = store.find(1)
    assert row is not None
    kept = read_record(store, row).snapshot
    assert (kept.timeline, kept.total, kept.verdict) == (live.timeline, live.total, live.verdict)


def test_dying_while_closing_loses_nothing(
    store: RunStore, project_file: ProjectFile, tmp_path: Path
) -> None:
    journal = tmp_path / "run.journal"
    write_journal(journal, make_run(make_second(0, make_row(0, 10))))
    project_file.execute(
        "CREATE TRIGGER stop BEFORE UPDATE ON run BEGIN SELECT raise(ABORT, 'died'); END"
    )
    with pytest.raises(Exception, match="died"):
        close_run(store, 1, journal, (), complete)
    assert journal.exists()
    assert list(store.measurements.of_run(1)) == []
    project_file.execute("DROP TRIGGER stop")
    assert close_run(store, 1, journal, (), complete).total.requests == 1
    assert store.all()[0].requests == 1
