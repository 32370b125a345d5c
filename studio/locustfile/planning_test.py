"""Tests of variables → Python conditions."""

import re
import warnings

from studio.journey.check import Operator, Test
from studio.journey.journey_error import JourneyError
from studio.journey.template import Text
from studio.locustfile.block import Source
from studio.locustfile.layout import Group, Leaf
from studio.locustfile.literal import text_literal
from studio.locustfile.planning_text import Names, text_source
from studio.phrase import Phrase

_SHORT = 60
"""Longer conditions are a call, whose arguments can stand on lines of their own."""


def plan_test(test: Test, names: Names) -> Source:
    """Return the condition of a test.

    Raises:
        JourneyError: A variable has no value, or a regular expression is none.
    """
    left, right = text_source(test.left, names), text_source(test.right, names)
    match test.operator:
        case Operator.MATCHES:
            _refuse_other_than_regex(test.right)
            return Source(Group("re.search(", (Leaf(right), Leaf(left)), ")"), frozenset({"re"}))
        case Operator.CONTAINS:
            direct = f"{right} in {left}"
        case Operator.LACKS:
            direct = f"{right} not in {left}"
        case Operator.EQUAL | Operator.NOT_EQUAL if _is_word(test.left) or _is_word(test.right):
            direct = f"{left} {test.operator.value} {right}"
        case _:
            direct = ""
    if direct and len(direct) <= _SHORT:
        return Source(Leaf(direct))
    arguments = (Leaf(left), Leaf(text_literal(test.operator.value)), Leaf(right))
    return Source(Group("holds(", arguments, ")"), frozenset({"holds"}))


def _is_word(text: Text) -> bool:
    """Return whether a text is no number, whatever its variables hold."""
    if not isinstance(text, str):
        return False
    try:
        float(text)
    except ValueError:
        return True
    return False


def _refuse_other_than_regex(text: Text) -> None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            re.compile(text if isinstance(text, str) else "")
    except (re.error, RecursionError, OverflowError) as error:
        raise JourneyError(
            Phrase("locustfile", "“{regex}” is no regular expression: {reason}.").of(
                regex=str(text)[:100], reason=str(error)[:100]
            ),
            remedy=Phrase("locustfile", "Mend it."),
        ) from error
