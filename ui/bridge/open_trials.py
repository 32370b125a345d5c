"""OpenTrials: trials of the open project's journeys, started and kept in its lane."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from studio.journey.journey import Journey
from studio.phrase import NOTHING, Phrase
from studio.project.project import Project
from studio.project.trial_shelf import usual_target
from studio.trial.comparing import Compared, Differences
from studio.trial.record import TrialRecord
from studio.trial.starting import LiveTrial
from ui.bridge.open_project import OpenProject


@dataclass(frozen=True, slots=True)
class FinishedTrial:
    """A trial that has ended, held against one from before."""

    record: TrialRecord
    found: Differences
    before: Phrase
    """What it was held against; nothing: there was none."""


class OpenTrials(QObject):
    """Trials in the project that is open; every method returns at once.

    Signals:
        started: A `LiveTrial` is on.
        finished: A `FinishedTrial`.
        remembered: The last `TrialRecord` of the journey that was asked for.
        failed: A `StudioError`.
    """

    started = Signal(object)
    finished = Signal(object)
    remembered = Signal(object)
    failed = Signal(object)

    def __init__(self, project: OpenProject) -> None:
        super().__init__(project)
        self._project = project
        self._live: LiveTrial | None = None
        project.leaving.connect(self._leave)

    def start(self, journey: Journey, from_step: str = "") -> None:
        """Try a journey, shown from a step on; empty: from its beginning."""
        self._project.ask(
            lambda project: self._start(journey, from_step, project),
            self.started.emit,
            self.failed.emit,
        )

    def finish(self) -> None:
        """Keep the trial that has ended."""
        self._project.ask(self._finish, self._tell_finished, self.failed.emit)

    def remember(self, journey: Journey) -> None:
        """Read the last trial of a journey."""
        self._project.ask(partial(_last, journey), self._tell_remembered, self.failed.emit)

    # In the lane ------------------------------------------------------------------------------

    def _start(self, journey: Journey, from_step: str, project: Project) -> LiveTrial:
        target = usual_target(project, journey)
        self._live = project.try_journey(journey, target, from_step=from_step)
        return self._live

    def _finish(self, project: Project) -> FinishedTrial | None:
        live, self._live = self._live, None
        if live is None:
            return None
        record = project.trials.finish(live)
        compared = project.trials.compare(live.setup.journey, record)
        return FinishedTrial(record, compared.found, _before(compared))

    # On the GUI thread ------------------------------------------------------------------------

    def _leave(self) -> None:
        self._project.ask(self._finish, lambda _: None, self.failed.emit)

    def _tell_finished(self, finished: FinishedTrial | None) -> None:
        if finished is not None:
            self.finished.emit(finished)

    def _tell_remembered(self, record: TrialRecord | None) -> None:
        if record is not None:
            self.remembered.emit(record)


def _last(journey: Journey, project: Project) -> TrialRecord | None:
    return project.trials.last(journey)


def _before(compared: Compared) -> Phrase:
    """Return what a trial was held against."""
    if compared.recorded_on:
        return Phrase("journey", "Recorded {day}").of(day=compared.recorded_on[:10])
    return Phrase("journey", "Last good trial") if compared.tried_at else NOTHING
