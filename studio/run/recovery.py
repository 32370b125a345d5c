"""Runs the studio did not live to close."""

import json
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from studio.engine.journal_header import header_of
from studio.engine.leftover_engines import end_engines
from studio.failpoint import failpoint
from studio.phrase import Phrase
from studio.run.closing import close_run
from studio.run.found_journals import find_places, leftover_folders
from studio.run.problem import read_problem
from studio.run.run import RunEnding, RunSnapshot, RunState
from studio.run.run_store import RunStore, StoredRun, name_of
from studio.run.session import RunSession
from studio.run.setup import RunSetup
from studio.run.starting import RunPlace, place_of
from studio.run.verdict import Doubt
from studio.typed_json import read

_NOT_YET_BEGUN = (RunState.PLANNED, RunState.STARTING)


@dataclass(frozen=True, slots=True)
class Recovered:
    """A run that was found unclosed, and is closed now."""

    run: str
    """Its name within the project."""

    ending: RunEnding

    until: str
    """Up to when it was measured, on the wall clock, UTC, ISO 8601."""

    is_whole: bool
    """Whether nothing before that moment is missing."""

    def told(self, until: str) -> Phrase:
        """Return what is to be said of it; `until` is its moment as the reader writes it."""
        return _told(self).of(run=self.run, until=until)


def recover_runs(
    store: RunStore, project: Path, folders: Iterable[Path] = ()
) -> tuple[Recovered, ...]:
    """Close every run that was interrupted, and return them, oldest first.

    The project must be open for writing, so no other studio is still at work on a run. Journals and
    folders of runs that are closed already are removed.

    Args:
        store: The project's runs.
        project: Where it lies now.
        folders: Where it may have lain before.
    """
    places = find_places(project, store.project_uuid(), folders)
    recovered = tuple(_recover(store, project, row, places) for row in store.unclosed())
    _tidy(store, project, places)
    return recovered


def _recover(
    store: RunStore, project: Path, row: StoredRun, places: dict[str, RunPlace]
) -> Recovered:
    place = places.get(row.uuid) or _place_by_name(project, row)
    end_engines(place.folder)
    setup: RunSetup = read(RunSetup, json.loads(row.setup))
    failpoint("recovery.before_close")
    snapshot = close_run(
        store,
        row.number,
        place.journal,
        setup.scenario.goals,
        partial(_end, row),
        may_have_begun=row.state not in _NOT_YET_BEGUN,
    )
    shutil.rmtree(place.folder, ignore_errors=True)
    return _recovered(row, snapshot)


def _place_by_name(project: Path, row: StoredRun) -> RunPlace:
    """Return where a run's files should lie; a journal there that is another run's is not its."""
    place = place_of(project, row.number)
    header = header_of(place.journal)
    if header is None or header.run == row.uuid:
        return place
    return RunPlace(place.journal.with_name(f"{row.uuid}.none"), place.folder)


def _end(row: StoredRun, session: RunSession) -> None:
    if row.ending is None:
        session.recover(may_have_begun=row.state not in _NOT_YET_BEGUN)
    else:
        session.end_as(row.ending, read_problem(row.problem))


def _recovered(row: StoredRun, snapshot: RunSnapshot) -> Recovered:
    until = datetime.fromisoformat(row.started_at) + timedelta(seconds=snapshot.at_s)
    lost = snapshot.verdict is not None and Doubt.MEASUREMENTS_LOST in snapshot.verdict.doubts
    ending = snapshot.ending or RunEnding.INTERRUPTED
    written = until.isoformat(timespec="seconds")
    return Recovered(name_of(row.number), ending, written, is_whole=not lost)


def _tidy(store: RunStore, project: Path, places: dict[str, RunPlace]) -> None:
    """Remove what closed runs have left: a studio may die between a commit and its tidying up."""
    closed = {row.uuid for row in store.closed()}
    for uuid, place in places.items():
        if uuid in closed:
            place.journal.unlink(missing_ok=True)
            shutil.rmtree(place.folder, ignore_errors=True)
    for folder in leftover_folders(project, (row.number for row in store.closed())):
        shutil.rmtree(folder, ignore_errors=True)


def _told(recovered: Recovered) -> Phrase:
    match recovered.ending:
        case RunEnding.NEVER_STARTED:
            return Phrase("run", "{run} never started: the studio closed before there was load.")
        case RunEnding.INTERRUPTED if recovered.is_whole:
            return Phrase("run", "{run} was interrupted at {until}. Everything up to then is kept.")
        case RunEnding.INTERRUPTED:
            return Phrase(
                "run",
                "{run} was interrupted at {until}. Part of what it measured is lost: its journal"
                " is damaged or gone.",
            )
        case _ if recovered.is_whole:
            return Phrase("run", "{run} had ended when the studio closed. All of it is kept.")
        case _:
            return Phrase(
                "run",
                "{run} had ended when the studio closed. Part of what it measured is lost: its"
                " journal is damaged or gone.",
            )
