"""RunController: asks a run how it stands, four times a second, until it has ended."""

from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from studio.measurement.measurement import Endpoint
from studio.run.run import RunSnapshot, RunState
from studio.run.setup import RunSetup

EVERY_MS = 250


class LiveRun(Protocol):
    """A run that goes on."""

    @property
    def run(self) -> str:
        """Its name within the project, for example `R1`."""
        ...

    @property
    def setup(self) -> RunSetup:
        """What it was started with."""
        ...

    @property
    def host(self) -> str:
        """The base address under load."""
        ...

    @property
    def started_at(self) -> str:
        """On the wall clock, UTC, ISO 8601."""
        ...

    def snapshot(self) -> RunSnapshot:
        """Return how it stands now."""
        ...

    def change_users(self, users: int) -> None:
        """Have another number of virtual users from now on."""
        ...

    def change_rate(self, per_s: float) -> None:
        """Start so many journeys per second from now on."""
        ...

    def hold(self) -> None:
        """Let the load stay as it is."""
        ...

    def resume(self) -> None:
        """Let the load go on from where it was held."""
        ...

    def skip_stage(self) -> None:
        """Begin the next stage of the load."""
        ...

    def reset_statistics(self) -> None:
        """Let the numbers begin anew."""
        ...

    def keep_next(self, endpoint: Endpoint) -> None:
        """Have the next exchange of an endpoint kept whole."""
        ...

    def stop(self) -> None:
        """Let the users finish what they are doing, then end."""
        ...

    def stop_now(self) -> None:
        """End the users where they stand."""
        ...


class RunController(QObject):
    """Follows one live run; numbers are pulled, so a flood of them cannot reach the screen.

    Signals:
        refreshed: A `RunSnapshot`.
        ended: The run has an ending, and its last snapshot has been delivered.
    """

    refreshed = Signal(object)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._live: LiveRun | None = None
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._refresh)

    @property
    def live(self) -> LiveRun | None:
        """The run that is followed, until it has ended."""
        return self._live

    def follow(self, live: LiveRun) -> None:
        """Follow this run from now on."""
        self._live = live
        self._timer.start()
        self._refresh()

    def leave(self) -> None:
        """Follow no run; the run itself goes on."""
        self._timer.stop()
        self._live = None

    def stop(self) -> None:
        """Stop the run that is followed: gently, and at once if it is being stopped already."""
        if self._live is None:
            return
        is_stopping = self._live.snapshot().state is RunState.STOPPING
        (self._live.stop_now if is_stopping else self._live.stop)()
        self._refresh()

    def change_rate(self, per_s: float) -> None:
        """Start so many journeys per second in the run that is followed."""
        if self._live is not None:
            self._live.change_rate(per_s)

    def hold(self) -> None:
        """Let the load of the run stay as it is."""
        if self._live is not None:
            self._live.hold()

    def resume(self) -> None:
        """Let the load of the run go on."""
        if self._live is not None:
            self._live.resume()

    def skip_stage(self) -> None:
        """Begin the next stage of the run's load."""
        if self._live is not None:
            self._live.skip_stage()

    def reset_statistics(self) -> None:
        """Let the numbers of the run begin anew."""
        if self._live is not None:
            self._live.reset_statistics()

    def change_users(self, users: int) -> None:
        """Have another number of virtual users in the run that is followed."""
        if self._live is not None:
            self._live.change_users(users)

    def keep_next(self, endpoint: Endpoint) -> None:
        """Have the next exchange of an endpoint kept, in the run that is followed."""
        if self._live is not None:
            self._live.keep_next(endpoint)

    def _refresh(self) -> None:
        if self._live is None:
            return
        snapshot = self._live.snapshot()
        if snapshot.ending is not None:
            self.leave()
        self.refreshed.emit(snapshot)
        if snapshot.ending is not None:
            self.ended.emit()
