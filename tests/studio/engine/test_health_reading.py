"""What an engine says of its worker processes is their health."""

from dataclasses import fields

from studio.engine.health_reading import read_health
from studio.engine.load_messages import Health, SecondMeasured
from studio.measurement.generator_health import GeneratorHealth
from tests.builders import make_second


def test_the_health_of_a_worker_process_belongs_to_its_second() -> None:
    (health,) = read_health(make_second(4, lag_p95_ms=80))
    assert (health.at_s, health.worker, health.is_bad) == (4, "worker-1", True)


def test_no_signal_is_left_out() -> None:
    told = Health("worker-1", 3, 0.1, 0.2, 0, 0, 0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
    (health,) = read_health(SecondMeasured(4, 3, (), (told,)))
    shared = {it.name for it in fields(GeneratorHealth)} - {"at_s"}
    assert {name: getattr(health, name) for name in shared} == {
        name: getattr(told, name) for name in shared
    }
