"""OpenProject: the project that is open, worked on in its lane, told of on the GUI thread."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from studio.computer.allowed_target import AllowedTargets, Permission
from studio.computer.recent import RecentProjects
from studio.errors import StudioError
from studio.phrase import Phrase
from studio.practice.practising import practice_scenario
from studio.project.opening import add_practice, create_project, open_practice, open_project
from studio.project.project import Project, default_worker_processes
from studio.run.record import RunRecord, RunSummary
from studio.run.recovery import Recovered
from studio.run.run import RunState
from studio.run.setup import RunSetup
from studio.run.starting import LiveRun
from ui.bridge.tasks import Tasks

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Opened:
    """What is to be shown of a project that has just been opened."""

    title: str
    path: Path
    look_only: bool

    recovered: tuple[Recovered, ...]
    """The runs that were found unclosed."""


class NoProjectError(StudioError):
    """Something was asked of a project, and none is open."""


class OpenProject(QObject):
    """The project that is open, if one is.

    Every method returns at once: the work is done in the lane `project`, whose one thread opened
    the file and alone touches it, and a signal tells of the outcome.

    Signals:
        leaving: The project that is open is about to be left: what is to be kept in it, now.
        opened: An `Opened`.
        listed: A tuple of `RunSummary`, newest first.
        prepared: The `RunSetup` a run sheet is to begin with.
        started: A `LiveRun` is on.
        finished: The `RunRecord` of the run that has ended.
        read: The `RunRecord` that was asked for.
        failed: A `StudioError`.
    """

    leaving = Signal()
    opened = Signal(object)
    listed = Signal(object)
    prepared = Signal(object)
    started = Signal(object)
    finished = Signal(object)
    read = Signal(object)
    failed = Signal(object)

    def __init__(self, lane: Tasks, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._home = home
        self._recent = RecentProjects(home)
        self._project: Project | None = None
        self._live: LiveRun | None = None
        self._tended: RunState | None = None
        self._is_closed = False

    def open_last(self) -> None:
        """Open the project that was open last, if there was one."""
        self._do(self._open_last, self._tell_opened)

    def open(self, path: Path) -> None:
        """Open another project."""
        self.leaving.emit()
        self._do(partial(self._change, partial(open_project, path, self._home)), self._tell_opened)

    def create(self, path: Path) -> None:
        """Make a new project and open it."""
        self.leaving.emit()
        make = partial(create_project, path, self._home)
        self._do(partial(self._change, make), self._tell_opened)

    def prepare_practice(self) -> None:
        """Prepare the practice run, in the project that is open or in one of its own."""
        self._do(self._prepare_practice, self._tell_prepared)

    def prepare_again(self, run: str) -> None:
        """Prepare the same run once more."""
        self._do(partial(self._setup_of, run), self.prepared.emit)

    def start(self, setup: RunSetup) -> None:
        """Start a run."""
        self._tended = None
        self._do(partial(self._start, setup), self._tell_started)

    def allow(self, permission: Permission, setup: RunSetup) -> None:
        """Allow a target on this computer, and start the run that was waiting for it."""
        self._tended = None
        self._do(partial(self._allow, permission, setup), self._tell_started)

    def tend(self, state: RunState) -> None:
        """Note in the project what state the run that is on has come to."""
        if state is not self._tended:
            self._tended = state
            self._do(self._tend, _nothing)

    def finish(self) -> None:
        """Bring the run that has ended into the project."""
        self._do(self._finish, self._tell_finished)

    def read_run(self, run: str) -> None:
        """Read a run with all that is kept of it."""
        self._do(lambda: self._needed().run(run), self.read.emit)

    def ask(
        self,
        work: Callable[[Project], Result],
        done: Callable[[Result], None],
        failed: Callable[[StudioError], None],
    ) -> None:
        """Do something with the project that is open, in its lane, then tell of the outcome."""
        if not self._is_closed:
            self._lane.run(lambda: work(self._needed()), done, failed)

    def close(self) -> None:
        """Close the project, ending a run that is still on; wait until it is done.

        What is asked afterwards is not done: there is nobody left to tell.
        """
        if not self._is_closed:
            self.leaving.emit()
            self._do(self._close, _nothing)
            self._is_closed = True
            self._lane.finish()

    def _do(self, work: Callable[[], Result], done: Callable[[Result], None]) -> None:
        if not self._is_closed:
            self._lane.run(work, done, self.failed.emit)

    # In the lane ------------------------------------------------------------------------------

    def _open_last(self) -> Opened | None:
        paths = self._recent.all()
        return self._change(partial(open_project, paths[0], self._home)) if paths else None

    def _change(self, make: Callable[[], Project]) -> Opened:
        project = make()
        self._close()
        self._project = project
        self._recent.add(project.path)
        return Opened(project.title, project.path, project.look_only, project.recovered)

    def _prepare_practice(self) -> tuple[Opened | None, RunSetup]:
        opened = None
        if self._project is None or self._project.look_only:
            opened = self._change(partial(open_practice, self._home))
        add_practice(self._needed())
        setup = RunSetup(practice_scenario(), "", default_worker_processes())
        return opened, setup

    def _setup_of(self, run: str) -> RunSetup:
        return self._needed().run(run).setup

    def _start(self, setup: RunSetup) -> LiveRun:
        self._live = self._needed().start(setup)
        return self._live

    def _allow(self, permission: Permission, setup: RunSetup) -> LiveRun:
        AllowedTargets(self._home).allow(permission.target())
        return self._start(setup)

    def _tend(self) -> None:
        if self._live is not None:
            self._needed().tend(self._live)

    def _finish(self) -> tuple[RunRecord, tuple[RunSummary, ...]] | None:
        live, self._live = self._live, None
        if live is None:
            return None
        project = self._needed()
        return project.finish(live), project.runs()

    def _close(self) -> None:
        if self._project is None:
            return
        if self._live is not None:
            self._live.close()
            self._finish()
        self._project.close()
        self._project = None

    def _needed(self) -> Project:
        if self._project is None:
            raise NoProjectError(
                Phrase("project", "No project is open."),
                remedy=Phrase("project", "Open one, or start with the practice run."),
            )
        return self._project

    # On the GUI thread ------------------------------------------------------------------------

    def _tell_opened(self, opened: Opened | None) -> None:
        if opened is not None:
            self.opened.emit(opened)
            self._do(lambda: self._needed().runs(), self.listed.emit)

    def _tell_prepared(self, prepared: tuple[Opened | None, RunSetup]) -> None:
        opened, setup = prepared
        self._tell_opened(opened)
        self.prepared.emit(setup)

    def _tell_started(self, live: LiveRun) -> None:
        self.started.emit(live)
        self._do(lambda: self._needed().runs(), self.listed.emit)

    def _tell_finished(self, outcome: tuple[RunRecord, tuple[RunSummary, ...]] | None) -> None:
        if outcome is not None:
            record, runs = outcome
            self.finished.emit(record)
            self.listed.emit(runs)


def _nothing(_: object) -> None:
    """Do nothing: a window that is closing has nobody to tell."""
