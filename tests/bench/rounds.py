"""Tools measured in turn, so that whatever else a computer does meets all of them alike.

The unit is finished requests by CPU-second of the generator, counted by the server. Rounds are
taken in turn and in reversed order every second time; of each round's windows the half in which
others used the least CPU is kept; ratios are taken within a round.
"""

import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from tests.bench.accounts import Spent, read


class Counting(Protocol):
    """A server that knows how many requests it has answered."""

    @property
    def process_ids(self) -> Sequence[int]:
        """Its processes."""
        ...

    def requests(self) -> int:
        """Return how many requests it has answered so far."""
        ...


class Running(Protocol):
    """A generator under way."""

    @property
    def process_ids(self) -> Sequence[int]:
        """The roots of its trees of processes; the one that sends stands last."""
        ...


@dataclass(frozen=True, slots=True)
class Tool:
    """A generator that can be started again and again."""

    name: str
    start: Callable[[], AbstractContextManager[Running]]

    warm_up_s: float = 2.0
    """From its first thousand requests to the first window."""


@dataclass(frozen=True, slots=True)
class Window:
    """What was seen of one tool for a moment."""

    requests: int
    wall_s: float

    cpu_s: float
    """Of its whole tree."""

    sender_cpu_s: float
    """Of the part of it that sends."""

    others_s: float
    """CPU-seconds used by everything but the tool and the server."""


@dataclass(frozen=True, slots=True)
class Round:
    """One tool's turn: the sum of its quieter windows."""

    requests: int
    wall_s: float
    cpu_s: float
    sender_cpu_s: float

    @property
    def per_cpu_s(self) -> float:
        """Requests by CPU-second of the whole tree."""
        return self.requests / self.cpu_s

    @property
    def per_sender_cpu_s(self) -> float:
        """Requests by CPU-second of the part that sends."""
        return self.requests / self.sender_cpu_s

    @property
    def per_s(self) -> float:
        """Requests by second of wall-clock time: shown, never compared."""
        return self.requests / self.wall_s


@dataclass(frozen=True, slots=True)
class Spread:
    """A figure with the interval it is claimed in."""

    median: float
    p10: float
    p90: float

    @classmethod
    def of(cls, values: Sequence[float]) -> "Spread":
        """Return the spread of a few values."""
        ordered = sorted(values)
        last = len(ordered) - 1
        low, high = ordered[round(0.1 * last)], ordered[round(0.9 * last)]
        return cls(statistics.median(ordered), low, high)


PATIENCE_S = 60.0
_UNDER_WAY = 200
"""Requests after which a tool counts as under way."""


def take_rounds(
    tools: Sequence[Tool],
    server: Counting,
    *,
    rounds: int,
    windows: int = 4,
    window_s: float = 1.5,
    say: Callable[[str], None] = lambda _: None,
) -> dict[str, list[Round]]:
    """Let the tools take turns against a server and return their rounds, by name."""
    found: dict[str, list[Round]] = {tool.name: [] for tool in tools}
    for number in range(rounds):
        for tool in tools if number % 2 == 0 else reversed(tools):
            with tool.start() as running:
                _wait_for_load(server, tool.warm_up_s)
                seen = [_window(running, server, window_s) for _ in range(windows)]
            turn = quieter_half(seen)
            found[tool.name].append(turn)
            say(f"  round {number + 1}  {tool.name:<36} {turn.per_cpu_s:9.0f} requests/CPU-s")
    return found


def quieter_half(windows: Sequence[Window]) -> Round:
    """Return the half of the windows in which others used the least CPU, added up."""
    kept = sorted(windows, key=lambda it: it.others_s / it.wall_s)[: max(1, len(windows) // 2)]
    return Round(
        requests=sum(it.requests for it in kept),
        wall_s=sum(it.wall_s for it in kept),
        cpu_s=sum(it.cpu_s for it in kept),
        sender_cpu_s=sum(it.sender_cpu_s for it in kept),
    )


def ratios(
    rounds: Mapping[str, Sequence[Round]],
    tool: str,
    base: str,
    rate: Callable[[Round], float] = lambda it: it.per_cpu_s,
) -> Spread:
    """Return how many times as many requests a tool makes as another, within each round."""
    pairs = zip(rounds[tool], rounds[base], strict=True)
    return Spread.of([rate(one) / rate(other) for one, other in pairs])


def _wait_for_load(server: Counting, warm_up_s: float) -> None:
    before, deadline_s = server.requests(), time.monotonic() + PATIENCE_S
    while server.requests() - before < _UNDER_WAY:
        if time.monotonic() > deadline_s:
            raise TimeoutError("the generator sends nothing")
        time.sleep(0.1)
    time.sleep(warm_up_s)


def _window(running: Running, server: Counting, window_s: float) -> Window:
    *rest, sender = running.process_ids
    watched = [sender], rest, server.process_ids
    began_s, asked, used = time.monotonic(), server.requests(), read(*watched)
    time.sleep(window_s)
    wall_s, answered = time.monotonic() - began_s, server.requests()
    spent = Spent.between(used, read(*watched))
    sender_s, rest_s, _ = spent.of_parts_s
    return Window(answered - asked, wall_s, sender_s + rest_s, sender_s, spent.by_others_s)
