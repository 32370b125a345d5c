"""Closing a run: from its journal into the project file, whole or not at all."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from studio.engine.health_reading import read_health
from studio.engine.load_course import Starts
from studio.engine.load_messages import EndpointSeen, LoadMessage, SecondAmended, SecondMeasured
from studio.errors import ProtocolError
from studio.failpoint import failpoint
from studio.measurement.generator_health import GeneratorHealth
from studio.measurement.measurement import Endpoint, Measurement
from studio.measurement.starts import StartTally
from studio.run.journal_contents import NOTHING_FOUND, JournalContents, read_journal, sound_rows
from studio.run.reading import read_starts
from studio.run.run import RunSnapshot
from studio.run.run_store import RunStore
from studio.run.session import RunSession
from studio.scenario.goal import Goal


def close_run(  # all that a run is closed by
    store: RunStore,
    number: int,
    journal: Path,
    goals: tuple[Goal, ...],
    end: Callable[[RunSession], None],
    *,
    may_have_begun: bool = True,
) -> RunSnapshot:
    """Bring a run's journal into the project file, and only then remove the journal.

    Dying at any moment leaves either the journal or the closed run, so it may be called again. The
    kept numbers are the journal's, whatever was shown while the run went on. What a damaged journal
    has lost stays a gap, and the run says so.

    Args:
        store: Where to.
        number: Which run.
        journal: Where from.
        goals: What the run is judged by.
        end: Tells the session how the run ended, as far as the journal cannot.
        may_have_begun: Whether there may have been load, so that a journal must be there.

    Raises:
        NotSavedError: The project file could not take it; the journal is still there.
    """
    contents = _found(journal)
    session = RunSession(goals, rows=sound_rows)
    for message in contents.messages:
        try:
            session.receive(message)
        except ProtocolError:  # no engine wrote this
            session.lose()
    if not contents.is_whole and (may_have_begun or contents.messages):
        session.lose()
    end(session)
    snapshot = session.snapshot()
    failpoint("closing.read")
    with store.atomic():
        measured, health = _measurements(contents.messages), _health(contents.messages)
        store.close(number, snapshot, measured, health, _starts(contents.messages))
        failpoint("closing.written")
    failpoint("closing.committed")
    if contents is not NOTHING_FOUND:
        journal.unlink(missing_ok=True)
    failpoint("closing.journal_removed")
    return snapshot


def _found(journal: Path) -> JournalContents:
    """Return what a journal holds; nothing if it is not there or cannot be read."""
    try:
        return read_journal(journal)
    except OSError:
        return NOTHING_FOUND


def _measurements(messages: Sequence[LoadMessage]) -> Iterator[Measurement]:
    endpoints: dict[int, Endpoint] = {}
    for message in messages:
        match message:
            case EndpointSeen(endpoint=number, method=method, name=name):
                endpoints[number] = Endpoint(method, name)
            case SecondMeasured(at_s=at_s, rows=rows) | SecondAmended(at_s=at_s, rows=rows):
                yield from sound_rows(at_s, rows, endpoints)
            case _:
                pass


def _starts(messages: Sequence[LoadMessage]) -> dict[int, StartTally]:
    seconds: dict[int, StartTally] = {}
    for message in messages:
        match message:
            case (
                SecondMeasured(at_s=at_s, starts=Starts() as starts)
                | SecondAmended(at_s=at_s, starts=Starts() as starts)
            ):
                seconds.setdefault(at_s, StartTally()).merge(read_starts(starts))
            case _:
                pass
    return seconds


def _health(messages: Sequence[LoadMessage]) -> Iterator[GeneratorHealth]:
    for message in messages:
        if isinstance(message, SecondMeasured):
            yield from read_health(message)
