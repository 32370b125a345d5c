"""Wires beside the lines: which lane each has, and what of it stands at which row."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

LANES = 5
"""How many lanes there are for all wires; one of the chosen step that finds none has one more."""


@dataclass(frozen=True, slots=True)
class Wire:
    """A variable on its way."""

    variable: str
    taken: tuple[str, ...]
    """The ids of the nodes and requests it is taken or made at."""

    used: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Strand:
    """What of a wire is drawn at one row."""

    variable: str
    lane: int
    tone: int
    """Which colour, from 0."""

    is_mine: bool
    """Whether the chosen step takes or uses it."""

    above: bool
    """Whether it comes from above."""

    below: bool
    mark: str = ""
    """`dot` where it is taken, `ring` where it is used."""


@dataclass(frozen=True, slots=True)
class _Laid:
    wire: Wire
    tone: int
    taken: frozenset[int]
    used: frozenset[int]

    @property
    def first(self) -> int:
        return min(self.taken | self.used)

    @property
    def last(self) -> int:
        return max(self.taken | self.used)


def lay_wires(
    wires: Sequence[Wire], rows: Mapping[str, int], chosen: Collection[int]
) -> tuple[dict[int, tuple[Strand, ...]], int]:
    """Return what is drawn at each row, and how many lanes that takes.

    Args:
        wires: The variables, in the order of their colours.
        rows: The row of each node and request that is shown, or of the one that hides it.
        chosen: The rows that are chosen; their wires are in colour.
    """
    laid = list(_placed(wires, rows))
    lanes = _lanes(laid, chosen)
    found: dict[int, list[Strand]] = {}
    for it in laid:
        lane = lanes.get(it.wire.variable)
        if lane is None:
            continue
        is_mine = bool((it.taken | it.used) & set(chosen))
        for row in range(it.first, it.last + 1):
            found.setdefault(row, []).append(_strand(it, row, lane, is_mine=is_mine))
    used_lanes = max(lanes.values(), default=-1) + 1
    return {row: tuple(strands) for row, strands in found.items()}, used_lanes


def other_end(wire: Wire, rows: Mapping[str, int], row: int) -> int | None:
    """Return the row to go to from a wire's mark at a row: the next use, or where it is taken."""
    ends = sorted({rows[it] for it in (*wire.taken, *wire.used) if it in rows})
    if row not in ends or len(ends) == 1:
        return None
    return ends[(ends.index(row) + 1) % len(ends)]


def _placed(wires: Sequence[Wire], rows: Mapping[str, int]) -> Iterator[_Laid]:
    for tone, wire in enumerate(wires):
        taken = frozenset(rows[it] for it in wire.taken if it in rows)
        used = frozenset(rows[it] for it in wire.used if it in rows)
        if taken and used:
            yield _Laid(wire, tone, taken, used)


def _lanes(laid: Sequence[_Laid], chosen: Collection[int]) -> dict[str, int]:
    """Give each wire the first lane that is free over its whole length."""
    free_from = [0] * (LANES + 1)
    lanes: dict[str, int] = {}
    for it in sorted(laid, key=lambda it: (it.first, it.last)):
        is_mine = any(row in it.taken or row in it.used for row in chosen)
        for lane in range(LANES + is_mine):
            if free_from[lane] <= it.first:
                lanes[it.wire.variable] = lane
                free_from[lane] = it.last + 1
                break
    return lanes


def _strand(it: _Laid, row: int, lane: int, *, is_mine: bool) -> Strand:
    mark = "dot" if row in it.taken else "ring" if row in it.used else ""
    above, below = row > it.first, row < it.last
    return Strand(it.wire.variable, lane, it.tone, is_mine, above, below, mark)
