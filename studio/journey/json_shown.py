"""JSON bodies as the editor shows them, with `{{variables}}` at their holes, there and back.

What is shown is the recorded text with each hole cut out and its value in place. Nothing else of
the text is touched, so a text nobody edits comes back to the byte.
"""

import json
import re
from collections.abc import Generator, Iterator
from itertools import count
from typing import NoReturn

from studio.errors import StudioError
from studio.journey.body import Hole, HoleType
from studio.journey.json_places import place_in, read_pointer
from studio.journey.template import (
    Piece,
    joined,
    marks_in,
    pieces_of,
    put_together,
    take_apart,
)
from studio.phrase import Phrase

Holes = tuple[Hole, ...]
Places = Generator[tuple[str, int, int], None, int]
"""Scalars by their pointers, each with its two ends; returns where the value around them ends."""

_BLANK = re.compile(r"[ \t\r\n]*")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_BARE = re.compile(r'[^\s\[\]{},:"]+')
_FIRST_MARK = 0xE000
"""Of Unicode's private use area: a sign that stands in for a variable while a text is read."""

_DEEPEST = 200


class JsonTextError(StudioError):
    """A text that is no JSON, or has a variable where JSON can have none."""


def shown_json(text: str, holes: Holes) -> str:
    """Return a JSON text as the editor shows it; holes at places it does not have are left out."""
    places = ((place_in(text, read_pointer(hole.at)), hole) for hole in holes)
    found = sorted(((place, hole) for place, hole in places if place), key=lambda it: it[0])
    pieces: list[Piece] = []
    end = 0
    for (begins, ends), hole in found:
        if begins >= end:
            pieces += [text[end:begins], *_written(hole)]
            end = ends
    return put_together(joined([*pieces, text[end:]]))


def read_shown_json(shown: str, text: str = "", holes: Holes = ()) -> tuple[str, Holes]:
    """Return the JSON text and the holes that a text from the editor stands for.

    Args:
        shown: As typed.
        text: The text before; what was recorded at a hole's place stays there.
        holes: The holes before.

    Raises:
        JsonTextError: It is no JSON, or a variable does not stand in a value.
        TemplateError: A secret has a name that means something to the system.
    """
    if shown == shown_json(text, holes):
        refuse_no_json(text)
        return text, holes
    try:
        return _read(shown, text)
    except JsonTextError:
        refuse_no_json(_filled(shown))  # says the place as it is seen
        raise


def _read(shown: str, text: str) -> tuple[str, Holes]:
    marked, variables, mark = _marked(shown)
    parts: list[str] = []
    found: list[Hole] = []
    left, end = iter(variables), 0
    for pointer, begins, ends in _scalars(marked, mark):
        written = marked[begins:ends]
        if mark in written:
            hole = _hole(pointer, written, mark, left)
            found.append(hole)
            parts += [marked[end:begins], _stand_in(hole, text)]
            end = ends
    plain = "".join([*parts, marked[end:]])
    refuse_no_json(plain)
    if _places_differ(plain, found):
        _refuse(Phrase("journey", "A variable stands under a name that comes twice."))
    return plain, tuple(found)


