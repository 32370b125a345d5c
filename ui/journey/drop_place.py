"""Where what is dragged comes to stand: a gap between two lines, and how deep in it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ui.journey.line import Line, LineKind

_HEADS = (LineKind.SECTION, LineKind.BLOCK, LineKind.WAY)


@dataclass(frozen=True, slots=True)
class DropPlace:
    """A place between lines; `owner`, `way` and `index` are those of a spot in the journey."""

    owner: str
    index: int
    way: int

    row: int
    """The line is drawn below this row; -1: above all."""

    depth: int
    """How far in the line begins."""

    inside: bool = False
    """Whether it is shown as a frame around the row: what is dropped goes into it."""


def place_below(lines: Sequence[Line], row: int, depth: int) -> DropPlace:
    """Return the place below a row that is nearest to a depth.

    Below a head it is the first place in it. Below the last line of a block it may as well be
    behind the block; the depth decides.
    """
    line = lines[row]
    if line.kind is LineKind.REQUEST:
        line = lines[line.parent]
    if line.kind in _HEADS and line.is_open is not False and line.can_hold:
        return DropPlace(line.node, 0, _way(lines, row), row, _inner_depth(line))
    candidates = [DropPlace(line.owner, line.index + 1, line.way, row, line.depth)]
    least = _least_depth(lines, row)
    while line.depth > least:
        line = lines[line.parent]
        candidates.append(DropPlace(line.owner, line.index + 1, line.way, row, line.depth))
    return min(candidates, key=lambda it: (abs(it.depth - depth), -it.depth))


def place_inside(lines: Sequence[Line], row: int) -> DropPlace | None:
    """Return the last place in a block or section; None: the row is no head of one."""
    line = lines[row]
    if line.kind not in _HEADS or not line.can_hold:
        return None
    way = _way(lines, row)
    inner = [it.index for it in lines if (it.owner, it.way) == (line.node, way) and it is not line]
    last = max(inner, default=-1) + 1 if line.is_open is not False else 1_000_000
    return DropPlace(line.node, last, way, row, _inner_depth(line), inside=True)


def request_place(lines: Sequence[Line], row: int, *, is_below: bool) -> DropPlace | None:
    """Return the place for requests at a row: in its step; None: there is no step."""
    line = lines[row]
    if line.kind is LineKind.REQUEST:
        index = line.index + is_below
        return DropPlace(line.owner, index, 0, row if is_below else row - 1, line.depth + 1)
    if line.kind is LineKind.STEP and line.method:
        return DropPlace(line.node, 1_000_000, 0, row, line.depth + 1, inside=True)
    return None


def is_within(lines: Sequence[Line], place: DropPlace, dragged: Collection[str]) -> bool:
    """Return whether a place is inside of what is dragged."""
    row = place.row
    by_key = {line.node: at for at, line in reversed(list(enumerate(lines)))}
    row = by_key.get(place.owner, -1)
    while row >= 0:
        if lines[row].whole in dragged or lines[row].node in dragged:
            return True
        row = lines[row].parent
    return False


def _way(lines: Sequence[Line], row: int) -> int:
    key = lines[row].key
    return int(key.rpartition("/")[2]) if lines[row].kind is LineKind.WAY else 0


def _inner_depth(line: Line) -> int:
    return line.depth if line.kind is LineKind.SECTION else line.depth + 1


def _least_depth(lines: Sequence[Line], row: int) -> int:
    """Return how far out the gap below a row can be meant."""
    if row + 1 >= len(lines):
        return 0
    following = lines[row + 1]
    if following.kind is LineKind.SECTION:
        return 0
    return following.depth + (following.kind is LineKind.WAY)
