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
    first: int
    last: int


class Lanes:
    """Wires beside certain rows: which lane each has is found once, what stands at a row on demand.

    Args:
        wires: The variables, in the order of their colours.
        rows: The row of each node and request that is shown, or of the one that hides it.
        chosen: The rows that are chosen; their wires are in colour.
    """

    def __init__(
        self, wires: Sequence[Wire], rows: Mapping[str, int], chosen: Collection[int]
    ) -> None:
        self._chosen = frozenset(chosen)
        laid = list(_placed(wires, rows))
        lanes = _lanes(laid, chosen)
        self._shown = [(it, lanes[it.wire.variable]) for it in laid if it.wire.variable in lanes]
        self.count = max(lanes.values(), default=-1) + 1

    def at(self, row: int) -> tuple[Strand, ...]:
        """Return what of the wires is drawn at a row."""
        return tuple(
            _strand(it, row, lane, is_mine=not self._chosen.isdisjoint(it.taken | it.used))
            for it, lane in self._shown
            if it.first <= row <= it.last
        )


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
            both = taken | used
            yield _Laid(wire, tone, taken, used, min(both), max(both))


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
