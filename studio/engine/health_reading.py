"""An engine's word on its worker processes → health, in the engine and in the studio alike."""

from studio.engine.load_messages import SecondMeasured
from studio.measurement.generator_health import GeneratorHealth


def read_health(second: SecondMeasured) -> tuple[GeneratorHealth, ...]:
    """Return how the worker processes were in one second."""
    return tuple(
        GeneratorHealth(
            worker=it.worker,
            at_s=second.at_s,
            users=it.users,
            cpu_share=it.cpu_share,
            lag_p95_ms=it.lag_p95_ms,
            lag_max_ms=it.lag_max_ms,
            run_delay_share=it.run_delay_share,
            steal_share=it.steal_share,
            gc_pause_ms=it.gc_pause_ms,
            files_share=it.files_share,
            ports_share=it.ports_share,
        )
        for it in second.workers
    )
