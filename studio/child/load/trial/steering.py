"""RUNS IN A CHILD PROCESS. Chance, steered: each pass of a trial takes ways not taken before.

Steered are only the forms in which a locustfile of ours draws a way, and only where the file itself
calls them: `random.random()` held against shares, `random.choices(ways, weights)` for one of them,
and `random.choice` of methods. Everything else that is random stays random.
"""

# pyright: basic

import random
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from studio.child.load.trial.drawn_ways import Ways, ways_in

_EITHER_WAY = (0.0, 1.0 - 2**-53)
"""The least and the greatest that `random.random` ever returns."""

Site = tuple[object, ...]
"""A function, the line in the file that calls it, and what it draws from."""


class Steering:
    """Which ways of which choices have been taken, and how often."""

    def __init__(self) -> None:
        self._ways: dict[Site, int] = {}
        self._taken: dict[Site, Counter[int]] = {}

    def draw(self, site: Site, ways: int) -> int:
        """Return which way is taken now: the first of those that were taken least."""
        self._ways[site] = ways
        taken = self._taken.setdefault(site, Counter())
        way = min(range(ways), key=lambda it: (taken[it], it))
        taken[way] += 1
        return way

    @property
    def has_more(self) -> bool:
        """Whether a choice that was met has ways that were never taken."""
        return any(len(self._taken[site]) < ways for site, ways in self._ways.items())

    def install(self, locustfile: str) -> None:
        """Stand in for the functions of `random`, for the rest of this process's life."""
        module: Any = random
        path = Path(locustfile)
        ways = ways_in(path.read_text(encoding="utf-8", errors="replace"))
        module.random = self._random(path.name, random.random, ways)
        module.choices = self._choices(path.name, random.choices)
        module.choice = self._choice(path.name, random.choice)

    def _random(self, file: str, chance: Callable[[], float], ways: Ways) -> Callable[[], float]:
        def steered() -> float:
            line = _line_in(file)
            if line is None:
                return chance()
            numbers = ways.get(line, _EITHER_WAY)
            return numbers[self.draw(("random", line), len(numbers))]

        return steered

    def _choices(self, file: str, chance: Callable[..., list[Any]]) -> Callable[..., list[Any]]:
        def steered(population: Sequence[Any], weights: Any = None, **more: Any) -> list[Any]:
            line = _line_in(file)
            if line is None or weights is None or more:
                return chance(population, weights, **more)
            pairs = zip(population, list(weights), strict=True)
            possible = [it for it, weight in pairs if weight > 0]
            site = ("choices", line, *_names(population))
            return [possible[self.draw(site, len(possible))]]

        return steered

    def _choice(self, file: str, chance: Callable[..., Any]) -> Callable[..., Any]:
        def steered(population: Sequence[Any]) -> Any:
            line = _line_in(file)
            if line is None or not all(map(callable, population)) or not population:
                return chance(population)
            return population[self.draw(("choice", line, *_names(population)), len(population))]

        return steered


def _names(population: Iterable[Any]) -> tuple[str, ...]:
    """Return what ways are called: a chain draws from others at each step, in the same line."""
    return tuple(str(getattr(it, "__qualname__", it)) for it in population)


def _line_in(file: str) -> int | None:
    """Return from which line of the file a function was called; None if something else did."""
    frame = sys._getframe(2)
    return frame.f_lineno if Path(frame.f_code.co_filename).name == file else None
