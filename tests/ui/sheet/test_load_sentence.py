"""What a load comes to, said in one sentence."""

import pytest

from studio.scenario.arrival_rate import constant_rate
from studio.scenario.limit_search import LimitSearch
from studio.scenario.load_shape import LoadShape
from studio.scenario.shapes import Constant
from ui.sheet.load_sentence import load_sentence


@pytest.mark.parametrize(
    ("load", "sentence"),
    [
        (Constant(1200, 240), "Takes 4\u202fmin, with up to 1\u202f200 virtual users."),
        (
            constant_rate(5, 60, 50),
            "Takes 1\u202fmin, and starts about 300 journeys, up to 5.0 a second.",
        ),
        (
            LimitSearch(10, 10, 60),
            "Takes 4\u202fmin at most, and ends where a goal breaks or nothing is gained.",
        ),
    ],
)
def test_size_and_length_are_said(load: LoadShape, sentence: str) -> None:
    assert str(load_sentence(load)) == sentence
