"""Simple conditions become tests."""

import pytest

from studio.importer.jmx.conditions import opposite
from studio.importer.jmx.conditions import test_in as found_in
from studio.journey.check import Operator, Test
from studio.journey.template import Variable
from tests.studio.importer.jmx.plans import reading

X = (Variable("x"),)


@pytest.mark.parametrize(
    ("condition", "test"),
    [
        ('"${x}" == "paid"', Test(X, Operator.EQUAL, "paid")),
        ("${x} < 3", Test(X, Operator.LESS, "3")),
        ('${__jexl3("${x}" != "paid",)}', Test(X, Operator.NOT_EQUAL, "paid")),
        ('${__groovy(vars.get("x") == "a")}', Test(X, Operator.EQUAL, "a")),
        ('${__groovy(vars.get("x").equals("a"))}', Test(X, Operator.EQUAL, "a")),
        ("${__jexl3(${x} ge 3)}", Test(X, Operator.AT_LEAST, "3")),
    ],
)
def test_a_simple_condition_is_a_test(condition: str, test: Test) -> None:
    assert found_in(condition, reading().expressions, "place") == test


@pytest.mark.parametrize(
    "condition", ["", "LAST", "${JMeterThread.last_sample_ok}", "1 == 1", "${x} > 1 && ${x} < 3"]
)
def test_any_other_is_none(condition: str) -> None:
    assert found_in(condition, reading().expressions, "place") is None


def test_a_test_has_an_opposite() -> None:
    for operator in Operator:
        found = opposite(Test("a", operator, "b"))
        assert (found is None) == (operator is Operator.MATCHES)
        assert found is None or opposite(found) == Test("a", operator, "b")
