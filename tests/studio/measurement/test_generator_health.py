"""A generator that was busy or late spoils the run it measured."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.measurement.generator_health import (
    LIMITS,
    GeneratorHealth,
    Signal,
    is_trustworthy,
)

GOOD = GeneratorHealth("worker-1", 0, 10, cpu_share=0.2, lag_p95_ms=1.0)
FIELDS = {
    Signal.LAG: "lag_p95_ms",
    Signal.CPU: "cpu_share",
    Signal.RUN_DELAY: "run_delay_share",
    Signal.STEAL: "steal_share",
    Signal.GARBAGE: "gc_pause_ms",
    Signal.FILES: "files_share",
    Signal.PORTS: "ports_share",
}
ALONE = [signal for signal in Signal if LIMITS[signal].bad < float("inf")]
signals = st.sampled_from(list(Signal))


def at(signal: Signal, value: float, health: GeneratorHealth = GOOD) -> GeneratorHealth:
    return replace(health, **{FIELDS[signal]: value})


def test_every_signal_has_its_field_and_its_limits() -> None:
    assert FIELDS.keys() == LIMITS.keys() == GOOD.signals.keys()
    for signal in Signal:
        assert at(signal, 4.5).signals[signal] == 4.5


@pytest.mark.parametrize("signal", Signal)
def test_one_doubtful_signal_is_no_reason_alone(signal: Signal) -> None:
    edge = LIMITS[signal].doubtful
    assert at(signal, edge).doubtful == ()
    assert at(signal, edge * 1.01).doubtful == (signal,)
    assert not at(signal, edge * 1.01).is_bad


@pytest.mark.parametrize("signal", ALONE)
def test_one_bad_signal_is_enough(signal: Signal) -> None:
    edge = LIMITS[signal].bad
    assert not at(signal, edge).is_bad
    assert at(signal, edge * 1.01).is_bad


@given(signals, signals)
def test_two_doubtful_signals_are_as_bad_as_a_bad_one(one: Signal, other: Signal) -> None:
    both = at(other, LIMITS[other].doubtful * 1.01, at(one, LIMITS[one].doubtful * 1.01))
    assert both.is_bad == (one is not other)


@pytest.mark.parametrize(
    ("lag_ms", "median_ms", "is_late"),
    [(9, 1, False), (12, 40, True), (12, 60, False), (12, None, False), (40, 200, False)],
)
def test_a_lag_is_held_against_what_was_measured_with_it(
    lag_ms: float, median_ms: float | None, *, is_late: bool
) -> None:
    assert at(Signal.LAG, lag_ms).is_late_for(median_ms) is is_late


@pytest.mark.parametrize(
    ("bad", "measured", "trusted"),
    [(0, 0, True), (2, 10, True), (3, 10, False), (3, 60, True), (4, 60, False)],
)
def test_a_run_is_trusted_while_few_seconds_are_bad(
    bad: int, measured: int, *, trusted: bool
) -> None:
    assert is_trustworthy(bad, measured) is trusted
