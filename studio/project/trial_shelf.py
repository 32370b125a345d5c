"""TrialShelf: the trials of a project's journeys, started, brought home and read."""

import shutil
from pathlib import Path

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
from studio.run.preflight import check_target
from studio.run.secret_values import find_secrets, refuse_leaks
from studio.scenario.scenario import PRACTICE_SHOP
from studio.scenario.shapes import Constant
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

    def start(
        self, journey: Journey, target: str, *, from_step: str = "", allows_code: bool = False
    ) -> LiveTrial:
        """Start a trial and return it; any journey may be tried, kept or not.

        Args:
            journey: What is tried.
            target: A base address, or `PRACTICE_SHOP`: a shop is opened for it alone.
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
            [(journey, 1)], *files, uploads=self._data.attachments, allows_code=allows_code
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
        return live

    def finish(self, live: LiveTrial) -> TrialRecord:
        """End a trial if it goes on, keep it in the project if it ended by itself, and return it.

        Raises:
            NotSavedError: The project cannot be written.
        """
        record = live.finish()
        if record.state in (TrialState.PASSED, TrialState.FAILED):
            self._store.keep(record, live.messages, live.setup.bundle.places)
        return record

    def last(self, journey: Journey) -> TrialRecord | None:
        """Return the last trial of a journey, held against the journey as it is now."""
        return self._store.last(journey)

    def last_good(self, journey: Journey) -> TrialRecord | None:
        """Return the last trial of a journey that passed."""
        return self._store.last_good(journey)

    def all(self) -> tuple[TrialSummary, ...]:
        """Return of each journey that was tried what came of its last trial."""
        return self._store.all()

    def _open(self, target: str, folder: Path) -> tuple[ShopEngine | None, str, LoadLimits]:
        if target != PRACTICE_SHOP:
            return None, target, check_target(target, _ONE_USER, self._allowed)
        shop, host = open_shop(folder)
        return shop, host, limits_of(host)
