"""Conditions of controllers, such as `"${x}" == "paid"` → tests."""

import re

from studio.importer.jmx.expressions import Expressions
from studio.journey.check import Operator, Test
from studio.phrase import Phrase

_WRAPPED = re.compile(r"\$\{__(?:jexl[23]?|groovy|javaScript)\((.*?)(?:,\w*)?\)\}", re.DOTALL)
_VALUE = r"'[^']*'|\"[^\"]*\"|\$\{\w[^${}]*\}|vars\.get\(['\"][^'\"]+['\"]\)|-?\d+(?:\.\d+)?|\w+"
_TEST = re.compile(rf"\s*({_VALUE})\s*(==|!=|<=|>=|<|>|eq|ne|lt|gt|le|ge)\s*({_VALUE})\s*")
_EQUALS = re.compile(rf"\s*({_VALUE})\.equals\(({_VALUE})\)\s*")
_GET = re.compile(r"vars\.get\(['\"]([^'\"]+)['\"]\)")
_OPERATORS = {
    "==": Operator.EQUAL,
    "eq": Operator.EQUAL,
    "!=": Operator.NOT_EQUAL,
    "ne": Operator.NOT_EQUAL,
    "<": Operator.LESS,
    "lt": Operator.LESS,
    "<=": Operator.AT_MOST,
    "le": Operator.AT_MOST,
    ">": Operator.MORE,
    "gt": Operator.MORE,
    ">=": Operator.AT_LEAST,
    "ge": Operator.AT_LEAST,
}
_OPPOSITES = {
    Operator.EQUAL: Operator.NOT_EQUAL,
    Operator.NOT_EQUAL: Operator.EQUAL,
    Operator.LESS: Operator.AT_LEAST,
    Operator.AT_LEAST: Operator.LESS,
    Operator.MORE: Operator.AT_MOST,
    Operator.AT_MOST: Operator.MORE,
    Operator.CONTAINS: Operator.LACKS,
    Operator.LACKS: Operator.CONTAINS,
}
_LONGEST = 1_000

ALWAYS = Phrase("importer", "Its condition is code or not a simple one: it is walked always.")


def test_in(raw: str, expressions: Expressions, place: str) -> Test | None:
    """Return the test a condition is; None: it is no simple one."""
    text = raw.strip()[:_LONGEST].replace("\\,", ",")
    wrapped = _WRAPPED.fullmatch(text)
    text = wrapped[1].strip() if wrapped else text
    compared = _TEST.fullmatch(text)
    equals = _EQUALS.fullmatch(text)
    if compared is not None:
        left, sign, right = compared.groups()
    elif equals is not None:
        left, sign, right = equals[1], "==", equals[2]
    else:
        return None
    if "${" not in left + right and "vars" not in left + right:
        return None
    return Test(
        expressions.text(_operand(left), place),
        _OPERATORS[sign],
        expressions.text(_operand(right), place),
    )


def opposite(test: Test) -> Test | None:
    """Return the test that holds where this one does not; None: there is none."""
    operator = _OPPOSITES.get(test.operator)
    return None if operator is None else Test(test.left, operator, test.right)


def _operand(text: str) -> str:
    found = _GET.fullmatch(text)
    if found is not None:
        return f"${{{found[1]}}}"
    return text[1:-1] if text[0] in "\"'" else text
