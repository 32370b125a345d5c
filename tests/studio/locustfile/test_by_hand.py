"""A locustfile a person wrote is given back as it stands, alone, and only if it is Python."""

import pytest

from studio.journey.journey_error import JourneyError
from studio.journey.sample import PRACTICE
from studio.journey.taking_over import taken_over
from studio.locustfile.by_hand import text_by_hand
from studio.locustfile.code_block import CodeNotAllowedError

TEXT = "import os\n\nos.getcwd()  # nobody checks this\n"
OVER = taken_over(PRACTICE, TEXT, "By hand")


def test_its_text_is_given_back() -> None:
    assert text_by_hand([OVER], allows_code=True) == TEXT
    assert text_by_hand([PRACTICE, PRACTICE]) is None


def test_it_runs_alone() -> None:
    with pytest.raises(JourneyError, match="runs alone"):
        text_by_hand([PRACTICE, OVER], allows_code=True)


def test_it_must_be_python() -> None:
    with pytest.raises(JourneyError, match="cannot be run"):
        text_by_hand([taken_over(PRACTICE, "if", "Broken")], allows_code=True)


def test_it_runs_only_where_code_is_allowed() -> None:
    with pytest.raises(CodeNotAllowedError, match="“By hand” is code"):
        text_by_hand([OVER])
