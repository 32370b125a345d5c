"""A pause that cannot be waited is refused."""

import math

import pytest

from studio.journey.journey_error import JourneyError
from studio.journey.wait import BetweenWait, ConstantWait, PacingWait, PoissonWait, ThroughputWait


@pytest.mark.parametrize("s", [-1.0, math.inf, math.nan])
def test_no_pause_is_below_nothing_or_without_end(s: float) -> None:
    for kind in (ConstantWait, PacingWait):
        with pytest.raises(JourneyError):
            kind(s)


@pytest.mark.parametrize("per_s", [-1.0, 0.0, math.inf, math.nan])
def test_no_rate_is_nothing(per_s: float) -> None:
    for kind in (ThroughputWait, PoissonWait):
        with pytest.raises(JourneyError):
            kind(per_s)


def test_the_shorter_pause_comes_first() -> None:
    with pytest.raises(JourneyError):
        BetweenWait(3, 2)
