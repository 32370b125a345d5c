"""What a run is called."""

from dataclasses import replace

import pytest

from studio.scenario.arrival_rate import constant_rate
from studio.scenario.limit_search import LimitSearch
from studio.scenario.load_shape import LoadShape
from studio.scenario.shapes import Constant
from tests.ui.run.sample_run import make_setup
from ui.run.title_words import title_words


@pytest.mark.parametrize(
    ("load", "title"),
    [
        (Constant(60, 10), "Practice shop · 60 users"),
        (constant_rate(12.5, 60, 200), "Practice shop · 12.5 starts/s"),
        (LimitSearch(10, 400), "Practice shop · find the limit"),
    ],
)
def test_a_title_says_how_large_the_load_is_to_be(load: LoadShape, title: str) -> None:
    assert str(title_words(replace(make_setup().scenario, load=load))) == title
