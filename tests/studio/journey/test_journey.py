"""A journey that nobody could walk is refused as soon as it is made."""

import pytest

from studio.journey.journey_error import JourneyError
from studio.journey.wait import BetweenWait, ConstantWait, PacingWait


@pytest.mark.parametrize("s", [-1.0, float("nan"), float("inf")])
def test_a_pause_that_cannot_be_waited_is_refused(s: float) -> None:
    with pytest.raises(JourneyError, match="cannot be waited"):
        ConstantWait(s)
    with pytest.raises(JourneyError):
        PacingWait(s)
    with pytest.raises(JourneyError):
        BetweenWait(0, s)


def test_the_shorter_pause_comes_first() -> None:
    with pytest.raises(JourneyError, match="5 to 2 s"):
        BetweenWait(5, 2)
