"""Project: one project, open, as the screen and the command line are handed it."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from studio.computer.allowed_target import AllowedTargets
from studio.computer.secret_source import SecretSource
from studio.database.project_file import ProjectFile
from studio.engine.load_limits import LoadLimits
from studio.export.bundle import Bundle
from studio.importer.ci_results import CiResults
from studio.importer.imported import Imported
from studio.journey.journey import Journey
from studio.journey.problem import Known
from studio.journey.revision import RevisionCause
from studio.journey.uses import secrets_of, sources_of
from studio.progress import Progress
from studio.project.bringing_in import BringingIn, Brought
from studio.project.ci_run import keep_ci_run
from studio.project.data_shelf import DataShelf
from studio.project.journey_desk import JourneyDesk
from studio.project.lock import ProjectLock
from studio.project.names import named, unknown
from studio.project.preparing import prepare_export, prepare_export_of_scenario, prepare_run
from studio.project.run_keeper import RunKeeper
from studio.project.trial_shelf import TrialShelf
from studio.run.opening import read_record
from studio.run.preflight import check_target
from studio.run.record import RunRecord, RunSummary
from studio.run.recovery import Recovered, recover_runs
from studio.run.run_store import RunStore
from studio.run.setup import RunSetup
from studio.run.starting import LiveRun
from studio.scenario.scenario import PRACTICE_SHOP, Scenario
from studio.scenario.scenario_store import ScenarioStore
from studio.scenario.target import Target
from studio.trial.starting import LiveTrial


class Project:
    """One project, open; belongs to the thread that opened it.

    Everything that changes it or reads it passes through here. A run that goes on is a `LiveRun`
    and may be watched from any thread; `finish` brings it home.
    """

    def __init__(
        self,
        path: Path,
        file: ProjectFile,
        lock: ProjectLock,
        allowed: AllowedTargets,
        former_folders: Sequence[Path],
        secrets: SecretSource,
    ) -> None:
        self.path = path
        self._file = file
        self._lock = lock
        self._allowed = allowed
        self._secrets = secrets
        self._scenarios = ScenarioStore(file)
        self.data = DataShelf(file, self._revise)
        """Tables that feed variables."""

        self.desk = JourneyDesk(file, self.data.all, self._follow_name)
        """Journeys as they are worked on."""

        self.trials = TrialShelf(file, self.data, allowed, secrets)
        """Journeys tried once."""

        self._bringing = BringingIn(file, self.desk, self.data)
        self.attachments = self._bringing.attachments
        """Files that journeys upload."""

        self.targets = self._bringing.targets
        self.recordings = self._bringing.recordings
        self._runs = RunStore(file)
        self._keeper = RunKeeper(path, self._runs)
        self.recovered: tuple[Recovered, ...] = ()
        """The runs that were found unclosed, oldest first."""

        if not file.look_only:
            self.desk.empty_bin()
            self.recovered = recover_runs(self._runs, path, former_folders)

    @property
    def title(self) -> str:
        """The project's name: that of its file."""
        return self.path.stem

    @property
    def look_only(self) -> bool:
        """Whether nothing can be changed: the file is newer, or open elsewhere."""
        return self._file.look_only

    def journeys(self) -> tuple[Journey, ...]:
        """Return every journey as it stands, in the order they were made."""
        return self.desk.all()

    def scenarios(self) -> tuple[Scenario, ...]:
        """Return every scenario, in the order they were made."""
        return self._scenarios.all()

    def runs(self) -> tuple[RunSummary, ...]:
        """Return every run, newest first."""
        return self._runs.all()

    def last_runs(self) -> dict[str, str]:
        """Return the newest run of each journey that ran, such as `R7`, by the journey's id."""
        return self._runs.last_by_journey()

    def save(self, *, journeys: Sequence[Journey] = (), scenarios: Sequence[Scenario] = ()) -> None:
        """Keep journeys and scenarios, in place of those they replace."""
        for journey in journeys:
            self.desk.put(journey)
        for scenario in scenarios:
            self._scenarios.save(scenario)

    def _revise(self, data_file: str) -> None:
        for journey in self.journeys():
            if data_file in sources_of(journey):
                self.desk.save(journey.id, RevisionCause.DATA)

    def _follow_name(self, old: str, new: str) -> None:
        """Let scenarios know a journey by its new name."""
        for scenario in self.scenarios():
            mix = tuple(
                replace(it, journey=new) if it.journey == old else it for it in scenario.mix
            )
            if mix != scenario.mix:
                self._scenarios.save(replace(scenario, mix=mix))

    def add_journey(self, journey: Journey) -> Journey:
        """Keep a journey that comes from elsewhere, under the next free id, and return it."""
        return self.desk.add(journey)

    def bring_in(self, imported: Imported, progress: Progress) -> Brought:
        """Keep what was imported, whole or not at all, and return what it is here.

        Raises:
            StudioError: A table or a file cannot be kept; nothing was.
            CancelledError: It was cancelled; nothing was kept.
        """
        return self._bringing.bring_in(imported, progress)

    def around(self, journey: Journey) -> Known:
        """Return what there is around a journey, for its inspection; of targets nothing is told."""
        names = [it.environment_name for it in secrets_of([journey])]
        return Known(
            data_files=self.data.all(),
            secrets=frozenset(it for it in names if self._secrets(it)),
            attachments=frozenset(it.name for it in self.attachments.all()),
            allows_code=self.desk.allows_code,
        )

    def scenario(self, name: str) -> Scenario:
        """Return the scenario of that name.

        Raises:
            UnknownNameError: There is none.
        """
        return named(name, {it.name: it for it in self.scenarios()})

    def run(self, run: str) -> RunRecord:
        """Return a run, such as `R7`, with all that is kept of it.

        Raises:
            UnknownNameError: There is none.
        """
        number = int(run[1:]) if run[:1] in "Rr" and run[1:].isdecimal() else 0
        row = self._runs.find(number)
        if row is None:
            raise unknown(run, [it.run for it in self.runs()])
        return read_record(self._runs, row)

    def bundle(self, journey: str) -> Bundle:
        """Return a journey's locustfile and its tables as they leave for CI.

        Raises:
            UnknownNameError: There is no journey of that name.
            SecretError: A value of a secret stands in one of them.
        """
        chosen = named(journey, {it.name: it for it in self.journeys()})
        return prepare_export(chosen, self.data, self._secrets)

    def bundle_of_scenario(self, scenario: str) -> Bundle:
        """Return a scenario's locustfile, with its load, and its tables as they leave for CI.

        Raises:
            UnknownNameError: There is no scenario of that name, or a journey of it is missing.
            SecretError: A value of a secret stands in one of them.
        """
        chosen = self.scenario(scenario)
        journeys = self._mix(chosen)
        return prepare_export_of_scenario(chosen, journeys, self.data, self._secrets)

    def add_ci_run(self, results: CiResults, scenario: str | None, locustfile: str) -> RunRecord:
        """Keep what a run in CI measured as a run, judged by its scenario's goals, and return it.

        Args:
            results: What Locust left.
            scenario: Its name; None where the project has only one.
            locustfile: The file that was run; empty where it is not known.

        Raises:
            UnknownNameError: There is no scenario of that name, or none was named among several.
            NotSavedError: The project cannot be written.
        """
        names = [it.name for it in self.scenarios()]
        only = names[0] if scenario is None and len(names) == 1 else ""
        chosen = self.scenario(scenario or only)
        revisions = [self.desk.save(it.id, RevisionCause.RUN) for it in self._mix(chosen)]
        number = keep_ci_run(self._runs, results, chosen, revisions, locustfile)
        return self.run(f"R{number}")

    def start(self, setup: RunSetup) -> LiveRun:
        """Start a run and return it.

        Raises:
            TargetError: The target is not allowed, or does not answer.
            SecretError: A secret has no value here.
            StudioError: A run is on already, a journey is missing, has nothing to do or holds code
                nobody has allowed, or an engine did not start.
        """
        self._keeper.require_none_on()
        journeys = self._mix(setup.scenario)
        prepared = prepare_run(
            setup.scenario, journeys, self.data, self._secrets, allows_code=self.desk.allows_code
        )
        limits = self._limits(setup.scenario)
        revisions = [self.desk.save(it.id, RevisionCause.RUN) for it in journeys]
        return self._keeper.start(setup, revisions, prepared, limits)

    def try_journey(
        self, journey: Journey, target: str | Target = PRACTICE_SHOP, *, from_step: str = ""
    ) -> LiveTrial:
        """Start a trial of a journey, kept or not, and return it; see `TrialShelf.start`.

        Raises:
            StudioError: The target is not allowed or does not answer, a secret has no value, or the
                journey cannot be walked, or holds code nobody has allowed.
        """
        allowed = self.desk.allows_code
        return self.trials.start(journey, target, from_step=from_step, allows_code=allowed)

    def _limits(self, scenario: Scenario) -> LoadLimits | None:
        """Return what a run is allowed; None for the practice shop, which is nobody else's."""
        if scenario.target == PRACTICE_SHOP:
            return None
        return check_target(scenario.target, scenario.load, self._allowed)

    def tend(self, live: LiveRun) -> None:
        """Note how far a run has come; call it now and then while the run goes on.

        A project that cannot be written at the moment is not told: the run goes on all the same,
        and `finish` says what is the matter.
        """
        self._keeper.tend(live)

    def finish(self, live: LiveRun) -> RunRecord:
        """Wait for a run's end, bring it into the project and return it.

        Raises:
            NotSavedError: The project cannot be written, or is no longer where it was. The run's
                journal is kept, and brought in when the project is opened next; `finish` may also
                be called again.
        """
        self._keeper.finish(live)
        return self.run(live.run)

    def close(self) -> None:
        """Close the project and leave one file behind."""
        self._file.close()
        self._lock.release()

    def _mix(self, scenario: Scenario) -> list[Journey]:
        by_name = {it.name: it for it in self.journeys()}
        return [named(share.journey, by_name) for share in scenario.mix]


def default_worker_processes() -> int:
    """Return how many worker processes this computer runs well: its cores but one."""
    return max(1, (os.cpu_count() or 2) - 1)
