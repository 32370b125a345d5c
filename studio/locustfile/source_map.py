"""Where the parts of a journey stand in its locustfile: marks set, and taken out again.

The writer puts a line of its own before and after what a node or a request becomes. Such a line
begins with a NUL, which no source holds, and is gone before anybody sees the text. So the text and
the map can never disagree, however the lines between are laid out.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_MARK = "\0"
_OPENS, _CLOSES = "+", "-"


@dataclass(frozen=True, slots=True)
class SourcePlace:
    """The lines that a node or a request became; it may have several places."""

    id: str
    """Of the node or the request, within its journey."""

    first: int
    """From 1."""

    last: int
    """Included."""


@dataclass(frozen=True, slots=True)
class MappedSource:
    """A locustfile, and what of the journeys stands where in it."""

    text: str

    places: tuple[SourcePlace, ...]
    """In the order they begin; what stands within another comes after it."""


def marked(node_id: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield lines between the marks of what they belong to; without an id they stay as they are."""
    if node_id:
        yield f"{_MARK}{_OPENS}{json.dumps(node_id)}"
    yield from lines
    if node_id:
        yield f"{_MARK}{_CLOSES}{json.dumps(node_id)}"


def read_marks(text: str) -> MappedSource:
    """Return a text without its marks, and what they said."""
    kept: list[str] = []
    places: list[SourcePlace] = []
    begun: list[tuple[int, int]] = []
    for line in text.split("\n"):
        mark = line.lstrip(" ")
        if not mark.startswith(_MARK):
            kept.append(line)
        elif mark[1] == _OPENS:
            begun.append((len(places), len(kept) + 1))
            places.append(SourcePlace(json.loads(mark[2:]), 0, 0))
        else:
            at, first = begun.pop()
            places[at] = SourcePlace(json.loads(mark[2:]), first, len(kept))
    return MappedSource("\n".join(kept), tuple(it for it in places if it.last >= it.first))


def innermost(places: Iterable[SourcePlace], line: int) -> tuple[str, ...]:
    """Return the ids of all that stands at a line, the outermost first."""
    return tuple(it.id for it in places if it.first <= line <= it.last)
