"""Journey, files and limits → a trial on its way: its session, and the engine behind it."""

import shutil
import tempfile
import threading
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from studio.engine.load_limits import LoadLimits
from studio.engine.shop_engine import ShopEngine
from studio.engine.trial_engine import TrialEngine
from studio.engine.trial_messages import TrialMessage, WalkOnce
from studio.errors import EngineError, NotSavedError
from studio.export.bundle import Bundle
from studio.export.private_files import write_private
from studio.journey.journey import Journey
from studio.phrase import Phrase
from studio.trial.record import TrialRecord
from studio.trial.session import TrialSession


@dataclass(frozen=True, slots=True)
class TrialSetup:
    """All that a trial is started with."""

    journey: Journey
    bundle: Bundle

    host: str
    """Base address of the target."""

    limits: LoadLimits
    secrets: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    """Values by the name of their environment variable; they go over stdin alone."""

    from_step: str = ""
    """The id of the step it is shown from; empty: from the beginning."""


class LiveTrial:
    """A trial that goes on; it may be watched from any thread."""

    def __init__(self, setup: TrialSetup, folder: Path, shop: ShopEngine | None = None) -> None:
        """Prepare a trial.

        Args:
            setup: What it is started with.
            folder: A private one, for its files and logs; it is removed with the trial.
            shop: The practice shop it goes to, if it does; it is closed with the trial.
        """
        self.setup = setup
        self._shop = shop
        self._folder = folder
        self._ended = threading.Event()
        self._by_hand = False
        self.messages: list[TrialMessage] = []
        """All that was heard so far, in order."""

        self._session = TrialSession(
            setup.journey,
            setup.bundle.places,
            from_step=setup.from_step,
            host=setup.host,
            tried_at=datetime.now(UTC).isoformat(timespec="seconds"),
        )
        path = write_private(self._folder, uuid.uuid4().hex, setup.bundle)
        order = WalkOnce(str(path), setup.host, setup.limits, dict(setup.secrets))
        self._engine = TrialEngine(self._folder, order, self._hear, self._end)

    def start(self) -> None:
        """Start the engine.

        Raises:
            EngineError: It would not start; everything is cleared away again.
        """
        try:
            self._engine.start()
        except EngineError as error:
            self._end(error)
            self._clear()
            raise

    def snapshot(self) -> TrialRecord:
        """Return the trial as it stands now."""
        return self._session.snapshot()

    def cancel(self) -> None:
        """End the user where it stands; may be called at any moment, and twice."""
        self._by_hand = True
        self._engine.cancel()

    def wait(self, timeout_s: float | None = None) -> bool:
        """Wait until the trial has ended; return whether it has."""
        return self._ended.wait(timeout_s)

    def finish(self) -> TrialRecord:
        """End the trial if it goes on, clear everything away, and return what came of it."""
        self._by_hand = self._by_hand or not self._ended.is_set()
        self._engine.close()
        self._clear()
        return self.snapshot()

    def _hear(self, message: TrialMessage) -> None:
        self.messages.append(message)
        self._session.receive(message)

    def _end(self, error: EngineError | None) -> None:
        self._session.end(error, by_hand=self._by_hand)
        self._ended.set()

    def _clear(self) -> None:
        if self._shop is not None:
            self._shop.close()
        shutil.rmtree(self._folder, ignore_errors=True)


def private_folder() -> Path:
    """Make a folder that only its owner can read, and return it.

    Raises:
        NotSavedError: It cannot be made.
    """
    try:
        return Path(tempfile.mkdtemp(prefix="swarmbook-trial-"))
    except OSError as error:
        raise NotSavedError(
            Phrase("trial", "The trial's files cannot be written: {reason}").of(
                reason=error.strerror or str(error)
            ),
            remedy=Phrase("trial", "Make room on the disk."),
        ) from error
