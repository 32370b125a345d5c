"""Mark: a line across a plot."""

from collections.abc import Iterable
from dataclasses import dataclass

from ui.chart.stroke import Stroke


@dataclass(frozen=True, slots=True)
class Mark:
    """A line across a plot: upright at a moment, or level at a value."""

    at: float
    """In seconds, or in the unit of the plot's values."""

    stroke: Stroke
    is_level: bool = False


def moment(at_s: float, token: str) -> Mark:
    """Return the mark of a moment, thin and dashed."""
    return Mark(at_s, Stroke(token, 1.0, (3, 3)))


def stretches(seconds: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Return the first and last second of each unbroken stretch."""
    found: list[tuple[int, int]] = []
    for second in sorted(seconds):
        if found and found[-1][1] + 1 == second:
            found[-1] = (found[-1][0], second)
        else:
            found.append((second, second))
    return tuple(found)
