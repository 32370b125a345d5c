"""LoadClock: where on its load a run is, by its events."""

from studio.run.event import EventKind, RunEvent


class LoadClock:
    """Turns run time into load time, which stands still while a run is held."""

    def __init__(self) -> None:
        self._ahead_s = 0.0
        self._held_s: float | None = None

    @property
    def is_held(self) -> bool:
        """Whether load time stands still."""
        return self._held_s is not None

    def take(self, event: RunEvent) -> None:
        """Take in what happened; what has nothing to do with load time changes nothing."""
        match event.kind:
            case EventKind.HELD:
                self._held_s = self.load_s(event.at_s)
            case EventKind.RESUMED if self._held_s is not None:
                self._ahead_s, self._held_s = self._held_s - event.at_s, None
            case EventKind.STAGE_SKIPPED if self._held_s is not None:
                self._held_s = float(event.text)
            case EventKind.STAGE_SKIPPED:
                self._ahead_s = float(event.text) - event.at_s
            case _:
                pass

    def load_s(self, at_s: float) -> float:
        """Return the load time at a moment of run time."""
        return at_s + self._ahead_s if self._held_s is None else self._held_s
