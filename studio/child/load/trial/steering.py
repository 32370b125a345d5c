"""RUNS IN A CHILD PROCESS. Chance, steered: each pass of a trial takes ways not taken before.

Steered are only the two forms in which a locustfile of ours draws a way, and only where the file
itself calls them: `random.random() < share`, and `random.choices(ways, weights)` for one of them.
Everything else that is random stays random.
"""

# pyright: basic

import random
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

_TAKEN = 0.0
_PASSED_BY = 1.0 - 2**-53
"""The least and the greatest that `random.random` ever returns."""

Site = tuple[str, int]
"""A function, and the line in the file that calls it."""


class Steering:
    """Which ways of which choices have been taken."""

    def __init__(self) -> None:
        self._ways: dict[Site, int] = {}
        self._taken: dict[Site, set[int]] = {}

    def draw(self, site: Site, ways: int) -> int:
        """Return which way is taken now: the first that never was, else the first of all."""
        self._ways[site] = ways
        taken = self._taken.setdefault(site, set())
        way = next((it for it in range(ways) if it not in taken), 0)
        taken.add(way)
        return way

    @property
    def has_more(self) -> bool:
        """Whether a choice that was met has ways that were never taken."""
        return any(len(self._taken[site]) < ways for site, ways in self._ways.items())

    def install(self, locustfile: str) -> None:
        """Stand in for the functions of `random`, for the rest of this process's life."""
        module: Any = random
        module.random = self._random(Path(locustfile).name, random.random)
        module.choices = self._choices(Path(locustfile).name, random.choices)

    def _random(self, file: str, chance: Callable[[], float]) -> Callable[[], float]:
        def steered() -> float:
            site = _site("random", file)
            if site is None:
                return chance()
            return (_TAKEN, _PASSED_BY)[self.draw(site, 2)]

        return steered

    def _choices(self, file: str, chance: Callable[..., list[Any]]) -> Callable[..., list[Any]]:
        def steered(population: Sequence[Any], weights: Any = None, **more: Any) -> list[Any]:
            site = _site("choices", file)
            if site is None or weights is None or more:
                return chance(population, weights, **more)
            possible = [it for it, weight in zip(population, weights, strict=True) if weight > 0]
            return [possible[self.draw(site, len(possible))]]

        return steered


def _site(function: str, file: str) -> Site | None:
    """Return from where in the file a function was called; None if something else called it."""
    frame = sys._getframe(2)
    if Path(frame.f_code.co_filename).name != file:
        return None
    return function, frame.f_lineno
