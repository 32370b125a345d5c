"""RunKeeper: starts the runs of a project, and brings each home."""

import shutil
import uuid
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from studio.engine.journal_header import header_for
from studio.engine.load_engine import Load
from studio.engine.load_limits import LoadLimits, limits_of, ruled
from studio.engine.shop_engine import ShopEngine
from studio.errors import NotSavedError, StudioError
from studio.journey.revision import JourneyRevision
from studio.phrase import Phrase
from studio.practice.practising import open_shop
from studio.project.preparing import Prepared
from studio.run.closing import close_run
from studio.run.run import RunState
from studio.run.run_store import RunStore
from studio.run.session import RunSession
from studio.run.setup import RunSetup
from studio.run.starting import LiveRun, RunPlace, place_of, prepare_place
from studio.scenario.scenario import PRACTICE_SHOP, Scenario

_TENDED = (RunState.RUNNING, RunState.STOPPING)
"""States a run enters by itself while it goes on."""


class RunKeeper:
    """Keeps a project's runs, one at a time; belongs to the thread that opened the project."""

    def __init__(self, project: Path, runs: RunStore) -> None:
        self._project = project
        self._runs = runs
        self._live: LiveRun | None = None

    def require_none_on(self) -> None:
        """Refuse a second run while one is on.

        Raises:
            StudioError: One is.
        """
        if self._live is not None and not self._live.wait(0):
            raise _is_on(self._live)

    def note_on(self, live: LiveRun) -> None:
        """Note which run is on."""
        self._live = live

    def start(
        self,
        setup: RunSetup,
        revisions: Sequence[JourneyRevision],
        prepared: Prepared,
        limits: LoadLimits | None,
    ) -> LiveRun:
        """Start a run and return it.

        Raises:
            StudioError: It did not start, and is closed as failed.
        """
        run = uuid.uuid4().hex
        target, source = setup.scenario.target, prepared.bundle.locustfile
        number = self._runs.begin(run, setup, target, _now(), source, revisions)
        try:
            return self._launch(number, run, setup, prepared, limits)
        except StudioError as error:
            self._give_up(number, setup, error)
            raise

    def tend(self, live: LiveRun) -> None:
        """Note how far a run has come, if the project can be written at the moment."""
        state = live.snapshot().state
        if state in _TENDED and state is not live.noted:
            live.noted = state
            with suppress(NotSavedError):
                self._runs.enter(live.number, state)

    def finish(self, live: LiveRun) -> None:
        """Wait for a run's end and bring it into the project; may be called again.

        Raises:
            NotSavedError: The project cannot be written, or is no longer where it was.
        """
        live.wait()
        live.close()
        try:
            self._runs.begin_closing(live.number, live.snapshot())
            self._close_run(live.number, live.setup, live.tell_end)
        except NotSavedError as error:
            raise _not_brought_home(error, live, place_of(self._project, live.number)) from error

    def _launch(
        self,
        number: int,
        run: str,
        setup: RunSetup,
        prepared: Prepared,
        limits: LoadLimits | None,
    ) -> LiveRun:
        place = place_of(self._project, number)
        self._runs.enter(number, RunState.STARTING)
        header = header_for(run, self._runs.project_uuid())
        locustfile = prepare_place(place, header, prepared.bundle)
        shop, host = _open_target(setup.scenario, place)
        self._runs.set_host(number, host)
        load = Load(
            run=run,
            locustfile=locustfile,
            host=host,
            folder=place.folder,
            journal=place.journal,
            profile=setup.scenario.load,
            worker_processes=setup.worker_processes,
            fast_lane=setup.fast_lane,
            goals=setup.scenario.goals,
            labels=setup.scenario.labels,
            secrets=prepared.secrets,
            limits=ruled(limits or limits_of(host), setup.rules),
        )
        live = LiveRun(number, setup, load, started_at=_now(), shop=shop)
        live.start()
        self.note_on(live)
        return live

    def _give_up(self, number: int, setup: RunSetup, error: StudioError) -> None:
        """Close a run that did not start; where that fails too, the next opening does it."""
        with suppress(NotSavedError):
            end = partial(RunSession.end, error=error)
            self._close_run(number, setup, end, may_have_begun=False)

    def _close_run(
        self,
        number: int,
        setup: RunSetup,
        end: Callable[[RunSession], None],
        *,
        may_have_begun: bool = True,
    ) -> None:
        place, goals = place_of(self._project, number), setup.scenario.goals
        close_run(self._runs, number, place.journal, goals, end, may_have_begun=may_have_begun)
        shutil.rmtree(place.folder, ignore_errors=True)


def _open_target(scenario: Scenario, place: RunPlace) -> tuple[ShopEngine | None, str]:
    if scenario.target == PRACTICE_SHOP:
        return open_shop(place.folder)
    return None, scenario.target


def _is_on(live: LiveRun) -> StudioError:
    return StudioError(
        Phrase("run", "{run} is on; a project has one run at a time.").of(run=live.run),
        meaning=Phrase("run", "No second one was started."),
        remedy=Phrase("run", "Wait until it has ended, or stop it."),
    )


def _not_brought_home(error: NotSavedError, live: LiveRun, place: RunPlace) -> NotSavedError:
    """Return what is to be said when a finished run could not be brought into its project."""
    meaning = Phrase("run", "{run} has ended; what it measured is kept in {journal}.")
    return NotSavedError(
        error.happened,
        meaning=meaning.of(run=live.run, journal=place.journal.name),
        remedy=error.remedy,
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
