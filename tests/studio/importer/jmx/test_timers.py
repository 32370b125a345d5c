"""Timers become pauses with the same mean."""

import pytest

from studio.importer.carried_over import Outcome
from studio.importer.jmx.timers import is_timer, pause_in, pause_of
from studio.journey.wait import BetweenWait, ConstantWait
from tests.studio.importer.jmx.plans import element, part_of, props, reading


def timer(kind: str, delay: str, range_: str = "") -> str:
    """Return a timer."""
    return element(kind, "Think", props(ConstantTimer__delay=delay, RandomTimer__range=range_))


@pytest.mark.parametrize(
    ("text", "pause_ms"),
    [
        (timer("ConstantTimer", "300"), (300, 300)),
        (timer("UniformRandomTimer", "1000", "500.0"), (1000, 1500)),
        (timer("GaussianRandomTimer", "300", "100"), pytest.approx((126.795, 473.205), abs=0.01)),
        (timer("GaussianRandomTimer", "10", "100"), pytest.approx((0, 183.205), abs=0.01)),
        (timer("PoissonRandomTimer", "300", "100"), pytest.approx((382.68, 417.32), abs=0.01)),
    ],
)
def test_a_timer_is_a_pause(text: str, pause_ms: object) -> None:
    part = part_of(text)
    assert is_timer(part)
    assert pause_in(part, reading(), "place") == pause_ms


def test_a_pause_known_in_a_run_only_is_said() -> None:
    it = reading()
    assert pause_in(part_of(timer("ConstantTimer", "${x}")), it, "place") == (0, 0)
    assert it.notes.noted.of(Outcome.LEFT_OUT)


def test_pauses_are_in_seconds() -> None:
    assert pause_of((300, 300)) == ConstantWait(0.3)
    assert pause_of((300, 1500)) == BetweenWait(0.3, 1.5)
    assert pause_of((0, 0)) is None
