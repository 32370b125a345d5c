"""RUNS IN A CHILD PROCESS. How busy and how late this very process is."""
# pyright: basic

import gc
import math
import time
from dataclasses import dataclass

import gevent

from studio.child.load import kernel_counts
from studio.child.load.vitals import Vitals

_NAP_S = 0.02


class HealthWatch:
    """Measures this process from inside, and what its computer gives it."""

    def __init__(self, most_files: int) -> None:
        self._most_files = most_files
        self._late_ms: list[float] = []
        self._longest_gc_s = self._gc_began_s = 0.0
        self._before = _Counts.now()

    def start(self) -> None:
        """Begin to measure."""
        gc.callbacks.append(self._time_gc)
        gevent.spawn(self._nap)

    def take(self) -> Vitals:
        """Return what was measured since the last call."""
        before, now = self._before, _Counts.now()
        self._before = now
        past_s = max(now.at_s - before.at_s, 1e-3)
        late_ms, self._late_ms = sorted(self._late_ms), []
        longest_gc_s, self._longest_gc_s = self._longest_gc_s, 0.0
        past_ticks = max(now.all_ticks - before.all_ticks, 1)
        return Vitals(
            cpu_share=round((now.cpu_s - before.cpu_s) / past_s, 4),
            lag_p95_ms=round(late_ms[math.ceil(0.95 * len(late_ms)) - 1], 3) if late_ms else 0.0,
            lag_max_ms=round(late_ms[-1], 3) if late_ms else 0.0,
            run_delay_share=round((now.run_delay_s - before.run_delay_s) / past_s, 4),
            steal_share=round((now.stolen_ticks - before.stolen_ticks) / past_ticks, 4),
            gc_pause_ms=round(longest_gc_s * 1000, 3),
            files_share=round((kernel_counts.open_files() or 0) / self._most_files, 4),
        )

    def _nap(self) -> None:
        while True:
            began_s = time.monotonic()
            gevent.sleep(_NAP_S)
            self._late_ms.append((time.monotonic() - began_s - _NAP_S) * 1000)

    def _time_gc(self, phase: str, _info: object) -> None:
        if phase == "start":
            self._gc_began_s = time.perf_counter()
        else:
            took_s = time.perf_counter() - self._gc_began_s
            self._longest_gc_s = max(self._longest_gc_s, took_s)


@dataclass(frozen=True, slots=True)
class _Counts:
    """Counters that only ever rise; differences are what matters."""

    at_s: float
    cpu_s: float
    run_delay_s: float
    stolen_ticks: int
    all_ticks: int

    @classmethod
    def now(cls) -> "_Counts":
        stolen, everything = kernel_counts.steal() or (0, 0)
        return cls(
            at_s=time.monotonic(),
            cpu_s=time.process_time(),
            run_delay_s=kernel_counts.run_delay_s() or 0.0,
            stolen_ticks=stolen,
            all_ticks=everything,
        )
