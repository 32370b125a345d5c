"""OpenJourneys: the journeys of the open project, read and kept in its lane."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from studio.journey.data_file import DataFile
from studio.journey.editing import change_settings
from studio.journey.journey import Journey
from studio.journey.revision import RevisionCause, RevisionSummary
from studio.journey.undo import History
from studio.practice.practising import practice_scenario
from studio.project.journey_list import JourneyLine, journey_lines
from studio.project.project import Project, default_worker_processes
from studio.project.taking_over import take_over
from studio.run.setup import RunSetup
from studio.scenario.scenario import JourneyShare, Scenario
from ui.bridge.open_project import OpenProject

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class OpenedJourney:
    """A journey, and what is known around it."""

    history: History
    revisions: tuple[RevisionSummary, ...]
    """Newest first."""

    newest: Journey
    """As it stood in the newest revision."""

    data_files: tuple[DataFile, ...]
    look_only: bool
    allows_code: bool


class OpenJourneys(QObject):
    """The journeys of the project that is open; every method returns at once.

    Signals:
        listed: A tuple of `JourneyLine`; and whether they are only looked at.
        opened: An `OpenedJourney`.
        kept: The `History` that has been written.
        revised: An `OpenedJourney`: it has another revision.
        revision_read: A number and the `Journey` of that revision.
        deleted: The id and the name of a journey that is in the bin now.
        prepared: The `RunSetup` of a run with one journey.
        failed: A `StudioError`; nothing was changed.
        not_kept: A `StudioError`: an edit could not be written.
    """

    listed = Signal(object, bool)
    opened = Signal(object)
    kept = Signal(object)
    revised = Signal(object)
    revision_read = Signal(int, object)
    deleted = Signal(str, str)
    prepared = Signal(object)
    failed = Signal(object)
    not_kept = Signal(object)

    def __init__(self, project: OpenProject) -> None:
        super().__init__(project)
        self._project = project

    def list(self) -> None:
        """List the journeys."""
        self._ask(_listed, self._tell_listed)

    def open(self, journey_id: str) -> None:
        """Open a journey."""
        self._ask(partial(_opened, journey_id), self.opened.emit)

    def create(self, journey: Journey) -> None:
        """Keep a new journey and open it."""
        self._ask(partial(_created, journey), self.opened.emit)

    def duplicate(self, journey_id: str) -> None:
        """Keep a copy of a journey under a name of its own."""
        self._ask(partial(_duplicated, journey_id), self._tell_listed)

    def rename(self, journey_id: str, name: str) -> None:
        """Call a journey something else."""
        self._ask(partial(_renamed, journey_id, name), self._tell_listed)

    def delete(self, journey_id: str) -> None:
        """Put a journey into the bin."""
        self._ask(partial(_deleted, journey_id), self._tell_deleted)

    def bring_back(self, journey_id: str) -> None:
        """Bring a journey back from the bin."""
        self._ask(partial(_brought_back, journey_id), self._tell_listed)

    def keep(self, history: History) -> None:
        """Keep a journey as it stands, with what can be undone."""
        self._project.ask(partial(_kept, history), self.kept.emit, self.not_kept.emit)

    def save(self, journey_id: str, label: str) -> None:
        """Keep a revision."""
        self._ask(partial(_saved, journey_id, label), self.revised.emit)

    def take_over(self, journey_id: str, name: str) -> None:
        """Keep a copy of a journey that is Python, written on by hand, and open it."""
        self._ask(partial(_taken_over, journey_id, name), self.opened.emit)

    def read_revision(self, journey_id: str, number: int) -> None:
        """Read a journey as it once stood."""
        self._ask(partial(_revision, journey_id, number), self._tell_revision)

    def prepare_run(self, journey_id: str) -> None:
        """Prepare a run with one journey."""
        self._ask(partial(_prepared, journey_id), self.prepared.emit)

    def _ask(self, work: Callable[[Project], Result], done: Callable[[Result], None]) -> None:
        self._project.ask(work, done, self.failed.emit)

    def _tell_listed(self, told: tuple[tuple[JourneyLine, ...], bool]) -> None:
        self.listed.emit(*told)

    def _tell_deleted(self, told: tuple[str, str, tuple[tuple[JourneyLine, ...], bool]]) -> None:
        journey_id, name, listed = told
        self.listed.emit(*listed)
        self.deleted.emit(journey_id, name)

    def _tell_revision(self, told: tuple[int, Journey]) -> None:
        self.revision_read.emit(*told)


# In the lane ----------------------------------------------------------------------------------


def _listed(project: Project) -> tuple[tuple[JourneyLine, ...], bool]:
    return journey_lines(project), project.look_only


def _opened(journey_id: str, project: Project) -> OpenedJourney:
    history = project.desk.history(journey_id)
    revisions = project.desk.revisions(journey_id)
    return OpenedJourney(
        history,
        revisions,
        project.desk.revision(journey_id, revisions[0].number),
        project.data.all(),
        project.look_only,
        project.desk.allows_code,
    )


def _created(journey: Journey, project: Project) -> OpenedJourney:
    return _opened(project.desk.add(journey, RevisionCause.SAVED).id, project)


def _duplicated(journey_id: str, project: Project) -> tuple[tuple[JourneyLine, ...], bool]:
    project.desk.add(project.desk.journey(journey_id), RevisionCause.SAVED)
    return _listed(project)


def _renamed(journey_id: str, name: str, project: Project) -> tuple[tuple[JourneyLine, ...], bool]:
    history = project.desk.history(journey_id)
    edit = change_settings(history.journey, replace(history.journey, name=name))
    project.desk.keep(history.with_edit(edit, 0.0))
    return _listed(project)


def _deleted(
    journey_id: str, project: Project
) -> tuple[str, str, tuple[tuple[JourneyLine, ...], bool]]:
    name = project.desk.journey(journey_id).name
    project.desk.delete(journey_id)
    return journey_id, name, _listed(project)


def _brought_back(journey_id: str, project: Project) -> tuple[tuple[JourneyLine, ...], bool]:
    project.desk.bring_back(journey_id)
    return _listed(project)


def _kept(history: History, project: Project) -> History:
    project.desk.keep(history)
    return history


def _saved(journey_id: str, label: str, project: Project) -> OpenedJourney:
    project.desk.save(journey_id, RevisionCause.SAVED, label)
    return _opened(journey_id, project)


def _taken_over(journey_id: str, name: str, project: Project) -> OpenedJourney:
    return _opened(take_over(project, journey_id, name).id, project)


def _revision(journey_id: str, number: int, project: Project) -> tuple[int, Journey]:
    return number, project.desk.revision(journey_id, number)


def _prepared(journey_id: str, project: Project) -> RunSetup:
    """Return a setup as that of the newest scenario the journey is in, with it alone."""
    name = project.desk.journey(journey_id).name
    known = [it for it in project.scenarios() if any(one.journey == name for one in it.mix)]
    model = known[-1] if known else practice_scenario()
    scenario: Scenario = replace(model, mix=(JourneyShare(name, 100),))
    if len(model.mix) > 1 or not known:
        scenario = replace(scenario, name=name)
    return RunSetup(scenario, "", default_worker_processes())
