"""A regular expression becomes a literal that is the same one."""

import ast
import re

import pytest
from hypothesis import given

from studio.journey.journey_error import JourneyError
from studio.locustfile.regex import regex_literal
from tests.strategies import texts


@given(texts)
def test_a_literal_is_the_same_expression(regex: str) -> None:
    try:
        re.compile(regex)
    except re.error:
        with pytest.raises(JourneyError):
            regex_literal(regex)
    else:
        assert ast.literal_eval(regex_literal(regex)) == regex


def test_backslashes_are_written_once() -> None:
    assert regex_literal(r"\d+") == 'r"\\d+"'
    assert regex_literal(r'"\d"') == "r'\"\\d\"'"
    assert regex_literal("abc") == '"abc"'


@pytest.mark.parametrize(("regex", "group"), [("(", 0), ("a", 1), ("(a)", 2), ("(a)", -1)])
def test_what_would_fail_at_run_time_is_refused(regex: str, group: int) -> None:
    with pytest.raises(JourneyError):
        regex_literal(regex, group)
