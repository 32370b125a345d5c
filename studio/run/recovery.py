"""Runs the studio did not live to close."""

import json
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import psutil

from studio.engine.journal import read_file
from studio.engine.load_messages import MESSAGES, Hello
from studio.run.closing import close_run
from studio.run.run_store import RunStore, StoredRun, name_of
from studio.run.session import RunSession
from studio.run.setup import RunSetup
from studio.run.starting import place_of
from studio.typed_json import read

_PATIENCE_S = 8.0
"""An engine whose studio is gone ends within 5 s; its journal is whole only then."""


def recover_runs(store: RunStore, project: Path) -> tuple[str, ...]:
    """Close every run that was interrupted, and return their names, oldest first.

    The project must be open for writing, so no other studio is still at work on a run.
    """
    return tuple(_recover(store, project, row) for row in store.unclosed())


def _recover(store: RunStore, project: Path, row: StoredRun) -> str:
    place = place_of(project, row.number)
    setup: RunSetup = read(RunSetup, json.loads(row.setup))
    _wait_for_engine(place.journal)
    close_run(store, row.number, place.journal, setup.scenario.goals, RunSession.interrupt)
    shutil.rmtree(place.folder, ignore_errors=True)
    return name_of(row.number)


def _wait_for_engine(journal: Path) -> None:
    deadline_s = time.monotonic() + _PATIENCE_S
    masters = list(_masters(journal))
    while any(map(_is_engine, masters)) and time.monotonic() < deadline_s:
        time.sleep(0.05)


def _masters(journal: Path) -> Iterator[int]:
    if journal.exists():
        for frame in read_file(journal):
            message = MESSAGES.decode(frame.payload.decode())
            if isinstance(message, Hello):
                yield message.pid


def _is_engine(pid: int) -> bool:
    """Return whether a process is still an engine of ours; its number may be somebody else's."""
    try:
        return "--engine" in psutil.Process(pid).cmdline()
    except psutil.Error:
        return False
