"""Assertions of a plan → checks."""

import re
from collections.abc import Callable, Iterable

from studio.errors import StudioError
from studio.importer.jmx.parts import Part
from studio.importer.jmx.reading import Around, Reading
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
from studio.journey.json_path import read_json_path
from studio.phrase import Phrase

_MATCH, _CONTAINS, _NOT, _EQUALS, _SUBSTRING, _OR = 1, 2, 4, 8, 16, 32
_STATUS = re.compile(r"\^?\(?([1-5])(?:\d\d|\.\.|\\d\\d|\\d\{2\}|\.\*|\.\+)\)?\$?")
_HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]*):\s*(.+)", re.DOTALL)
_SPECIAL = re.compile(r"[\\^$.|?*+()\[\]{}]")
_SIZES = {
    1: Operator.EQUAL,
    2: Operator.NOT_EQUAL,
    3: Operator.MORE,
    4: Operator.LESS,
    5: Operator.AT_LEAST,
    6: Operator.AT_MOST,
}
_NO_CHECK = Phrase("importer", "A journey has no such check.")


def is_assertion(part: Part) -> bool:
    """Return whether a part says what must hold for answers."""
    return part.kind in _READERS


def checks_in(part: Part, reading: Reading, around: Around) -> tuple[Check, ...]:
    """Return what must hold; what is not understood is noted."""
    try:
        found = tuple(_READERS[part.kind](part, reading, around))
    except (StudioError, re.error, RecursionError, OverflowError):  # of the expression
        found = ()
    what = Phrase("importer", "{text}").of(text=part.name)
    if found:
        reading.notes.imported(around.place, what)
    else:
        reading.notes.left_out(around.place, what, _NO_CHECK)
    return found


def _response(part: Part, reading: Reading, around: Around) -> Iterable[Check]:
    kind = _whole(part.text("Assertion.test_type"))
    texts = [it.text or "" for it in part.under("Asserion.test_strings")]
    texts += [it.text or "" for it in part.under("Assertion.test_strings")]
    texts = [reading.expressions.shown(it, around.place) for it in texts]
    match part.text("Assertion.test_field"):
        case "Assertion.response_code":
            return _statuses(texts, kind, around.on_failure)
        case "Assertion.response_data" | "Assertion.response_data_as_document":
            return _texts(texts, kind, reading, around.on_failure)
        case "Assertion.response_headers":
            return _headers(texts, kind, reading, around.on_failure)
        case _:
            return ()


def _statuses(texts: list[str], kind: int, on_failure: OnFailure) -> list[Check]:
    statuses: list[int] = []
    families: list[int] = []
    for text in (it for given in texts for it in given.strip().strip("()").split("|")):
        family = _STATUS.fullmatch(text)
        if re.fullmatch(r"[1-5]\d\d", text):
            statuses.append(int(text))
        elif family is not None and kind & (_MATCH | _CONTAINS):
            families.append(int(family[1]))
        else:
            return []
    if kind & _NOT or not statuses + families:
        return []
    return [
        StatusCheck(
            tuple(dict.fromkeys(statuses)), tuple(dict.fromkeys(families)), on_failure=on_failure
        )
    ]


def _texts(texts: list[str], kind: int, reading: Reading, on_failure: OnFailure) -> list[Check]:
    if kind & _OR and len(texts) > 1 and not kind & _NOT:
        expanded = [reading.variables.expanded(it) for it in texts]
        regex = "|".join(f"(?:{_as_regex(it, kind)})" for it in expanded)
        re.compile(regex)
        return [MatchesCheck(regex, on_failure)]
    found = [_text(it, kind, reading, on_failure) for it in texts]
    return [it for it in found if it is not None] if None not in found else []


def _text(text: str, kind: int, reading: Reading, on_failure: OnFailure) -> Check | None:
    is_literal = bool(kind & _SUBSTRING) or (
        bool(kind & _CONTAINS) and _SPECIAL.search(re.sub(r"\{\{[^{}]*\}\}", "", text)) is None
    )
    if not text:
        return None
    if kind & _NOT:
        return AbsentCheck(reading.variables.text(text), on_failure) if is_literal else None
    if is_literal:
        return ContainsCheck(reading.variables.text(text), on_failure)
    regex = _as_regex(reading.variables.expanded(text), kind)
    re.compile(regex)
    return MatchesCheck(regex, on_failure)


def _as_regex(text: str, kind: int) -> str:
    if kind & _SUBSTRING:
        return re.escape(text)
    if kind & _EQUALS:
        return rf"\A{re.escape(text)}\Z"
    return rf"\A(?:{text})\Z" if kind & _MATCH else text


def _headers(texts: list[str], kind: int, reading: Reading, on_failure: OnFailure) -> list[Check]:
    found: list[Check] = []
    for text in texts:
        header = _HEADER.fullmatch(text.strip())
        if header is None or kind & _OR:
            return []
        value = reading.variables.text(header[2])
        if kind & (_SUBSTRING | _EQUALS) or _SPECIAL.search(header[2]) is None:
            operator = Operator.LACKS if kind & _NOT else Operator.CONTAINS
        elif kind & _NOT:
            return []
        else:
            re.compile(header[2])
            operator = Operator.MATCHES
        found.append(HeaderCheck(header[1], operator, value, on_failure))
    return found


def _duration(part: Part, reading: Reading, around: Around) -> Iterable[Check]:
    within_ms = reading.expressions.number(part.text("DurationAssertion.duration"), around.place)
    if within_ms is not None and within_ms > 0:
        yield WithinCheck(within_ms, around.on_failure)


def _size(part: Part, reading: Reading, around: Around) -> Iterable[Check]:
    size = reading.expressions.number(part.text("SizeAssertion.size"), around.place)
    operator = _SIZES.get(_whole(part.text("SizeAssertion.operator")))
    field = part.text("Assertion.test_field", "SizeAssertion.response_data")
    is_body = field in ("", "SizeAssertion.response_data", "SizeAssertion.response_network_size")
    if size is not None and size >= 0 and operator is not None and is_body:
        yield SizeCheck(operator, int(size), around.on_failure)


def _json(part: Part, reading: Reading, around: Around) -> Iterable[Check]:
    path = read_json_path(reading.expressions.value(part.text("JSON_PATH"), around.place))
    wanted = reading.expressions.text(part.text("EXPECTED_VALUE"), around.place)
    is_inverted = part.flag("INVERT")
    if part.flag("EXPECT_NULL") or (is_inverted and not part.flag("JSONVALIDATION")):
        return
    if not part.flag("JSONVALIDATION"):
        yield JsonCheck(path, Operator.MATCHES, "", around.on_failure)  # it is there
        return
    is_regex = part.text("ISREGEX", "true").strip().lower() == "true"
    if is_regex and isinstance(wanted, str) and _SPECIAL.search(wanted):
        re.compile(wanted)
        if not is_inverted:
            yield JsonCheck(path, Operator.MATCHES, rf"\A(?:{wanted})\Z", around.on_failure)
        return
    operator = Operator.NOT_EQUAL if is_inverted else Operator.EQUAL
    yield JsonCheck(path, operator, wanted, around.on_failure)


def _whole(text: str) -> int:
    return int(text) if re.fullmatch(r"\s*\d{1,6}\s*", text) else 0


_READERS: dict[str, Callable[[Part, Reading, Around], Iterable[Check]]] = {
    "ResponseAssertion": _response,
    "DurationAssertion": _duration,
    "SizeAssertion": _size,
    "JSONPathAssertion": _json,
}
