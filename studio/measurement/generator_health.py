"""GeneratorHealth: how busy and how late the load generator was, second by second."""

from collections.abc import Iterable
from dataclasses import dataclass

LATE_MS = 50.0
"""An event loop later than this (p95 of a second) spoils the times it measures."""

BUSY_SHARE = 0.9
"""A worker process that uses more of its core than this has nothing left to measure with."""

BAD_SHARE = 0.05
"""More bad seconds than this share of a run, and the run is not to be trusted."""

FEWEST_BAD_S = 3
"""So few bad seconds never spoil a run: starting up takes a moment."""


@dataclass(frozen=True, slots=True)
class GeneratorHealth:
    """One worker process in one second of a run."""

    worker: str
    at_s: int
    users: int

    cpu_share: float
    """Of one core, 0 to 1, and a little above where threads run beside each other."""

    lag_p95_ms: float
    """How much later than asked the event loop woke a sleeper."""

    @property
    def is_bad(self) -> bool:
        """Whether the times of this second say more of the generator than of the target."""
        return self.lag_p95_ms > LATE_MS or self.cpu_share > BUSY_SHARE


def bad_seconds(seconds: Iterable[GeneratorHealth]) -> frozenset[int]:
    """Return the seconds in which at least one worker process was too busy or too late."""
    return frozenset(second.at_s for second in seconds if second.is_bad)


def is_trustworthy(bad: int, measured: int) -> bool:
    """Return whether a run with so many bad among its measured seconds is to be trusted."""
    return bad < FEWEST_BAD_S or bad <= measured * BAD_SHARE
