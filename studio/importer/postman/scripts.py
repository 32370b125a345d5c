"""Scripts of Postman, looked at and never run: what they check, take and set by common patterns."""

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from studio.importer.postman.script_blocks import Blocks
from studio.importer.postman.script_places import Places
from studio.journey.check import (
    Check,
    ContainsCheck,
    HeaderCheck,
    JsonCheck,
    Operator,
    StatusCheck,
    WithinCheck,
)
from studio.journey.made import Clock, ClockUnit, How, Integer, Uuid
from studio.journey.take import CookiePlace, HeaderPlace, JsonPlace, Place

_LONGEST = 200_000
_STRING = r"(?:\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`[^`$\\]*`)"
_EXPRESSION = (
    r"[A-Za-z_$][\w$]*(?:\(\))?"
    rf"(?:\s{{0,9}}\??\.\s{{0,9}}[\w$]+(?:\(\))?|\[\s{{0,9}}(?:\d{{1,9}}|{_STRING})\s{{0,9}}\])*"
)
_LITERAL = rf"(?:{_STRING}|-?\d+(?:\.\d+)?|true|false|null)"
_EQUALS = r"to\.(?:be\.)?(?:deep\.)?(?:eql|equals?|eq)"
_CODE = r"(?:responseCode\.code|pm\.response\.code)"
_COMMENT = re.compile(rf"(?P<kept>{_STRING})|//[^\n]*|/\*.*?\*/", re.DOTALL)
_PARSED = re.compile(
    r"(?:JSON\.parse|xml2Json)\(\s*(?:responseBody|pm\.response\.text\(\))\s*\)"
    r"|postman\.getResponseBody\(\)|pm\.response\.json\(\)"
)

PATTERNS = re.compile(
    rf"""
      (?:var|let|const)?\s*(?P<alias>[A-Za-z_$][\w$]*)\s*=\s*(?P<value>{_EXPRESSION})
        \s*(?:\|\|\s*(?:\{{\s*\}}|\[\s*\])\s*)?(?=[;\n,]|\Z)
    | (?:var|let|const)\s*\{{(?P<apart>[^{{}}\n]{{1,500}})\}}\s*=\s*(?P<whole>{_EXPRESSION})
    | (?:pm\.(?:environment|globals|collectionVariables|variables)\.set
        |postman\.set(?:Environment|Global)Variable)
        \(\s*(?P<name>{_STRING})\s*,\s*(?P<set>[^;\n]*?)\s*\)\s*(?=[;\n}}]|\Z)
    | (?P<status_is>pm\.response\.to\.(?:have\.status|be)[.(]\s*(?P<status>\w+|{_STRING}))
    | pm\.expect\(\s*{_CODE}\s*\)\.(?:{_EQUALS}\(\s*(?P<code>\d{{3}})
        |to\.be\.(?:oneOf|include)\(\s*\[(?P<codes>[\d\s,]+)\])
    | (?:tests\[[^\]\n]{{0,200}}\]|(?P<flag>[A-Za-z_$][\w$]*))\s*=\s*
        \(?{_CODE}\s*={{2,3}}\s*(?P<old>\d{{3}})(?P<or>(?:\s*\|\|\s*{_CODE}\s*={{2,3}}\s*\d{{3}})*)
    | (?:pm\.expect\(\s*pm\.response\.responseTime\s*\)\.to\.be\.(?:below|lessThan|at\.most)\(
        |responseTime\s*<=?)\s*(?P<within>\d+)
    | pm\.expect\(\s*(?:pm\.response\.text\(\)|responseBody)\s*\)
        \.to\.(?:include|contain)\(\s*(?P<holds>{_STRING})
    | responseBody\.has\(\s*(?P<has>{_STRING})
    | pm\.response\.to\.have\.header\(\s*(?P<header>{_STRING})(?:\s*,\s*(?P<is>{_STRING}))?
    | pm\.expect\(\s*(?P<left>{_EXPRESSION})\s*\)\.(?:{_EQUALS}
        |to\.(?P<contains>include|contain))\(\s*(?P<right>{_LITERAL})\s*\)
    | tests\[[^\]\n]{{0,200}}\]\s*=\s*(?P<first>{_EXPRESSION})\s*={{2,3}}\s*(?P<second>{_LITERAL})
    | tests\[[^\]\n]{{0,200}}\]\s*=\s*(?P<told>[A-Za-z_$][\w$]*)\s*(?=[;\n]|\Z)
    | (?P<next>(?:postman|pm\.execution)\.setNextRequest\([^)\n]*\))
    | {_STRING}
    | [A-Za-z_$][\w$]*
    """,
    re.VERBOSE,
)
_WORDS = {
    "ok": (2, True),
    "success": (2, True),
    "created": (201, False),
    "accepted": (202, False),
    "badRequest": (400, False),
    "unauthorized": (401, False),
    "forbidden": (403, False),
    "notFound": (404, False),
    "OK": (200, False),
    "Created": (201, False),
    "error": (5, True),
    "clientError": (4, True),
    "serverError": (5, True),
}
_TELLING = re.compile(r"pm\.|postman\.|tests\[")


