"""Exchanges of a recording → the steps a visitor would name, and the pauses between them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest
from urllib.parse import unquote

from studio.journey.wait import ConstantWait
from studio.recording.exchange import Exchange, Page
from studio.recording.filtering import is_page, seen_of

LONGEST_PAUSE_S = 30.0
"""A longer one was no thinking but a phone call."""

STEP_PAUSE_S = 2.0
"""After such a pause another step begins, where the recording knows of none."""

_SHORTEST_PAUSE_S = 0.1
_LONGEST_NAME = 60
_ADDRESS = re.compile(r"https?://|^/|^[\w.-]+\.[a-z]{2,}(/|$)|^page_?\d+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RecordedStep:
    """What belongs together in a recording."""

    name: str
    exchanges: tuple[Exchange, ...]
    pause: ConstantWait | None = None
    """After it, until the next; None: hardly any."""


@dataclass(slots=True)
class _Cut:
    page: str
    exchanges: list[Exchange] = field(default_factory=list[Exchange])

    @property
    def end_s(self) -> float:
        return max(it.at_s + it.took_s for it in self.exchanges)


def steps_of(
    exchanges: Sequence[Exchange], pages: Sequence[Page], ended_s: Mapping[int, float]
) -> tuple[RecordedStep, ...]:
    """Return the steps of a visit.

    Args:
        exchanges: In the order of time, without those that were redirects' doing.
        pages: The recording's own parts.
        ended_s: When the last answer to an exchange was there, after redirects.
    """
    titles = {page.id: page.title for page in pages}
    cuts = list(_cuts(exchanges, set(titles)))
    names = _unique([_name(cut, titles.get(cut.page, "")) for cut in cuts])
    pauses = [_pause(cut, following, ended_s) for cut, following in pairwise(cuts)]
    return tuple(
        RecordedStep(name, tuple(cut.exchanges), pause)
        for name, cut, pause in zip_longest(names, cuts, pauses)
    )


def _cuts(exchanges: Sequence[Exchange], pages: set[str]) -> Iterator[_Cut]:
    cut: _Cut | None = None
    for exchange in exchanges:
        if cut is None or _begins(exchange, cut, pages):
            if cut is not None:
                yield cut
            cut = _Cut(exchange.page)
        cut.exchanges.append(exchange)
    if cut is not None:
        yield cut


def _begins(exchange: Exchange, cut: _Cut, pages: set[str]) -> bool:
    """Return whether a step begins: a page of the recording's own, else a page or a pause."""
    if exchange.page in pages and cut.page in pages:
        return exchange.page != cut.page
    return is_page(seen_of(exchange)) or exchange.at_s - cut.end_s > STEP_PAUSE_S


def _pause(cut: _Cut, following: _Cut, ended_s: Mapping[int, float]) -> ConstantWait | None:
    end_s = max(ended_s.get(it.number, it.at_s + it.took_s) for it in cut.exchanges)
    pause_s = min(following.exchanges[0].at_s - end_s, LONGEST_PAUSE_S)
    return ConstantWait(round(pause_s, 1)) if pause_s >= _SHORTEST_PAUSE_S else None


def _name(cut: _Cut, title: str) -> str:
    first = next((it for it in cut.exchanges if it.request.method != "GET"), cut.exchanges[0])
    title = " ".join(title.split())
    if title and not _ADDRESS.search(title):
        return title[:_LONGEST_NAME]
    opening = cut.exchanges[0]
    if is_page(seen_of(opening)):
        return f"Open {_path(opening)}"
    return f"{first.request.method.capitalize()} {_path(first)}"


def _path(exchange: Exchange) -> str:
    path = unquote(exchange.request.parts.path) or "/"
    return path if len(path) <= _LONGEST_NAME else f"{path[: _LONGEST_NAME - 1]}…"


def _unique(names: list[str]) -> list[str]:
    counts: dict[str, int] = {}
    found: list[str] = []
    for name in names:
        counts[name] = counts.get(name, 0) + 1
        found.append(name if counts[name] == 1 else f"{name} ({counts[name]})")
    return found
