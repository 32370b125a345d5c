"""Closing a run: from its journal into the project file, whole or not at all."""

from collections.abc import Callable, Iterator
from pathlib import Path

from studio.engine.journal import read_file
from studio.engine.load_messages import (
    MESSAGES,
    EndpointSeen,
    LoadMessage,
    SecondAmended,
    SecondMeasured,
)
from studio.measurement.generator_health import GeneratorHealth
from studio.measurement.measurement import Endpoint, Measurement
from studio.run.reading import read_health, read_rows
from studio.run.run import RunSnapshot
from studio.run.run_store import RunStore
from studio.run.session import RunSession
from studio.scenario.goal import Goal


def close_run(
    store: RunStore,
    number: int,
    journal: Path,
    goals: tuple[Goal, ...],
    end: Callable[[RunSession], None],
) -> RunSnapshot:
    """Bring a run's journal into the project file, and only then remove the journal.

    Dying at any moment leaves either the journal or the closed run, so it may be called again. The
    kept numbers are the journal's, whatever was shown while the run went on. A run whose engine
    never wrote a line has no journal and is closed empty.

    Args:
        store: Where to.
        number: Which run.
        journal: Where from.
        goals: What the run is judged by.
        end: Tells the session how the run ended, for the journal cannot.
    """
    messages = list(_messages(journal)) if journal.exists() else []
    session = RunSession(goals)
    for message in messages:
        session.receive(message)
    end(session)
    snapshot = session.snapshot()
    with store.atomic():
        store.close(number, snapshot, _measurements(messages), _health(messages))
    journal.unlink(missing_ok=True)
    return snapshot


def _messages(journal: Path) -> Iterator[LoadMessage]:
    for frame in read_file(journal):
        yield MESSAGES.decode(frame.payload.decode())


def _measurements(messages: list[LoadMessage]) -> Iterator[Measurement]:
    endpoints: dict[int, Endpoint] = {}
    for message in messages:
        match message:
            case EndpointSeen(endpoint=number, method=method, name=name):
                endpoints[number] = Endpoint(method, name)
            case SecondMeasured(at_s=at_s, rows=rows) | SecondAmended(at_s=at_s, rows=rows):
                yield from read_rows(at_s, rows, endpoints)
            case _:
                pass


def _health(messages: list[LoadMessage]) -> Iterator[GeneratorHealth]:
    for message in messages:
        if isinstance(message, SecondMeasured):
            yield from read_health(message)