@dataclass(frozen=True, slots=True)
class Taken:
    """A variable set to a part of an answer."""

    KIND: ClassVar = "taken"

    name: str
    place: Place
    is_certain: bool = True
    """Whether it is set whatever the answer."""


@dataclass(frozen=True, slots=True)
class Constant:
    """A variable set to a text."""

    KIND: ClassVar = "constant"

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class MadeUp:
    """A variable set to a value that is made up."""

    KIND: ClassVar = "made up"

    name: str
    how: How


@dataclass(frozen=True, slots=True)
class Script:
    """What was found in a script."""

    checks: tuple[Check, ...] = ()
    sets: tuple[Taken | Constant | MadeUp, ...] = ()

    left: tuple[str, ...] = ()
    """Lines that say something and were not understood."""

    jumps: tuple[str, ...] = ()
    """Where it says which request comes next."""

    def __add__(self, other: "Script") -> "Script":
        return Script(
            self.checks + other.checks,
            self.sets + other.sets,
            self.left + other.left,
            self.jumps + other.jumps,
        )


NO_SCRIPT = Script()


def read_script(source: str) -> Script:
    """Return what a script checks, takes and sets, as far as common patterns tell."""
    text = _COMMENT.sub(lambda it: it["kept"] or "", source[:_LONGEST])
    text = _PARSED.sub("pm.response.json()", text)
    reading = _Reading(Blocks(text), _line_starts(text))
    for match in PATTERNS.finditer(text):
        reading.take(match)
    return Script(
        tuple(dict.fromkeys(reading.checks)),
        tuple(reading.sets),
        tuple(_left(text, reading.understood)),
        tuple(reading.jumps),
    )


class _Reading:
    """What was found so far in a script."""

    def __init__(self, blocks: Blocks, lines: list[int]) -> None:
        self.checks: list[Check] = []
        self.sets: list[Taken | Constant | MadeUp] = []
        self.jumps: list[str] = []
        self.understood: set[int] = set()
        self._places = Places()
        self._flags: set[str] = set()
        self._blocks = blocks
        self._lines = lines

    def take(self, match: re.Match[str]) -> None:
        """Take what one pattern has found."""
        is_certain = not self._blocks.is_conditional(match.start())
        if match["alias"]:
            self._places.name(match["alias"], match["value"])
        elif match["apart"]:
            self._places.take_apart(match["apart"], match["whole"])
        elif match["next"]:
            self.jumps.append(match["next"])
        elif match["told"]:
            if match["told"] not in self._flags:
                return
        else:
            found = _found(match, self._places)
            if isinstance(found, Taken | Constant | MadeUp):
                self.sets.append(_as_certain(found, is_certain=is_certain))
            elif found is None or not is_certain:
                return
            else:
                self.checks.append(found)
                self._flags |= {match["flag"]} if match["flag"] else set()
        self.understood.add(bisect.bisect_right(self._lines, match.start()) - 1)


