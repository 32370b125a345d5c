"""A generator that was busy or late spoils the run it measured."""

import pytest

from studio.measurement.generator_health import GeneratorHealth, bad_seconds, is_trustworthy


def health(at_s: int, cpu_share: float, lag_p95_ms: float) -> GeneratorHealth:
    return GeneratorHealth("worker-1", at_s, 10, cpu_share, lag_p95_ms)


def test_a_second_is_as_bad_as_its_worst_worker_process() -> None:
    seconds = [health(0, 0.2, 1), health(1, 0.95, 1), health(1, 0.1, 1), health(2, 0.1, 80)]
    assert bad_seconds(seconds) == {1, 2}


@pytest.mark.parametrize(
    ("bad", "measured", "trusted"),
    [(0, 0, True), (2, 10, True), (3, 10, False), (3, 60, True), (4, 60, False)],
)
def test_a_run_is_trusted_while_few_seconds_are_bad(
    bad: int, measured: int, *, trusted: bool
) -> None:
    assert is_trustworthy(bad, measured) is trusted
