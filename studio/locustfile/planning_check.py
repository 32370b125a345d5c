"""What must hold for an answer → the statements that hold it against the answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from studio.journey.check import (
    AbsentCheck,
    Check,
    ContainsCheck,
    HeaderCheck,
    JsonCheck,
    MatchesCheck,
    OnFailure,
    Operator,
    SizeCheck,
    StatusCheck,
    WithinCheck,
)
from studio.journey.journey_error import JourneyError
from studio.journey.json_path import json_path_text
from studio.journey.template import Text, put_together
from studio.locustfile.layout import Group, Leaf, Node, prefixed, width_of
from studio.locustfile.literal import number_literal, text_literal
from studio.locustfile.planning_address import countable
from studio.locustfile.planning_take import Reading, json_reading
from studio.locustfile.planning_text import Names, text_source
from studio.locustfile.regex import regex_literal
from studio.locustfile.statement import Statement, Statements, When
from studio.phrase import Phrase

_SHORT = 50
"""Longer conditions are a call, whose arguments can stand on lines of their own."""

_LONGEST_SHOWN = 60
_OPPOSITE = {
    Operator.EQUAL: "!=",
    Operator.NOT_EQUAL: "==",
    Operator.LESS: ">=",
    Operator.AT_MOST: ">",
    Operator.MORE: "<=",
    Operator.AT_LEAST: "<",
}
_WORDS = {
    Operator.EQUAL: "is not",
    Operator.NOT_EQUAL: "is",
    Operator.LESS: "is not below",
    Operator.AT_MOST: "is above",
    Operator.MORE: "is not above",
    Operator.AT_LEAST: "is below",
    Operator.CONTAINS: "does not contain",
    Operator.LACKS: "contains",
    Operator.MATCHES: "does not match",
}
"""What is wrong when a comparison does not hold."""

_TEXT = "text_of(response)"
_SIZE = 'response.request_meta["response_length"]'
_TIME = 'response.request_meta["response_time"]'


@dataclass(frozen=True, slots=True)
class _Failing:
    """When a check has failed, and what it says then."""

    condition: Node
    message: str
    uses: frozenset[str] = frozenset()

    before: Statements = ()
    """What the condition is about."""

    missing: str = ""
    """What is said where that is not there; empty: it is, or that is said already."""


def plan_check(check: Check, names: Names) -> tuple[Statements, frozenset[str]]:
    """Return the statements that hold a check, but not one of the status, against an answer.

    Raises:
        JourneyError: A variable has no value, or a regular expression is none.
    """
    failing = _failing(check, names)
    told, uses = blame(check.on_failure, Leaf(text_literal(failing.message)))
    ways = [(failing.condition, told)]
    if failing.missing:
        told, _ = blame(check.on_failure, Leaf(text_literal(failing.missing)))
        ways.insert(0, (Leaf("found is None"), told))
    return (*failing.before, When(tuple(ways))), uses | failing.uses


def blame(on_failure: OnFailure, message: Node) -> tuple[Statements, frozenset[str]]:
    """Return what is done when a check has failed, and what that needs, by name."""
    arguments = (Leaf("response"), message)
    match on_failure:
        case OnFailure.GIVE_UP:
            return (Group("fail(", arguments, ")"),), frozenset({"fail"})
        case OnFailure.GO_ON:
            return (Group("count_failed(", arguments, ")"),), frozenset({"count_failed"})
        case OnFailure.STOP_USER:
            stop: Statement = Leaf("raise StopUser()")
            uses = frozenset({"count_failed", "StopUser"})
            return (Group("count_failed(", arguments, ")"), stop), uses


def _failing(check: Check, names: Names) -> _Failing:  # noqa: C901, PLR0911  # one case for each
    match check:
        case StatusCheck():
            raise AssertionError("planned elsewhere")
        case ContainsCheck(text):
            message = f"the answer does not contain {_shown(text)}"
            return _of_text(text, "not in", message, names)
        case AbsentCheck(text):
            return _of_text(text, "in", f"the answer contains {_shown(text)}", names)
        case MatchesCheck(regex):
            arguments = (Leaf(regex_literal(regex)), Leaf(_TEXT))
            message = f"the answer does not match {_shown(regex)}"
            condition = Group("not re.search(", arguments, ")")
            return _Failing(condition, message, frozenset({"re", "text_of"}))
        case JsonCheck(path, operator, value):
            subject = json_path_text(path)
            return _compared(json_reading(path), subject, operator, value, check.on_failure, names)
        case HeaderCheck(name, operator, value):
            reading = Reading("header_value", (Leaf(text_literal(name)),))
            return _compared(reading, name, operator, value, check.on_failure, names)
        case WithinCheck(ms):
            limit = number_literal(ms)
            return _Failing(Leaf(f"{_TIME} > {limit}"), f"it took longer than {limit} ms")
        case SizeCheck(operator, size_bytes):
            return _of_size(operator, size_bytes, names)


def _of_text(text: Text, relation: str, message: str, names: Names) -> _Failing:
    source = text_source(text, names)
    if width_of(source) <= _SHORT:
        condition: Node = Leaf(f"{source} {relation} {_TEXT}")
        return _Failing(condition, message, frozenset({"text_of"}))
    word = "not " if relation == "not in" else ""
    arguments = (Leaf(_TEXT), Leaf('"contains"'), Leaf(source))
    uses = frozenset({"text_of", "holds"})
    return _Failing(Group(f"{word}holds(", arguments, ")"), message, uses)


def _compared(
    reading: Reading,
    subject: str,
    operator: Operator,
    value: Text,
    on_failure: OnFailure,
    names: Names,
) -> _Failing:
    """Return when something read from an answer is not as wanted; also where it is missing."""
    message = f"{_cut(subject)} {_WORDS[operator]} {_shown(value)}"
    gives_up = on_failure is OnFailure.GIVE_UP
    uses = reading.needs(maybe=not gives_up)
    if gives_up and operator is not Operator.MATCHES:
        condition, more = _held(reading.call(), operator, value, names)
        return _Failing(condition, message, uses | more)
    found, more = _held(Leaf("found"), operator, value, names)
    before = prefixed("found = ", reading.call(*([] if gives_up else ["missing=nothing"])))
    missing = "" if gives_up else f"no {_cut(subject)} in the answer"
    return _Failing(found, message, uses | more, (before,), missing)


def _held(left: Node, operator: Operator, value: Text, names: Names) -> tuple[Node, frozenset[str]]:
    """Return the condition that a value is not as wanted, and what it needs, by name."""
    if operator is Operator.MATCHES:
        if not isinstance(value, str):
            raise JourneyError(
                Phrase("locustfile", "A regular expression cannot hold variables here."),
                remedy=Phrase("locustfile", "Compare with “contains”, or write the text itself."),
            )
        return Group("not re.search(", (Leaf(regex_literal(value)), left), ")"), frozenset({"re"})
    arguments = (left, Leaf(text_literal(operator.value)), Leaf(text_source(value, names)))
    return Group("not holds(", arguments, ")"), frozenset({"holds"})


def _of_size(operator: Operator, size_bytes: int, names: Names) -> _Failing:
    message = f"its size in bytes {_WORDS[operator]} {size_bytes}"
    if operator in _OPPOSITE:
        return _Failing(Leaf(f"{_SIZE} {_OPPOSITE[operator]} {size_bytes}"), message)
    condition, uses = _held(Leaf(f"str({_SIZE})"), operator, str(size_bytes), names)
    return _Failing(condition, message, uses)


def _shown(text: Text) -> str:
    return f"'{_cut(put_together(text))}'"


def _cut(text: str) -> str:
    plain = countable(text)
    return plain if len(plain) <= _LONGEST_SHOWN else f"{plain[:_LONGEST_SHOWN]}…"


def plan_statuses(
    checks: Sequence[StatusCheck], *, is_last: bool, is_fast: bool
) -> tuple[Statements, frozenset[str]]:
    """Return the statements that hold an answer's status against the wanted ones.

    Args:
        checks: All of a request.
        is_last: Whether nothing else may fail afterwards.
        is_fast: Whether it is an answer to the fast client.
    """
    ways: list[tuple[Node, Statements]] = []
    uses: frozenset[str] = frozenset()
    for check in checks:
        message = Leaf(f'f"status {{response.status_code}} instead of {_wanted(check)}"')
        told, more = blame(check.on_failure, message)
        ways.append((Leaf(f"response.status_code {_unlike(check)}"), told))
        uses |= more
    if not ways:
        return (), uses
    accepted = tuple(_accepted(is_last=is_last, is_fast=is_fast)) if _any_bad(checks) else ()
    goes_on = any(check.on_failure is OnFailure.GO_ON for check in checks)
    if goes_on:
        return (When(tuple(ways), accepted),), uses
    return (When(tuple(ways)), *accepted), uses


def _accepted(*, is_last: bool, is_fast: bool) -> Iterator[Node]:
    """Yield what makes a status of 400 or more no failure, and no cause of one."""
    yield Leaf("response.success()")
    if is_fast and not is_last:
        yield Leaf('response.request_meta["exception"] = None')


def _any_bad(checks: Sequence[StatusCheck]) -> bool:
    first = 400
    return any(max((*it.statuses, *(it * 100 for it in it.families))) >= first for it in checks)


def _unlike(check: StatusCheck) -> str:
    """Return the rest of a comparison that holds for all statuses but the wanted ones."""
    families = [f"range({it}00, {it + 1}00)" for it in check.families]
    if not families:
        one = f"!= {check.statuses[0]}"
        return one if len(check.statuses) == 1 else f"not in {check.statuses}"
    if len(families) == 1 and not check.statuses:
        return f"not in {families[0]}"
    return f"not in ({', '.join([*map(str, check.statuses), *(f'*{it}' for it in families)])})"


def _wanted(check: StatusCheck) -> str:
    return " or ".join([*map(str, check.statuses), *(f"{it}xx" for it in check.families)])
