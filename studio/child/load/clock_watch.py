"""RUNS IN A CHILD PROCESS. The clocks of the worker processes, as the master can know them."""

from collections import defaultdict, deque

SAME_CLOCK_S = 0.25
"""Clocks so close are one and the same: that of this computer."""

STEP_S = 1.0
"""A wall clock that moves so far against the monotonic one has been set."""

_REMEMBERED = 60


class ClockWatch:
    """Measures how far other clocks are from this one, and notices those that are set.

    A message can only be late, never early; so of `arrived - sent` the smallest of the last minute
    is the offset between two clocks, but for the quickest delivery.
    """

    def __init__(self) -> None:
        self._late_s: defaultdict[str, deque[float]] = defaultdict(
            lambda: deque(maxlen=_REMEMBERED)
        )
        self._ahead_s: dict[str, float] = {}

    def hear(self, worker: str, *, sent_s: float, wall_s: float, arrived_s: float) -> float | None:
        """Take in the clocks of a report; return by how much the wall clock was set, if it was.

        Args:
            worker: Who sent it.
            sent_s: When, by the sender's monotonic clock.
            wall_s: When, by the sender's wall clock.
            arrived_s: When it came, by the monotonic clock here.
        """
        self._late_s[worker].append(arrived_s - sent_s)
        ahead_s = wall_s - sent_s
        step_s = ahead_s - self._ahead_s.setdefault(worker, ahead_s)
        if abs(step_s) < STEP_S:
            return None
        self._ahead_s[worker] = ahead_s
        return step_s

    def theirs(self, worker: str, ours_s: float) -> float:
        """Return a moment of the monotonic clock here by that of a worker."""
        late_s = min(self._late_s[worker], default=0.0)
        return ours_s if abs(late_s) < SAME_CLOCK_S else ours_s - late_s
