"""RUNS IN A CHILD PROCESS. Vitals: what a worker process measures of itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vitals:
    """What a process measured of itself since it last told; see `GeneratorHealth`."""

    cpu_share: float
    lag_p95_ms: float
    lag_max_ms: float = 0.0
    run_delay_share: float = 0.0
    steal_share: float = 0.0
    gc_pause_ms: float = 0.0
    files_share: float = 0.0
