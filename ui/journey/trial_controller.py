"""TrialController: asks a trial how it stands, four times a second, until it has ended."""

from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from studio.trial.record import TrialRecord
from ui.journey.step_model import Told

EVERY_MS = 250


class LiveTrial(Protocol):
    """A trial that goes on."""

    def snapshot(self) -> TrialRecord:
        """Return how it stands now."""
        ...

    def cancel(self) -> None:
        """End it where it stands."""
        ...


class TrialController(QObject):
    """Follows one live trial; what it has told is pulled, so it cannot flood the screen.

    Signals:
        refreshed: A `TrialRecord`.
        ended: The trial has ended, and its last record has been delivered: it can be finished.
    """

    refreshed = Signal(object)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._live: LiveTrial | None = None
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._refresh)

    @property
    def live(self) -> LiveTrial | None:
        """The trial that is followed, until it has ended."""
        return self._live

    def follow(self, live: LiveTrial) -> None:
        """Follow this trial from now on."""
        self._live = live
        self._timer.start()
        self._refresh()

    def cancel(self) -> None:
        """End the trial that is followed."""
        if self._live is not None:
            self._live.cancel()

    def _refresh(self) -> None:
        if self._live is None:
            return
        record = self._live.snapshot()
        if record.has_ended:
            self._timer.stop()
            self._live = None
        self.refreshed.emit(record)
        if record.has_ended:
            self.ended.emit()


def told_of(record: TrialRecord) -> dict[str, Told]:
    """Return what is to stand beside the steps and requests of the tree, by their ids.

    Of what was walked more than once, one failure counts, and the longest time.
    """
    told: dict[str, Told] = {}
    for step in record.steps:
        for key, has_passed, ms in (
            (step.id, step.is_passed, step.response_ms),
            *((it.id, it.is_passed, it.exchange.response_ms) for it in step.requests),
        ):
            before = told.get(key, Told(has_passed=True, ms=0.0))
            told[key] = Told(before.has_passed and has_passed, max(before.ms, ms))
    told.pop("", None)
    return told
