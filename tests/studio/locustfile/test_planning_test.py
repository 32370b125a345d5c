"""A test of variables means in Python what it says."""

import re

import pytest
from hypothesis import given

from studio.journey.check import Operator, Test
from studio.journey.journey_error import JourneyError
from studio.journey.template import take_apart
from studio.locustfile.layout import flat
from studio.locustfile.planning_test import plan_test
from studio.locustfile.planning_text import Names
from studio.locustfile.preamble_requests import HOLDS
from tests.strategies import texts

NAMES = Names({}, {}, {}, {"x": "x"})
GIVEN: dict[str, object] = {"re": re}
exec(HOLDS, GIVEN)  # noqa: S102  # ours


def holds(x: object, operator: Operator, right: str) -> object:
    source = plan_test(Test(take_apart("{{x}}"), operator, right), NAMES)
    return eval(flat(source.node), GIVEN | {"x": x})  # noqa: S307  # ours


@pytest.mark.parametrize(
    ("left", "operator", "right", "wanted"),
    [
        ("paid", Operator.EQUAL, "paid", True),
        ("paid", Operator.NOT_EQUAL, "open", True),
        ("10", Operator.MORE, "9", True),
        ("9", Operator.AT_LEAST, "9.0", True),
        ("9", Operator.EQUAL, "9.0", True),
        ("9", Operator.LESS, "10", True),
        ("b", Operator.AT_MOST, "a", False),
        ("nan", Operator.EQUAL, "nan", True),
        ("9007199254740993", Operator.EQUAL, "9007199254740992", False),
        ("sold out", Operator.CONTAINS, "out", True),
        ("sold out", Operator.LACKS, "out", False),
    ],
)
def test_numbers_are_numbers_and_texts_are_texts(
    left: str, operator: Operator, right: str, *, wanted: bool
) -> None:
    assert holds(left, operator, right) == wanted


def test_a_regular_expression_is_found_anywhere() -> None:
    assert holds("order 17", Operator.MATCHES, r"\d+")
    with pytest.raises(JourneyError, match="regular expression"):
        holds("x", Operator.MATCHES, "(")


@given(texts, texts)
def test_texts_are_compared_as_they_are(left: str, right: str) -> None:
    assert holds(left, Operator.CONTAINS, right) == (right in left)
    assert holds(left, Operator.LACKS, right) == (right not in left)
