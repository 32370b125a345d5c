"""TrialShelf: the trials of a project's journeys, started, brought home and read."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from studio.computer.allowed_target import AllowedTargets
from studio.computer.secret_source import SecretSource
from studio.database.project_file import ProjectFile
from studio.engine.load_limits import LoadLimits, limits_of
from studio.engine.shop_engine import ShopEngine
from studio.errors import StudioError
from studio.export.bundle import make_bundle
from studio.journey.journey import Journey
from studio.journey.uses import secrets_of
from studio.practice.practising import open_shop
from studio.project.data_shelf import DataShelf
from studio.recording.recording_store import RecordingStore
from studio.run.preflight import check_target
from studio.run.secret_values import find_secrets, refuse_leaks
from studio.scenario.scenario import PRACTICE_SHOP, Scenario
from studio.scenario.shapes import Constant
from studio.scenario.target import Target
from studio.scenario.target_store import TargetStore
from studio.trial.comparing import NOT_COMPARED, Compared, against_recording, against_trial
from studio.trial.record import TrialRecord, TrialState
from studio.trial.starting import LiveTrial, TrialSetup, private_folder
from studio.trial.trial_store import TrialStore, TrialSummary

_ONE_USER = Constant(1, 60)
"""As much load as a trial is."""


class TrialShelf:
    """The trials of one project; belongs to the thread that opened it."""

    def __init__(
        self, file: ProjectFile, data: DataShelf, allowed: AllowedTargets, secrets: SecretSource
    ) -> None:
        self._store = TrialStore(file)
        self._data = data
        self._allowed = allowed
        self._secrets = secrets
        self._recordings = RecordingStore(file)
        self._good: dict[str, TrialRecord | None] = {}
        """By journey: the last good trial from before the one that is on, or was last."""

        self._seen: dict[str, TrialRecord] = {}
        """Of each journey the last good trial of this sitting: whole, as a project keeps none."""

    def start(
        self,
        journey: Journey,
        target: str | Target,
        *,
        from_step: str = "",
        allows_code: bool = False,
    ) -> LiveTrial:
        """Start a trial and return it; any journey may be tried, kept or not.

        Args:
            journey: What is tried.
            target: One of the project's, a base address, or `PRACTICE_SHOP`: a shop is opened for
                it alone.
            from_step: The id of the step it is shown from. The steps before are walked first, for
                a server knows only visitors who came by the door, but they are not shown.
            allows_code: Whether code that people wrote may run.

        Raises:
            TargetError: The target is not allowed, or does not answer.
            SecretError: A secret has no value here.
            StudioError: The journey cannot be walked, or an engine did not start.
        """
        files = (self._data.all(), self._data.content)
        bundle = make_bundle(
            [(journey, 1)],
            *files,
            uploads=self._data.attachments,
            target=target if isinstance(target, Target) else None,
            allows_code=allows_code,
        )
        values = find_secrets(secrets_of([journey]), self._secrets)
        refuse_leaks(bundle, values)
        folder = private_folder()
        try:
            shop, host, limits = self._open(target, folder)
        except StudioError:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        live = LiveTrial(TrialSetup(journey, bundle, host, limits, values, from_step), folder, shop)
        live.start()
        self._good[journey.id] = self._seen.get(journey.id) or self._store.last_good(journey)
        return live

    def finish(self, live: LiveTrial) -> TrialRecord:
        """End a trial if it goes on, keep it in the project if it ended by itself, and return it.

        Raises:
            NotSavedError: The project cannot be written.
        """
        record = live.finish()
        if record.state in (TrialState.PASSED, TrialState.FAILED):
            self._store.keep(record, live.messages, live.setup.bundle.places)
        if record.state is TrialState.PASSED and not record.quiet_steps:
            self._seen[record.journey] = record
        return record

    def compare(self, journey: Journey, record: TrialRecord) -> Compared:
        """Return how a trial differs from the journey's recording, or else from the one before.

        Args:
            journey: As it was tried.
            record: The trial that was started last.
        """
        recording = journey.recording
        kept = self._recordings.read(recording.id) if recording else None
        if recording is not None and kept is not None:
            found = against_recording(record, journey, kept.exchanges)
            return Compared(found, recorded_on=recording.made_on)
        good = self._good.get(journey.id)
        if good is None:
            return NOT_COMPARED
        return Compared(against_trial(record, good), tried_at=good.tried_at)

    def last(self, journey: Journey) -> TrialRecord | None:
        """Return the last trial of a journey, held against the journey as it is now."""
        return self._store.last(journey)

    def last_good(self, journey: Journey) -> TrialRecord | None:
        """Return the last trial of a journey that passed."""
        return self._store.last_good(journey)

    def all(self) -> tuple[TrialSummary, ...]:
        """Return of each journey that was tried what came of its last trial."""
        return self._store.all()

    def _open(
        self, target: str | Target, folder: Path
    ) -> tuple[ShopEngine | None, str, LoadLimits]:
        if isinstance(target, Target):
            return None, target.main_host, self._limits(target)
        if target != PRACTICE_SHOP:
            return None, target, check_target(target, _ONE_USER, self._allowed)
        shop, host = open_shop(folder)
        return shop, host, limits_of(host)

    def _limits(self, target: Target) -> LoadLimits:
        """Return where a trial may go whose target has several hosts: each must be allowed."""
        main, *others = (check_target(it, _ONE_USER, self._allowed) for _, it in target.hosts)
        places = dict.fromkeys(it for limits in (main, *others) for it in limits.targets)
        return replace(main, targets=tuple(places))


class Offering(Protocol):
    """What knows scenarios and targets: a project."""

    @property
    def targets(self) -> TargetStore:
        """Its targets."""
        ...

    def scenarios(self) -> Sequence[Scenario]:
        """Return its scenarios."""
        ...


def usual_target(project: Offering, journey: Journey) -> str | Target:
    """Return where a journey goes if nobody says: as its first scenario, or as the first target."""
    for scenario in project.scenarios():
        if journey.name in {share.journey for share in scenario.mix}:
            known = {it.name: it for it in project.targets.all()}
            return known.get(scenario.target, scenario.target)
    return next(iter(project.targets.all()), PRACTICE_SHOP)
