"""JSON bodies, with their holes, → Python expressions."""

import json
import re
from typing import Any, cast

from studio.journey.body import Hole, HoleType, JsonBody
from studio.journey.journey_error import JourneyError
from studio.journey.json_places import place_in, read_pointer
from studio.journey.template import pieces_of
from studio.locustfile.layout import Leaf, Node, prefixed
from studio.locustfile.literal import formatted_literal, literal, text_literal
from studio.locustfile.planning_text import Names, expression, text_source
from studio.phrase import Phrase


def json_argument(body: JsonBody, names: Names) -> Node:
    """Return the argument of a call that sends a JSON text: `json=` or, where it must, `data=`.

    Raises:
        JourneyError: A hole is at a place the text does not have, or a variable has no value.
    """
    if is_kept_by_parsing(body.text):
        value: object = json.loads(body.text)
        for hole in body.holes:
            value = _filled(value, read_pointer(hole.at), Leaf(_hole_source(hole, names)), hole)
        return prefixed("json=", literal(value))
    return Leaf(f"data={_cut_source(body, names)}")


def is_kept_by_parsing(text: str) -> bool:
    """Return whether a JSON text means the same after Python has parsed and written it.

    Not so `null`: where its value is None, a client sends no body.
    """
    try:
        value = json.loads(
            text,
            object_pairs_hook=_once_each,
            parse_float=_same_float,
            parse_int=_same_int,
            parse_constant=_no_constant,
        )
    except (ValueError, RecursionError):
        return False
    return value is not None and re.search(r"[\ud800-\udfff]", text) is None


def needs_json(body: JsonBody) -> bool:
    """Return whether the expression of a body uses the module `json`."""
    if is_kept_by_parsing(body.text):
        return any(hole.type is HoleType.JSON for hole in body.holes)
    texts = (pieces_of(hole.value) for hole in body.holes if hole.type is HoleType.TEXT)
    return any(not isinstance(piece, str) for pieces in texts for piece in pieces)


def _filled(value: Any, steps: list[str], source: Leaf, hole: Hole) -> Any:  # noqa: ANN401
    """Return a value of JSON with source of ours at the place the steps lead to."""
    if not steps:
        return source
    step, *others = steps
    if isinstance(value, dict) and step in value:
        entries = cast("dict[str, Any]", value)
        return entries | {step: _filled(entries[step], others, source, hole)}
    if isinstance(value, list) and step.isdecimal() and int(step) < len(cast("list[Any]", value)):
        items = list(cast("list[Any]", value))
        items[int(step)] = _filled(items[int(step)], others, source, hole)
        return items
    raise _no_place(hole)


def _cut_source(body: JsonBody, names: Names) -> str:
    """Return source of a JSON text that is kept to the byte but for its holes."""
    places = {place_in(body.text, read_pointer(hole.at)): hole for hole in body.holes}
    parts: list[tuple[str, str]] = []
    end = 0
    for place, hole in sorted(places.items(), key=lambda it: it[0] or (-1, -1)):
        if place is None or place[0] < end:
            raise _no_place(hole)
        parts += [(body.text[end : place[0]], ""), *_written(hole, names)]
        end = place[1]
    if not parts:
        return text_literal(body.text)
    return formatted_literal([*parts, (body.text[end:], "")])


def _written(hole: Hole, names: Names) -> list[tuple[str, str]]:
    """Return a hole's value as it stands in a JSON text: texts and expressions, in turn."""
    is_json = hole.type is HoleType.JSON
    parts: list[tuple[str, str]] = []
    for piece in pieces_of(hole.value):
        if isinstance(piece, str):
            parts.append((piece if is_json else json.dumps(piece)[1:-1], ""))
        else:
            source = expression(piece, names, "'")
            parts.append(("", source if is_json else f"json.dumps({source})[1:-1]"))
    return parts if is_json else [('"', ""), *parts, ('"', "")]


def _hole_source(hole: Hole, names: Names) -> str:
    source = text_source(hole.value, names)
    return f"json.loads({source})" if hole.type is HoleType.JSON else source


def _no_place(hole: Hole) -> JourneyError:
    return JourneyError(
        Phrase("locustfile", "The body has no place {place} to be filled.").of(place=hole.at[:100]),
        remedy=Phrase("locustfile", "Choose a place that its JSON text has."),
    )


class _Lossy(ValueError):  # noqa: N818  # it is a signal, not an error
    """Something in a JSON text would not survive parsing and writing."""


def _once_each(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _Lossy("a repeated key")
    return found


def _same_float(digits: str) -> float:
    if repr(float(digits)) != digits:
        raise _Lossy(digits)
    return float(digits)


def _same_int(digits: str) -> int:
    if str(int(digits)) != digits:
        raise _Lossy(digits)
    return int(digits)


def _no_constant(name: str) -> None:
    raise _Lossy(name)
