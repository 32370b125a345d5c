"""What is not written is refused."""

from dataclasses import replace

import pytest

from studio.journey.journey_error import JourneyError
from studio.journey.node import Loop, Times
from studio.journey.sample import PRACTICE
from studio.locustfile.unwritten import refuse_unwritten


def test_a_block_that_is_not_written_is_refused() -> None:
    with pytest.raises(JourneyError):
        refuse_unwritten(replace(PRACTICE, again=(Loop("l", "l", Times(1, 2), PRACTICE.again),)))


def test_a_plain_journey_is_written() -> None:
    refuse_unwritten(PRACTICE)
