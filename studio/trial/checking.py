"""Checks of a request → what came of each, and what was found in its answer.

Whether a request passed is the locustfile's word alone. Here is worked out which of its checks it
was, as far as that can be seen from the answer as it was told.
"""

import json
import operator
import re
from collections.abc import Callable, Mapping
from typing import Any, cast

from studio.engine.trial_messages import Exchanged, GotAnswer
from studio.journey.check import (
    AbsentCheck,
    Check,
    ContainsCheck,
    HeaderCheck,
    JsonCheck,
    MatchesCheck,
    Operator,
    SizeCheck,
    StatusCheck,
    WithinCheck,
)
from studio.journey.json_path import json_path_text
from studio.journey.take import AnyItem, ItemWhere, JsonPath
from studio.journey.template import Text, Variable, pieces_of, put_together
from studio.phrase import Phrase
from studio.trial.record import CheckResult, CheckState
from studio.trial.variable_names import value_of

_SHORT = 120
_COMPARE: Mapping[Operator, Callable[[Any, Any], bool]] = {
    Operator.EQUAL: operator.eq,
    Operator.NOT_EQUAL: operator.ne,
    Operator.LESS: operator.lt,
    Operator.AT_MOST: operator.le,
    Operator.MORE: operator.gt,
    Operator.AT_LEAST: operator.ge,
}
_MISSING = object()
Found = tuple[bool | None, str]
"""Whether it holds, None if that cannot be told, and what there was."""


def check_results(checks: tuple[Check, ...], exchange: Exchanged) -> tuple[CheckResult, ...]:
    """Return what came of the checks of a request, in their order."""
    answer = exchange.hops[-1].answer if exchange.hops else None
    variables = dict(exchange.variables)
    return tuple(_result(check, answer, exchange, variables) for check in checks)


def _result(
    check: Check, answer: GotAnswer | None, exchange: Exchanged, variables: Mapping[str, str]
) -> CheckResult:
    if answer is None:
        return CheckResult(text_of(check), CheckState.UNKNOWN)
    holds, found = _look(check, answer, exchange.response_ms, variables)
    if not exchange.failure:
        state = CheckState.PASSED
    elif holds is None:
        state = CheckState.UNKNOWN
    else:
        state = CheckState.PASSED if holds else CheckState.FAILED
    return CheckResult(text_of(check), state, found[:_SHORT])


def text_of(check: Check) -> Phrase:  # noqa: C901, PLR0911  # one case a kind
    """Return what a check wants, as a sentence."""
    match check:
        case StatusCheck(statuses, families):
            wanted = [*map(str, statuses), *(f"{it}xx" for it in families)]
            return Phrase("trial", "Status is {wanted}").of(wanted=", ".join(wanted))
        case ContainsCheck(text):
            return Phrase("trial", "Text contains “{text}”").of(text=put_together(text)[:_SHORT])
        case AbsentCheck(text):
            return Phrase("trial", "Text does not contain “{text}”").of(
                text=put_together(text)[:_SHORT]
            )
        case MatchesCheck(regex):
            return Phrase("trial", "Text matches {regex}").of(regex=regex[:_SHORT])
        case JsonCheck(path, how, value):
            return Phrase("trial", "{place} {operator} {value}").of(
                place=json_path_text(path), operator=how, value=put_together(value)[:_SHORT]
            )
        case HeaderCheck(name, how, value):
            return Phrase("trial", "Header {name} {operator} {value}").of(
                name=name, operator=how, value=put_together(value)[:_SHORT]
            )
        case WithinCheck(ms):
            return Phrase("trial", "Answer within {ms} ms").of(ms=f"{ms:g}")
        case SizeCheck(how, size_bytes):
            return Phrase("trial", "Size {operator} {size} bytes").of(operator=how, size=size_bytes)


def _look(  # noqa: C901, PLR0911  # one case a kind
    check: Check, answer: GotAnswer, response_ms: float, variables: Mapping[str, str]
) -> Found:
    match check:
        case StatusCheck(statuses, families):
            status = answer.status
            return status in statuses or status // 100 in families, str(status)
        case ContainsCheck(text):
            holds = _contains(answer, text, variables)
            return holds, "" if holds is None else ("found" if holds else "not found")
        case AbsentCheck(text):
            holds = _contains(answer, text, variables)
            return None if holds is None else not holds, "found" if holds else "not found"
        case MatchesCheck():
            return None, ""  # a hostile answer could keep an expression busy for ever
        case JsonCheck(path, how, value):
            return _look_json(answer, path, how, resolved(value, variables))
        case HeaderCheck(name, how, value):
            named = (it for key, it in answer.headers if key.lower() == name.lower())
            found = next(named, None)
            return _holds(found, how, resolved(value, variables)), found or ""
        case WithinCheck(ms):
            return response_ms <= ms, f"{response_ms:.0f} ms"
        case SizeCheck(how, size_bytes):
            size = answer.body.size_bytes
            return _COMPARE.get(how, operator.eq)(size, size_bytes), f"{size} bytes"


def resolved(text: Text, variables: Mapping[str, str]) -> str | None:
    """Return a text with the values of its variables; None if one of them is not known."""
    found: list[str] = []
    for piece in pieces_of(text):
        if isinstance(piece, str):
            found.append(piece)
        elif isinstance(piece, Variable) and (value := value_of(piece.var, variables)) is not None:
            found.append(value)
        else:
            return None
    return "".join(found)


def _contains(answer: GotAnswer, text: Text, variables: Mapping[str, str]) -> bool | None:
    wanted = resolved(text, variables)
    if wanted is None or answer.body.is_cut:
        return None
    return wanted in answer.body.text


def _look_json(answer: GotAnswer, path: JsonPath, how: Operator, wanted: str | None) -> Found:
    try:
        found = json_at(json.loads(answer.body.text), path)
    except (ValueError, RecursionError):
        return False, "no JSON"
    if found is _MISSING:
        return False, "missing"
    shown = found if isinstance(found, str) else json.dumps(found, ensure_ascii=False)
    return _holds(shown, how, wanted), shown


def json_at(value: Any, path: JsonPath) -> Any:  # noqa: ANN401  # it is JSON
    """Return what stands at a place; of any item the first. A marker if nothing does."""
    for step in path:
        match step:
            case AnyItem():
                value = _item(value, 0)
            case ItemWhere(key, wanted):
                value = next((it for it in _items(value) if _item(it, key) == wanted), _MISSING)
            case int() | str():
                value = _item(value, step)
    return value


def is_missing(value: object) -> bool:
    """Return whether `json_at` found nothing."""
    return value is _MISSING


def _items(value: Any) -> list[Any]:  # noqa: ANN401
    return cast("list[Any]", value) if isinstance(value, list) else []


def _item(value: Any, key: str | int) -> Any:  # noqa: ANN401
    try:
        return value[key]
    except (KeyError, IndexError, TypeError):
        return _MISSING


def _holds(found: str | None, how: Operator, wanted: str | None) -> bool | None:
    if wanted is None or found is None:
        return None if wanted is None else False
    match how:
        case Operator.CONTAINS:
            return wanted in found
        case Operator.LACKS:
            return wanted not in found
        case Operator.MATCHES:
            return None
        case _:
            return _COMPARE[how](*_alike(found, wanted))


def _alike(found: str, wanted: str) -> tuple[Any, Any]:
    """Return two values as numbers, if both are some."""
    number = re.compile(r"-?\d{1,15}(\.\d{1,15})?")
    if number.fullmatch(found) and number.fullmatch(wanted):
        return float(found), float(wanted)
    return found, wanted
