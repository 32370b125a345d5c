"""Checks: what may be held against an answer, what is asked about it, and the words for it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

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
from studio.journey.json_path import json_path_text
from studio.journey.template import Text, put_together
from studio.journey.typed_line import Statuses, read_statuses, statuses_text
from studio.phrase import Phrase
from ui.journey.pane.making import (
    FILLED,
    JSON_PATH,
    ON_FAILURE_SPEC,
    OPERATOR_SPEC,
    OPERATORS,
    PATTERN,
    count,
    line,
    number,
    one_of,
    text,
)
from ui.journey.pane.record_form import Spec
from ui.journey.pane.union_form import Kind
from ui.widget.figures import count as count_text
from ui.widget.figures import milliseconds

_MOST_MS = 3_600_000
_MOST_BYTES = 2_000_000_000

_SIZES: Mapping[Operator, Phrase] = {
    it: OPERATORS[it]
    for it in (
        *(Operator.EQUAL, Operator.NOT_EQUAL, Operator.LESS),
        *(Operator.AT_MOST, Operator.MORE, Operator.AT_LEAST),
    )
}
_TEXT_SPEC = Spec("text", Phrase("journey", "Text"), text())
_VALUE_SPEC = Spec("value", Phrase("journey", "Wanted"), text())


def _statuses(check: StatusCheck) -> Statuses:
    return check.statuses, check.families


def _with_statuses(check: StatusCheck, statuses: Statuses) -> StatusCheck:
    return replace(check, statuses=statuses[0], families=statuses[1])


CHECKS: Mapping[type, Kind] = {
    StatusCheck: Kind(
        Phrase("journey", "Status"),
        lambda: StatusCheck((200,)),
        (
            Spec(
                "statuses",
                Phrase("journey", "Status"),
                line(read_statuses, statuses_text, "200, 304, 2xx"),
                get=_statuses,
                put=_with_statuses,
            ),
            ON_FAILURE_SPEC,
        ),
    ),
    ContainsCheck: Kind(
        Phrase("journey", "Text contains"),
        lambda: ContainsCheck(""),
        (_TEXT_SPEC, ON_FAILURE_SPEC),
    ),
    AbsentCheck: Kind(
        Phrase("journey", "Text does not contain"),
        lambda: AbsentCheck("error"),
        (_TEXT_SPEC, ON_FAILURE_SPEC),
    ),
    MatchesCheck: Kind(
        Phrase("journey", "Text matches"),
        lambda: MatchesCheck("."),
        (Spec("regex", Phrase("journey", "Pattern"), PATTERN), ON_FAILURE_SPEC),
    ),
    JsonCheck: Kind(
        Phrase("journey", "JSON value"),
        lambda: JsonCheck(("status",), Operator.EQUAL, "ok"),
        (
            Spec("path", Phrase("journey", "Path"), JSON_PATH),
            OPERATOR_SPEC,
            _VALUE_SPEC,
            ON_FAILURE_SPEC,
        ),
    ),
    HeaderCheck: Kind(
        Phrase("journey", "Header"),
        lambda: HeaderCheck("Content-Type", Operator.CONTAINS, "json"),
        (
            Spec("name", Phrase("journey", "Name"), FILLED),
            OPERATOR_SPEC,
            _VALUE_SPEC,
            ON_FAILURE_SPEC,
        ),
    ),
    WithinCheck: Kind(
        Phrase("journey", "Time below"),
        lambda: WithinCheck(2000),
        (Spec("ms", Phrase("journey", "Within ms"), number(1, _MOST_MS)), ON_FAILURE_SPEC),
    ),
    SizeCheck: Kind(
        Phrase("journey", "Size"),
        lambda: SizeCheck(Operator.AT_LEAST, 1),
        (
            Spec("operator", Phrase("journey", "The size"), one_of(_SIZES)),
            Spec("size_bytes", Phrase("journey", "Bytes"), count(0, _MOST_BYTES)),
            ON_FAILURE_SPEC,
        ),
    ),
}
"""Every check, in the order they are offered."""


@dataclass(frozen=True, slots=True)
class CheckWords:
    """A check as a sentence: what is looked at, how, and what is wanted."""

    subject: Phrase
    wanted: str
    of: str = ""
    """Which header or value, in signs of one width."""

    how: Phrase | None = None


def check_words(check: Check) -> CheckWords:
    """Return a check as a sentence."""
    match check:
        case StatusCheck():
            return CheckWords(Phrase("journey", "Status is"), statuses_text(_statuses(check)))
        case ContainsCheck(wanted):
            return CheckWords(Phrase("journey", "Text contains"), _quoted(wanted))
        case AbsentCheck(wanted):
            return CheckWords(Phrase("journey", "Text does not contain"), _quoted(wanted))
        case MatchesCheck(regex):
            return CheckWords(Phrase("journey", "Text matches"), regex)
        case WithinCheck(ms):
            return CheckWords(Phrase("journey", "Answer within"), milliseconds(ms))
        case JsonCheck() | HeaderCheck() | SizeCheck():
            return _compared(check)


def _compared(check: JsonCheck | HeaderCheck | SizeCheck) -> CheckWords:
    how = OPERATORS[check.operator]
    match check:
        case JsonCheck(path=path, value=wanted):
            json_ = Phrase("journey", "JSON")
            return CheckWords(json_, _quoted(wanted), json_path_text(path), how)
        case HeaderCheck(name=name, value=wanted):
            return CheckWords(Phrase("journey", "Header"), _quoted(wanted), name, how)
        case SizeCheck(size_bytes=size):
            return CheckWords(Phrase("journey", "Size"), f"{count_text(size)} B", "", how)


def is_usual(check: Check) -> bool:
    """Return whether a failure has the consequence such a check begins with."""
    usual = OnFailure.GO_ON if isinstance(check, WithinCheck) else OnFailure.GIVE_UP
    return check.on_failure is usual


def _quoted(wanted: Text) -> str:
    return f"“{put_together(wanted)}”"