def _as_certain(found: Taken | Constant | MadeUp, *, is_certain: bool) -> Taken | Constant | MadeUp:
    return replace(found, is_certain=is_certain) if isinstance(found, Taken) else found


def _found(match: re.Match[str], places: Places) -> Check | Taken | Constant | MadeUp | None:
    if match["name"]:
        return _set(unquoted(match["name"]), match["set"], places)
    if match["left"] or match["first"]:
        path = places.path(match["left"] or match["first"])
        right = match["right"] or match["second"]
        operator = Operator.CONTAINS if match["contains"] else Operator.EQUAL
        is_value = path is not None and right != "null"
        return JsonCheck(path, operator, unquoted(right)) if is_value and path else None
    if match["within"]:
        return WithinCheck(float(match["within"]))
    if match["holds"] or match["has"]:
        return ContainsCheck(unquoted(match["holds"] or match["has"]))
    if match["header"]:
        value = unquoted(match["is"]) if match["is"] else "."
        operator = Operator.EQUAL if match["is"] else Operator.MATCHES
        return HeaderCheck(unquoted(match["header"]), operator, value)
    return _status(match)


def _status(match: re.Match[str]) -> StatusCheck | None:
    if match["codes"]:
        return StatusCheck(tuple(int(it) for it in re.findall(r"\d{3}", match["codes"])))
    if match["old"]:
        more = re.findall(r"\d{3}\b", match["or"] or "")
        return StatusCheck(tuple(int(it) for it in (match["old"], *more)))
    if match["code"]:
        return StatusCheck((int(match["code"]),))
    if match["status"]:
        word = unquoted(match["status"])
        if re.fullmatch(r"[1-5]\d\d", word):
            return StatusCheck((int(word),))
        number, is_family = _WORDS.get(word, (0, False))
        if number:
            return StatusCheck((), (number,)) if is_family else StatusCheck((number,))
    return None


def _set(name: str, value: str, places: Places) -> Taken | Constant | MadeUp | None:
    if re.fullmatch(_LITERAL, value) and value != "null":
        return Constant(name, unquoted(value))
    if found := re.match(
        rf"(?:pm\.response\.headers\.get|postman\.getResponseHeader)\(\s*({_STRING})", value
    ):
        return Taken(name, HeaderPlace(unquoted(found[1])))
    if found := re.match(rf"pm\.cookies\.get\(\s*({_STRING})", value):
        return Taken(name, CookiePlace(unquoted(found[1])))
    how = _how(value)
    if how is not None:
        return MadeUp(name, how)
    plain = re.sub(r"^(?:JSON\.stringify|String)\((.*)\)$", r"\1", value)
    path = places.path(re.sub(r"\.toString\(\)$", "", plain))
    return Taken(name, JsonPlace(path)) if path else None


def _how(value: str) -> How | None:
    if re.search(r"uuid(?:v4)?(?:\.v4)?\(\)|\$guid|\$randomUUID", value):
        return Uuid()
    if re.search(r"Date\.now\(\)|new Date\(\)\.(?:getTime|valueOf)\(\)", value):
        unit = ClockUnit.S if "/ 1000" in value or "/1000" in value else ClockUnit.MS
        return Clock(unit)
    if found := re.search(r"Math\.random\(\)\s*\*\s*\(?(\d{1,15})", value):
        return Integer(0, max(0, int(found[1]) - 1))
    return None


def unquoted(literal: str) -> str:
    """Return what a literal of JavaScript stands for, as text."""
    if literal[:1] in ("'", '"', "`"):
        return re.sub(r"\\(.)", lambda it: {"n": "\n", "t": "\t"}.get(it[1], it[1]), literal[1:-1])
    return literal


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]


def _left(text: str, understood: set[int]) -> Iterator[str]:
    for number, line in enumerate(text.split("\n")):
        is_frame = re.match(r"\s*pm\.test\(", line) is not None
        if number not in understood and _TELLING.search(line) and not is_frame:
            yield line.strip()[:200]