def refuse_no_json(text: str) -> None:
    """Raise a JsonTextError, with its place, where a text is no JSON."""
    try:
        json.loads(text, parse_int=str, parse_float=str, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        _refuse_place(text, error.pos)
    except RecursionError:
        _refuse(Phrase("journey", "This JSON is nested too deep."))


def _written(hole: Hole) -> list[Piece]:
    pieces = pieces_of(hole.value)
    if hole.type is HoleType.JSON:
        return list(pieces)
    inner = [
        json.dumps(it, ensure_ascii=False)[1:-1] if isinstance(it, str) else it for it in pieces
    ]
    return ['"', *inner, '"']


def _marked(shown: str) -> tuple[str, list[Piece], str]:
    """Return a text with one sign for each variable, the variables, and the sign."""
    mark = next(chr(code) for code in count(_FIRST_MARK) if chr(code) not in shown)
    pieces = pieces_of(take_apart(shown))
    marked = "".join(it if isinstance(it, str) else mark for it in pieces)
    return marked, [it for it in pieces if not isinstance(it, str)], mark


def _hole(pointer: str, written: str, mark: str, variables: Iterator[Piece]) -> Hole:
    """Return the hole that a value with marks in it is."""
    is_text = written[0] == '"'
    content = written
    if is_text:
        try:
            content = str(json.loads(written, strict=False))
        except ValueError:
            _refuse(Phrase("journey", "A text with a variable in it has a wrong escape."))
    first, *others = content.split(mark)
    pieces: list[Piece] = [first]
    for other in others:
        pieces += [next(variables), other]
    return Hole(pointer, joined(pieces), HoleType.TEXT if is_text else HoleType.JSON)


def _stand_in(hole: Hole, before: str) -> str:
    """Return what stands at a hole in the text itself: what was recorded there, if it is known."""
    place = place_in(before, read_pointer(hole.at))
    recorded = before[place[0] : place[1]] if place else ""
    if hole.type is HoleType.TEXT:
        return recorded if recorded.startswith('"') else '""'
    return recorded if recorded and recorded[0] not in '"{[' else "null"


def _filled(shown: str) -> str:
    """Return a text with each variable as a number of the same length."""
    parts: list[str] = []
    end = 0
    for begins, ends, _ in marks_in(shown):
        parts += [shown[end:begins], "1" * (ends - begins)]
        end = ends
    return "".join([*parts, shown[end:]])


def _places_differ(text: str, holes: list[Hole]) -> bool:
    places = [place_in(text, read_pointer(hole.at)) for hole in holes]
    return len(set(places)) < len(holes)


def _scalars(text: str, mark: str) -> Iterator[tuple[str, int, int]]:
    """Yield each value that holds no others: its pointer, and from where to where it stands."""
    end = yield from _values(text, _skip(text, 0), "", mark)
    if mark in text[end:]:
        _refuse_place(text, _skip(text, end))


def _values(text: str, at: int, pointer: str, mark: str) -> Places:
    """Yield the scalars of the value that begins here; return where it ends."""
    if pointer.count("/") > _DEEPEST:
        _refuse(Phrase("journey", "This JSON is nested too deep."))
    opening = text[at : at + 1]
    if opening in ("{", "["):
        return (yield from _items(text, at + 1, pointer, mark))
    match = (_STRING if opening == '"' else _BARE).match(text, at)
    if match is None:
        _refuse_place(text, at)
    yield pointer, at, match.end()
    return match.end()


def _items(text: str, at: int, pointer: str, mark: str) -> Places:
    """Yield the scalars of the list or the object whose content begins here."""
    is_object = text[at - 1] == "{"
    at = _skip(text, at)
    for number in count():
        if text[at : at + 1] in ("}", "]"):
            return at + 1
        name = str(number)
        if is_object:
            name, at = _key(text, at, mark)
        at = _skip(text, (yield from _values(text, at, f"{pointer}/{_escaped(name)}", mark)))
        if text[at : at + 1] == ",":
            at = _skip(text, at + 1)
        elif text[at : at + 1] not in ("}", "]"):
            _refuse_place(text, at)
    return at


def _key(text: str, at: int, mark: str) -> tuple[str, int]:
    """Return the key that begins here, and where its value begins."""
    match = _STRING.match(text, at)
    if match is None:
        _refuse_place(text, at)
    if mark in match[0]:
        _refuse(Phrase("journey", "A variable can stand in a value, not in the name of one."))
    at = _skip(text, match.end())
    if text[at : at + 1] != ":":
        _refuse_place(text, at)
    try:
        return str(json.loads(match[0], strict=False)), _skip(text, at + 1)
    except ValueError:
        _refuse_place(text, match.start())


def _escaped(name: str) -> str:
    """Return a step of a pointer (RFC 6901)."""
    return name.replace("~", "~0").replace("/", "~1")


def _skip(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def _refuse_constant(name: str) -> NoReturn:
    _refuse(Phrase("journey", "JSON has no number {name}.").of(name=name))


def _refuse_place(text: str, at: int) -> NoReturn:
    line = text.count("\n", 0, at) + 1
    sign = at - text.rfind("\n", 0, at)
    _refuse(
        Phrase("journey", "This is no JSON: look at line {line}, sign {sign}.").of(
            line=line, sign=sign
        )
    )


def _refuse(happened: Phrase) -> NoReturn:
    raise JsonTextError(
        happened, remedy=Phrase("journey", "Mend it, or send it as a text of any other kind.")
    )
