"""JSON texts of others, with variables and secrets in them → a body with holes."""

import json
from collections.abc import Iterator
from typing import Any, cast

from studio.errors import StudioError
from studio.importer.hiding import Hiding
from studio.journey.body import Hole, HoleType, JsonBody
from studio.journey.json_places import place_in, read_pointer
from studio.journey.json_shown import read_shown_json
from studio.journey.template import Text, put_together

_MOST_LOOKED_AT = 2_000_000
"""A longer text is sent as it is: no person wrote it."""

_DEEPEST = 100
_MOST_HIDDEN = 200


def read_json_body(text: Text, hiding: Hiding, where: str) -> JsonBody | None:
    """Return a JSON text as a body, its secrets hidden; None: it is no JSON."""
    try:
        plain, holes = read_shown_json(put_together(text))
    except StudioError:
        return None
    plain, hidden = _hidden(plain, {hole.at for hole in holes}, hiding, where)
    return JsonBody(plain, (*holes, *hidden))


def holes_in(text: Text, hiding: Hiding, where: str) -> tuple[str, tuple[Hole, ...]] | None:
    """Return a JSON text and its holes, secrets among them; None: it is no JSON."""
    body = read_json_body(text, hiding, where)
    return None if body is None else (body.text, body.holes)


def _hidden(text: str, taken: set[str], hiding: Hiding, where: str) -> tuple[str, tuple[Hole, ...]]:
    if len(text) > _MOST_LOOKED_AT:
        return text, ()
    found: list[Hole] = []
    for pointer, name, value in _leaves(json.loads(text), "", "", 0):
        if pointer in taken or len(found) == _MOST_HIDDEN:
            continue
        is_text = isinstance(value, str)
        written = value if is_text else json.dumps(value)
        kept = hiding.field(name, written, where)
        place = None if kept == written else place_in(text, read_pointer(pointer))
        if place is not None:
            found.append(Hole(pointer, kept, HoleType.TEXT if is_text else HoleType.JSON))
            text = text[: place[0]] + ('""' if is_text else "0") + text[place[1] :]
    return text, tuple(found)


def _leaves(
    value: object, pointer: str, name: str, depth: int
) -> Iterator[tuple[str, str, str | float]]:
    """Yield texts and numbers with their pointer and the name they stand under."""
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        for key, inner in cast("dict[str, Any]", value).items():
            step = key.replace("~", "~0").replace("/", "~1")
            yield from _leaves(inner, f"{pointer}/{step}", key, depth + 1)
    elif isinstance(value, list):
        for number, inner in enumerate(cast("list[Any]", value)):
            yield from _leaves(inner, f"{pointer}/{number}", name, depth + 1)
    elif isinstance(value, str | int | float) and not isinstance(value, bool):
        yield pointer, name, value
