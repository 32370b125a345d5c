"""Setup → locustfile, journal, engine and session: a run on its way."""

import shutil
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from studio.engine.journal_header import JournalHeader, begin_journal
from studio.engine.load_commands import (
    ChangeUsers,
    KeepNextExample,
    ResetStatistics,
    Stop,
    StopNow,
)
from studio.engine.load_course import ChangeRate, Hold, Resume, SkipStage
from studio.engine.load_engine import Load, LoadEngine
from studio.engine.load_messages import StudioGone
from studio.engine.shop_engine import ShopEngine
from studio.engine.shop_messages import ShopCounted
from studio.errors import EngineError, NotSavedError
from studio.export.bundle import Bundle
from studio.export.private_files import write_private
from studio.measurement.measurement import Endpoint
from studio.phrase import Phrase
from studio.run.event import EventKind
from studio.run.run import RunSnapshot, RunState
from studio.run.run_store import name_of
from studio.run.session import RunSession
from studio.run.setup import RunSetup

JOURNAL_SUFFIX = ".journal"

_SEEN_BY_STUDIO = (EventKind.NOT_ANSWERING, EventKind.SHOP_LOST)
"""Events that no journal tells of."""


@dataclass(frozen=True, slots=True)
class RunPlace:
    """Where a run's files lie while it goes on: beside its project, so that both move together."""

    journal: Path

    folder: Path
    """The locustfile and the logs of the engine; only for the user's eyes."""

    @classmethod
    def of_journal(cls, journal: Path) -> Self:
        """Return the place of the run that a journal belongs to."""
        return cls(journal, journal.with_suffix(".engine"))


def place_of(project: Path, number: int) -> RunPlace:
    """Return where the files of a project's run lie."""
    stem = f"{project.name}-{name_of(number)}"
    return RunPlace.of_journal(project.with_name(f"{stem}{JOURNAL_SUFFIX}"))


class LiveRun:
    """A run that goes on: its session, and the engine behind it."""

    def __init__(
        self,
        number: int,
        setup: RunSetup,
        load: Load,
        *,
        started_at: str,
        shop: ShopEngine | None = None,
    ) -> None:
        self.number = number
        self.run = name_of(number)
        self.setup = setup
        self.host = load.host or ""
        self.started_at = started_at
        self.noted = RunState.STARTING
        """The state that the project file knows of."""

        self.shop_counted: ShopCounted | None = None
        """The practice shop's own count, once the run has ended."""

        self._shop = shop
        self._session = RunSession(setup.scenario.goals)
        self._ended = threading.Event()
        self._error: EngineError | None = None
        self._engine = LoadEngine(load, self._session.receive, self._end)
        if shop is not None:
            shop.when_lost(lambda: self._session.notice(EventKind.SHOP_LOST))

    def start(self) -> None:
        """Start the engine.

        Raises:
            EngineError: It would not start; the practice shop is closed again.
        """
        try:
            self._engine.start()
        except EngineError:
            if self._shop is not None:
                self._shop.close()
            raise

    def snapshot(self) -> RunSnapshot:
        """Return the run as it stands now."""
        return self._session.snapshot()

    def change_users(self, users: int) -> None:
        """Leave the load profile and go on with this many users."""
        self._engine.send(ChangeUsers(users))

    def change_rate(self, per_s: float) -> None:
        """Leave an arrival rate and go on with this many starts per second."""
        self._engine.send(ChangeRate(per_s))

    def hold(self) -> None:
        """Keep the load where it is; its time stands still, so the run becomes longer."""
        self._engine.send(Hold())

    def resume(self) -> None:
        """Follow the load again, from where it was held."""
        self._engine.send(Resume())

    def skip_stage(self) -> None:
        """Go on with the next stage of the load; after the last one the run ends."""
        self._engine.send(SkipStage())

    def stop(self) -> None:
        """Let the users finish, then end the run."""
        self._engine.send(Stop())

    def stop_now(self) -> None:
        """End the users where they stand, then the run, within 2 s."""
        self._engine.send(StopNow())

    def reset_statistics(self) -> None:
        """Let the numbers begin anew: the run is judged by what comes from now on."""
        self._engine.send(ResetStatistics())

    def keep_next(self, endpoint: Endpoint) -> None:
        """Have the next exchange of an endpoint kept whole, whatever comes of it."""
        self._engine.send(KeepNextExample(endpoint.method, endpoint.name))

    def wait(self, timeout_s: float | None = None) -> bool:
        """Wait until the engine has ended; return whether it has."""
        return self._ended.wait(timeout_s)

    def close(self) -> None:
        """End the engine and the practice shop, if they have not ended yet."""
        if not self._ended.is_set():
            self._session.receive(StudioGone(self.snapshot().at_s))
        self._engine.stop()
        if self._shop is not None:
            if self.shop_counted is None:
                self.shop_counted = self._shop.count()
            self._shop.close()

    def tell_end(self, session: RunSession) -> None:
        """Tell another session how this run ended, and what only this studio has noticed."""
        events = self.snapshot().events
        session.take_events(it for it in events if it.kind in _SEEN_BY_STUDIO)
        session.end(self._error)

    def _end(self, error: EngineError | None) -> None:
        self._error = error
        self._session.end(error)
        self._ended.set()


def prepare_place(place: RunPlace, header: JournalHeader, bundle: Bundle) -> Path:
    """Begin a run's journal, write its files and return where its locustfile is.

    Raises:
        NotSavedError: The folder of the project cannot be written.
    """
    try:
        begin_journal(place.journal, header)
        return write_bundle(place, header.run, bundle)
    except OSError as error:
        raise NotSavedError(
            Phrase("run", "The run's files cannot be written beside the project: {reason}").of(
                reason=error.strerror or str(error)
            ),
            meaning=Phrase("run", "The run was not started."),
            remedy=Phrase("run", "Make room there, or move the project to another folder."),
        ) from error


def write_bundle(place: RunPlace, uuid: str, bundle: Bundle) -> Path:
    """Write a run's files into its private folder and return where its locustfile is."""
    shutil.rmtree(place.folder, ignore_errors=True)
    place.folder.mkdir(mode=0o700)
    return write_private(place.folder, uuid, bundle)
