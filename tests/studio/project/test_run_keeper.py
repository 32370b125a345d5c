"""A project has one run at a time, knows how far it has come, and loses none."""

from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from studio.database.project_file import ProjectFile
from studio.engine.journal import JournalWriter
from studio.engine.load_messages import MESSAGES
from studio.errors import NotSavedError, StudioError
from studio.export.bundle import Bundle
from studio.project.preparing import Prepared
from studio.project.run_keeper import RunKeeper
from studio.run.run import RunEnding, RunSnapshot, RunState
from studio.run.run_store import RunStore
from studio.run.session import RunSession
from studio.run.setup import RunSetup
from studio.run.starting import LiveRun, place_of
from tests.builders import make_row, make_run, make_second, make_setup

MESSAGES_OF_A_RUN = make_run(make_second(0, make_row(0, 10)))


class FakeRun:
    """A run whose engine has said all it will."""

    def __init__(self, number: int) -> None:
        self.number, self.run = number, f"R{number}"
        self.setup: RunSetup = make_setup()
        self.noted = RunState.STARTING
        self.state = RunState.STARTING
        self.session = RunSession(())

    def snapshot(self) -> RunSnapshot:
        return replace(self.session.snapshot(), state=self.state)

    def wait(self, _timeout_s: float | None = None) -> bool:
        return True

    def close(self) -> None:
        for message in MESSAGES_OF_A_RUN:
            self.session.receive(message)
        self.session.end(None)

    def tell_end(self, session: RunSession) -> None:
        session.end(None)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "shop.swarmbook"


@pytest.fixture
def store(project_file: ProjectFile) -> RunStore:
    return RunStore(project_file)


def begin(store: RunStore, path: Path) -> FakeRun:
    number = store.begin("a", make_setup(), "http://x", "2026-01-01", "", ())
    store.enter(number, RunState.STARTING)
    with JournalWriter(place_of(path, number).journal) as journal:
        for message in MESSAGES_OF_A_RUN:
            journal.append(MESSAGES.encode(message).encode())
    return FakeRun(number)


def state_of(store: RunStore) -> RunState:
    return store.all()[0].state


def test_the_project_knows_how_far_a_run_has_come(store: RunStore, path: Path) -> None:
    keeper, run = RunKeeper(path, store), begin(store, path)
    live = cast("LiveRun", run)
    for state in (RunState.STARTING, RunState.RUNNING, RunState.STOPPING):
        run.state = state
        keeper.tend(live)
        keeper.tend(live)
        assert state_of(store) is state
    run.state = RunState.CLOSING  # this the keeper enters itself, with the ending
    keeper.tend(live)
    assert state_of(store) is RunState.STOPPING
    keeper.finish(live)
    assert (state_of(store), store.all()[0].ending) == (RunState.CLOSED, RunEnding.COMPLETED)


def test_what_cannot_be_brought_home_is_kept_and_brought_home_later(
    store: RunStore, path: Path
) -> None:
    keeper, run = RunKeeper(path, store), begin(store, path)
    live = cast("LiveRun", run)
    elsewhere = path.rename(path.with_name("elsewhere"))
    run.state = RunState.RUNNING
    keeper.tend(live)  # says nothing: the run goes on
    with pytest.raises(NotSavedError, match="moved, renamed or deleted") as error:
        keeper.finish(live)
    assert "kept in shop.swarmbook-R1.journal" in str(error.value.meaning)
    assert place_of(path, 1).journal.exists()
    elsewhere.rename(path)
    keeper.finish(live)
    assert store.all()[0].requests == 1
    assert not place_of(path, 1).journal.exists()


def test_a_run_that_cannot_start_is_closed_as_failed(store: RunStore, path: Path) -> None:
    place_of(path, 1).journal.mkdir()
    keeper = RunKeeper(path, store)
    prepared = Prepared(Bundle("# code", {}), {})
    with pytest.raises(NotSavedError, match="cannot be written"):
        keeper.start(make_setup(), (), prepared, None)
    (run,) = store.all()
    assert (run.state, run.ending) == (RunState.CLOSED, RunEnding.FAILED)
    keeper.require_none_on()


def test_a_second_run_is_refused_while_one_is_on(store: RunStore, path: Path) -> None:
    class Going(FakeRun):
        def wait(self, _timeout_s: float | None = None) -> bool:
            return False

    keeper = RunKeeper(path, store)
    keeper.require_none_on()
    keeper.note_on(cast("LiveRun", Going(1)))
    with pytest.raises(StudioError, match="R1 is on"):
        keeper.require_none_on()
    keeper.note_on(cast("LiveRun", FakeRun(2)))
    keeper.require_none_on()
