"""Extractors of a plan → takes."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from studio.errors import StudioError
from studio.importer.jmx.parts import Part
from studio.importer.jmx.reading import Reading
from studio.importer.jmx.xpath import element_at
from studio.journey.json_path import JsonPathError, read_json_path
from studio.journey.selector import read_selector
from studio.journey.take import (
    AddressPlace,
    AnyItem,
    Decoding,
    ElementPlace,
    HeaderPlace,
    IfMissing,
    JsonPath,
    JsonPlace,
    PatternPlace,
    Place,
    Take,
)
from studio.phrase import NOTHING, Phrase

_HEADER = re.compile(r"\^?([A-Za-z][A-Za-z0-9-]*):(?:\\s|\s)?[*+]?\(\.[*+]\??\)\$?")
_ANYWHERE = re.compile(r"\$\.\.([A-Za-z_]\w*)(\[\d+\])?")
_GROUP = re.compile(r"\$(\d)\$")
_RANDOM = Phrase("importer", "It takes the first of several in place of one at random.")
_ALL = Phrase("importer", "It takes the first of several in place of all of them.")
_NO_PLACE = Phrase("importer", "A journey has no such place to take from.")


@dataclass(frozen=True, slots=True)
class _Found:
    """Where an extractor takes from."""

    where: Place | None
    """None: a journey has no such place."""

    decode: Decoding = Decoding.NONE
    nth: int = 1
    why: Phrase = NOTHING
    """What is different."""


def takes_in(part: Part, reading: Reading, place: str) -> tuple[Take, ...]:
    """Return what an extractor takes; what is not understood is noted."""
    read = _READERS[part.kind]
    try:
        return read(part, reading, place)
    except (StudioError, re.error, RecursionError, OverflowError):  # of the expression
        _leave(part, reading, place)
        return ()


def is_extractor(part: Part) -> bool:
    """Return whether a part takes values from answers."""
    return part.kind in _READERS


def names_taken(part: Part) -> list[str]:
    """Return the names an extractor gives a value, as JMeter has them."""
    for name in _NAMES:
        found = part.text(name).strip()
        if found:
            return [it.strip() for it in found.split(";") if it.strip()]
    return []


_NAMES = (
    "RegexExtractor.refname",
    "JSONPostProcessor.referenceNames",
    "JMESExtractor.referenceName",
    "BoundaryExtractor.refname",
    "HtmlExtractor.refname",
    "XPathExtractor.refname",
    "XPathExtractor2.refname",
)


def _regex(part: Part, reading: Reading, place: str) -> tuple[Take, ...]:
    regex = reading.expressions.value(part.text("RegexExtractor.regex"), place)
    groups = re.compile(regex).groups
    template = part.text("RegexExtractor.template", "$1$") or "$1$"
    found = _GROUP.search(template)
    group = int(found[1]) if found else 1
    if group > groups:
        group = 0
    why = NOTHING
    if _GROUP.fullmatch(template.strip()) is None:
        why = Phrase("importer", "Of what it puts together it takes the first group.")
    field = part.text("RegexExtractor.useHeaders", "false")
    where, decode = _place_of_regex(field, regex, group)
    return _taken(part, "RegexExtractor", _Found(where, decode, why=why), reading, place)


def _place_of_regex(field: str, regex: str, group: int) -> tuple[Place | None, Decoding]:
    match field:
        case "false" | "":
            return PatternPlace(regex, group), Decoding.NONE
        case "unescaped":
            return PatternPlace(regex, group), Decoding.HTML
        case "URL":
            return (AddressPlace(regex) if group == 1 else None), Decoding.NONE
        case "true":
            header = _HEADER.fullmatch(regex)
            return (HeaderPlace(header[1]) if header else None), Decoding.NONE
        case _:
            return None, Decoding.NONE


def _boundary(part: Part, reading: Reading, place: str) -> tuple[Take, ...]:
    left = reading.expressions.value(part.text("BoundaryExtractor.lboundary"), place)
    right = reading.expressions.value(part.text("BoundaryExtractor.rboundary"), place)
    if not (left and right):
        _leave(part, reading, place)
        return ()
    where = PatternPlace(rf"{re.escape(left)}([\s\S]*?){re.escape(right)}")
    if part.text("BoundaryExtractor.useHeaders", "false") not in ("false", "", "unescaped"):
        return _taken(part, "BoundaryExtractor", _Found(None), reading, place)
    return _taken(part, "BoundaryExtractor", _Found(where), reading, place)


def _css(part: Part, reading: Reading, place: str) -> tuple[Take, ...]:
    selector = reading.expressions.value(part.text("HtmlExtractor.expr"), place)
    read_selector(selector)
    where = ElementPlace(selector, part.text("HtmlExtractor.attribute").strip())
    return _taken(part, "HtmlExtractor", _Found(where), reading, place)


def _xpath(part: Part, reading: Reading, place: str) -> tuple[Take, ...]:
    prefix = "XPathExtractor2" if "2" in part.kind else "XPathExtractor"
    query = part.text(f"{prefix}.xpathQuery")
    return _taken(part, prefix, _Found(element_at(query)), reading, place)


def _json(part: Part, reading: Reading, place: str) -> tuple[Take, ...]:
    paths = part.text("JSONPostProcessor.jsonPathExprs").split(";")
    defaults = part.text("JSONPostProcessor.defaultValues").split(";")
    numbers = part.text("JSONPostProcessor.match_numbers").split(";")
    found: list[Take] = []
    for at, name in enumerate(names_taken(part)):
        path = reading.expressions.value(paths[at] if at < len(paths) else "", place)
        number = numbers[at].strip() if at < len(numbers) else ""
        default = defaults[at] if at < len(defaults) else ""
        where, why = _json_place(path, number)
        if where is None:
            _leave(part, reading, place, name)
            continue
        _note(part, reading, place, name, why)
        found.append(_take(name, _Found(where), default, reading, place))
    return tuple(found)


def _json_place(path: str, number: str) -> tuple[Place | None, Phrase]:
    """Return where a path leads, and what is different there."""
    anywhere = _ANYWHERE.fullmatch(path)
    if anywhere is not None:
        why = Phrase("importer", "It looks for the name anywhere in the text of the answer.")
        name = re.escape(anywhere[1])
        return PatternPlace(rf'"{name}"\s*:\s*"?([^",}}\]\s]+)'), why
    try:
        steps = read_json_path(path)
    except JsonPathError:
        return None, NOTHING
    wanted = int(number) if re.fullmatch(r"-?\d{1,6}", number) else 0
    if wanted < 0:
        if steps and steps[-1] == AnyItem():
            return JsonPlace(steps[:-1]), Phrase("importer", "It takes the list as a whole.")
        return JsonPlace(_first(steps)), _ALL if AnyItem() in steps else NOTHING
    if wanted > 0:
        steps = tuple(wanted - 1 if it == AnyItem() else it for it in steps)
    return JsonPlace(steps), NOTHING


def _first(steps: JsonPath) -> JsonPath:
    return tuple(0 if it == AnyItem() else it for it in steps)


def _jmes(part: Part, reading: Reading, place: str) -> tuple[Take, ...]:
    expression = reading.expressions.value(part.text("JMESExtractor.jmesPathExpr"), place)
    where = JsonPlace(read_json_path(expression))
    return _taken(part, "JMESExtractor", _Found(where), reading, place)


def _taken(
    part: Part, prefix: str, found: _Found, reading: Reading, place: str
) -> tuple[Take, ...]:
    names = names_taken(part)
    if found.where is None or not names:
        _leave(part, reading, place)
        return ()
    default = part.text(f"{prefix}.default") or part.text(f"{prefix}.defaultValue")
    shown = part.text(f"{prefix}.match_number") or part.text(f"{prefix}.matchNumber")
    shown = reading.expressions.value(shown, place)
    number = int(shown) if re.fullmatch(r"-?\d{1,6}", shown) else 1
    if isinstance(found.where, PatternPlace | ElementPlace):
        why = found.why if number > 0 else _RANDOM if number == 0 else _ALL
        found = replace(found, nth=max(1, number), why=why)
    _note(part, reading, place, names[0], found.why)
    if part.flag(f"{prefix}.default_empty_value"):
        return (replace(_take(names[0], found, "", reading, place), if_missing=IfMissing.DEFAULT),)
    return (_take(names[0], found, default, reading, place),)


def _take(name: str, found: _Found, default: str, reading: Reading, place: str) -> Take:
    variable = reading.variables.take(name)
    missing = IfMissing.DEFAULT if default else IfMissing.KEEP
    shown = reading.hiding.field(name, reading.expressions.text(default, place), place)
    return Take(
        variable,
        found.where or PatternPlace(""),
        nth=found.nth,
        decode=found.decode,
        if_missing=missing,
        default=shown,
    )


def _note(part: Part, reading: Reading, place: str, name: str, why: Phrase) -> None:
    what = Phrase("importer", "{part}: {name}").of(part=part.name, name=name[:100])
    if why is NOTHING:
        reading.notes.imported(place, what)
    else:
        reading.notes.adapted(place, what, why)


def _leave(part: Part, reading: Reading, place: str, name: str = "") -> None:
    names = name or ", ".join(names_taken(part))
    what = Phrase("importer", "{part}: {name}").of(part=part.name, name=names[:100])
    reading.notes.left_out(place, what, _NO_PLACE)


_READERS: dict[str, Callable[[Part, Reading, str], tuple[Take, ...]]] = {
    "RegexExtractor": _regex,
    "JSONPostProcessor": _json,
    "JMESPathExtractor": _jmes,
    "BoundaryExtractor": _boundary,
    "HtmlExtractor": _css,
    "XPathExtractor": _xpath,
    "XPath2Extractor": _xpath,
    "XPathExtractor2": _xpath,
}
