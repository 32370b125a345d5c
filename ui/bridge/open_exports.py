"""OpenExports: what leaves the open project for CI, made in its lane and written there."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from studio.export.ci_bundle import Files, Leaving, lost_in
from studio.export.written_file import write_file
from studio.project.leaving import leaving_journey
from studio.project.project import Project
from studio.trial.record import TrialState
from ui.bridge.open_project import OpenProject


@dataclass(frozen=True, slots=True)
class Written:
    """What became of files that were to be written."""

    folder: Path
    count: int

    lost: tuple[str, ...] = ()
    """Names of files that would have been lost; nothing was written then."""


class OpenExports(QObject):
    """What leaves the project that is open; every method returns at once.

    Signals:
        prepared: The `Leaving` of a journey, and whether a trial of it has passed.
        written: A `Written`.
        failed: A `StudioError`; nothing was written.
    """

    prepared = Signal(object, bool)
    written = Signal(object)
    failed = Signal(object)

    def __init__(self, project: OpenProject) -> None:
        super().__init__(project)
        self._project = project

    def prepare(self, journey_id: str) -> None:
        """Make what leaves of a journey, and look for secrets in it."""
        self._project.ask(partial(_prepared, journey_id), self._tell_prepared, self.failed.emit)

    def write(self, folder: Path, files: Files, *, is_over: bool) -> None:
        """Write files into a folder.

        Args:
            folder: Where.
            files: By their path in it.
            is_over: Whether what is there may be lost; otherwise it is only told of.
        """
        work = partial(_write, folder, files, is_over)
        self._project.ask(work, self.written.emit, self.failed.emit)

    def _tell_prepared(self, told: tuple[Leaving, bool]) -> None:
        self.prepared.emit(*told)


# In the lane ----------------------------------------------------------------------------------


def _prepared(journey_id: str, project: Project) -> tuple[Leaving, bool]:
    journey = project.desk.journey(journey_id)
    last = project.trials.last(journey)
    return leaving_journey(project, journey.name), (
        last is not None and last.state is TrialState.PASSED
    )


def _write(folder: Path, files: Files, is_over: bool, _: Project) -> Written:
    lost = () if is_over else lost_in(folder, files)
    if not lost:
        for path, content in files.items():
            write_file(folder / path, content)
    return Written(folder, len(files), lost)
