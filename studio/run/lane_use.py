"""LaneUse: whether a run's FastHttpUsers had the fast lane, and how much of the load it carried."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LaneUse:
    """What the fast lane did in a run; users of other classes are no part of it."""

    why_off: str = ""
    """Why a worker process went without it; empty if all had it."""

    plain: int = 0
    """Requests it answered itself."""

    handed_over: int = 0
    """Requests it began and Locust's own client went on with."""

    passed_by: int = 0
    """Requests it did not try."""

    @property
    def is_on(self) -> bool:
        """Whether every worker process had it."""
        return not self.why_off

    @property
    def plain_share(self) -> float | None:
        """What share of the requests it answered itself; None without a request."""
        requests = self.plain + self.handed_over + self.passed_by
        return self.plain / requests if requests else None


class LaneTally:
    """What the worker processes of a run told of the fast lane so far."""

    def __init__(self) -> None:
        self._why_off = ""
        self._counts: dict[str, tuple[int, int, int]] = {}

    def join(self, why_off: str) -> None:
        """Note a worker process, and why it has no fast lane, if it has none."""
        self._why_off = self._why_off or why_off

    def count(self, worker: str, plain: int, handed_over: int, passed_by: int) -> None:
        """Note what one worker process has counted since it began."""
        self._counts[worker] = plain, handed_over, passed_by

    def use(self) -> LaneUse:
        """Return the sum."""
        return LaneUse(self._why_off, *map(sum, zip(*self._counts.values(), strict=True)))
