"""GeneratorHealth: how busy and how late the load generator was, second by second.

The limits come from a server with known delays: beyond *doubtful* the measured times begin to say
something of the generator, beyond *bad* they say more of it than of the target. One signal alone
may mislead (a crowded core leaves the share of CPU low, a busy one the lag), so two doubtful ones
are bad as well.
"""

from dataclasses import dataclass
from enum import StrEnum


class Signal(StrEnum):
    """What a worker process watches of itself, and of the computer under it."""

    LAG = "lag"
    CPU = "cpu"
    RUN_DELAY = "run delay"
    STEAL = "steal"
    GARBAGE = "garbage"
    FILES = "files"
    PORTS = "ports"


@dataclass(frozen=True, slots=True)
class Limits:
    """From which value on a signal is doubtful, and from which on it is bad."""

    doubtful: float
    bad: float


LIMITS = {
    Signal.LAG: Limits(10.0, 50.0),
    Signal.CPU: Limits(0.75, 0.90),
    Signal.RUN_DELAY: Limits(0.10, 0.25),
    Signal.STEAL: Limits(0.05, 0.15),
    Signal.GARBAGE: Limits(50.0, 250.0),
    Signal.FILES: Limits(0.80, float("inf")),  # what the system refuses is an outcome of requests
    Signal.PORTS: Limits(0.80, float("inf")),
}
"""In the unit of the signal; see `GeneratorHealth`."""

LATE_SHARE = 0.25
"""A lag that is doubtful, and more than this share of the typical response, is bad."""

BAD_SHARE = 0.05
"""More bad seconds than this share of a run, and the run is not to be trusted."""

FEWEST_BAD_S = 3
"""So few bad seconds never spoil a run: starting up takes a moment."""


@dataclass(frozen=True, slots=True)
class GeneratorHealth:
    """One worker process in one second of a run.

    Where the operating system tells nothing of a signal it is 0.
    """

    worker: str
    at_s: int
    users: int

    cpu_share: float
    """Of one core, 0 to 1, and a little above where threads run beside each other."""

    lag_p95_ms: float
    """How much later than asked the event loop woke a sleeper."""

    lag_max_ms: float = 0.0

    run_delay_share: float = 0.0
    """Share of the second in which the process was ready and waited for a core."""

    steal_share: float = 0.0
    """Share of all cores' time that the host gave to other machines."""

    gc_pause_ms: float = 0.0
    """The longest garbage collection; nothing else runs meanwhile."""

    files_share: float = 0.0
    """Open files and connections, of those the system allows this process."""

    ports_share: float = 0.0
    """Local ports in use towards one address, of those the computer has."""

    @property
    def signals(self) -> dict[Signal, float]:
        """Every signal with its value."""
        return {
            Signal.LAG: self.lag_p95_ms,
            Signal.CPU: self.cpu_share,
            Signal.RUN_DELAY: self.run_delay_share,
            Signal.STEAL: self.steal_share,
            Signal.GARBAGE: self.gc_pause_ms,
            Signal.FILES: self.files_share,
            Signal.PORTS: self.ports_share,
        }

    @property
    def doubtful(self) -> tuple[Signal, ...]:
        """The signals that are doubtful or bad."""
        return tuple(it for it, value in self.signals.items() if value > LIMITS[it].doubtful)

    @property
    def is_bad(self) -> bool:
        """Whether the times of this second say more of the generator than of the target."""
        doubtful, signals = self.doubtful, self.signals
        return len(doubtful) > 1 or any(signals[it] > LIMITS[it].bad for it in doubtful)

    def is_late_for(self, median_ms: float | None) -> bool:
        """Return whether the lag is too large for a second with this typical response."""
        is_doubtful = self.lag_p95_ms > LIMITS[Signal.LAG].doubtful
        return is_doubtful and median_ms is not None and self.lag_p95_ms > median_ms * LATE_SHARE


def is_trustworthy(bad: int, measured: int) -> bool:
    """Return whether a run with so many bad among its measured seconds is to be trusted."""
    return bad < FEWEST_BAD_S or bad <= measured * BAD_SHARE
