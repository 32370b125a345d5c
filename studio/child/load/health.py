"""RUNS IN A CHILD PROCESS. How busy and how late this very process is."""
# pyright: basic

import math
import time

import gevent

_NAP_S = 0.02


class HealthWatch:
    """Measures this process from inside: its share of a core, and how late its event loop is."""

    def __init__(self) -> None:
        self._late_ms: list[float] = []
        self._cpu_s = time.process_time()
        self._wall_s = time.monotonic()

    def start(self) -> None:
        """Begin to measure."""
        gevent.spawn(self._nap)

    def take(self) -> tuple[float, float]:
        """Return the share of a core and the p95 of lateness in ms since the last call."""
        cpu_s, wall_s = time.process_time(), time.monotonic()
        share = (cpu_s - self._cpu_s) / max(wall_s - self._wall_s, 1e-3)
        self._cpu_s, self._wall_s = cpu_s, wall_s
        late_ms, self._late_ms = sorted(self._late_ms), []
        p95_ms = late_ms[math.ceil(0.95 * len(late_ms)) - 1] if late_ms else 0.0
        return round(share, 4), round(p95_ms, 3)

    def _nap(self) -> None:
        while True:
            began_s = time.monotonic()
            gevent.sleep(_NAP_S)
            self._late_ms.append((time.monotonic() - began_s - _NAP_S) * 1000)
