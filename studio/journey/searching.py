"""Search and replace over a whole journey; variables are found past, and never torn."""

import re
import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from studio.errors import StudioError
from studio.journey.edit import Edit
from studio.journey.facts import PerObject
from studio.journey.journey import Journey
from studio.journey.lens import Lens
from studio.journey.lenses import lenses_of_journey, lenses_of_node, lenses_of_request
from studio.journey.node import Node, Step
from studio.journey.places import Where
from studio.journey.request import Request
from studio.journey.spot import with_sections
from studio.journey.template import Piece, Text, joined, pieces_of, put_together, take_apart
from studio.journey.walk import nodes_of, with_nodes
from studio.phrase import Phrase

Noun = TypeVar("Noun")

_AROUND = 40
"""Letters shown on each side of a match."""


class SearchError(StudioError):
    """A text nothing can be looked for with."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for."""

    text: str
    is_regex: bool = False
    matches_case: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A place at which something was found."""

    where: Where

    part: int
    """Which of the texts of that noun, from 0."""

    piece: int
    """Which piece of the text."""

    begins: int
    ends: int
    """Within the piece."""

    line: str
    """The text around it, for the screen, with its variables in braces."""

    at: int
    """Where in the line the match begins."""


class Searcher:
    """Searches journeys; the texts of what has not changed since the last look are known."""

    def __init__(self) -> None:
        self._of_node: PerObject[Node, tuple[Lens[Node], ...]] = PerObject(
            lambda it: tuple(lenses_of_node(it))
        )
        self._of_request: PerObject[Request, tuple[Lens[Request], ...]] = PerObject(
            lambda it: tuple(lenses_of_request(it))
        )

    def find(self, journey: Journey, wanted: Wanted) -> tuple[Match, ...]:
        """Return what is found in names, addresses, headers, bodies, takes, checks, notes, code.

        Raises:
            SearchError: It is no regular expression.
        """
        pattern = _pattern(wanted)
        if pattern is None:
            return ()
        return tuple(
            match
            for where, lenses in self._all(journey)
            for part, lens in enumerate(lenses)
            for match in _matches(where, part, lens, pattern)
        )

    def _all(self, journey: Journey) -> Iterator[tuple[Where, Iterable[Lens[Any]]]]:
        yield Where(), lenses_of_journey(journey)
        for node in nodes_of(journey):
            yield Where(node.id), self._of_node(node)
            for request in node.requests if isinstance(node, Step) else ():
                yield Where(node.id, request.id), self._of_request(request)


def find(journey: Journey, wanted: Wanted) -> tuple[Match, ...]:
    """Return what is found in a journey; a screen that asks often keeps a `Searcher`.

    Raises:
        SearchError: It is no regular expression.
    """
    return Searcher().find(journey, wanted)


def replace_one(journey: Journey, wanted: Wanted, replacement: str, match: Match) -> Edit:
    r"""Replace one of what `find` found; `{{variables}}` may stand in the replacement.

    Args:
        journey: The one in which it was found.
        wanted: What was looked for.
        replacement: What to put in its place; of a regular expression `\1` is its first group.
        match: Which one.

    Raises:
        StudioError: The text with it would be none that could stand there.
    """
    sentence = Phrase("journey", "Replace “{text}”").of(text=wanted.text[:60])
    return Edit(_Replacing(wanted, replacement, match).in_journey(journey), sentence)


def replace_all(journey: Journey, wanted: Wanted, replacement: str) -> Edit:
    """Replace all that `find` finds; texts that could not stand where they are stay as they are.

    Raises:
        SearchError: It is no regular expression, or the replacement names a group it has not.
    """
    sentence = Phrase("journey", "Replace all “{text}”").of(text=wanted.text[:60])
    return Edit(_Replacing(wanted, replacement, None).in_journey(journey), sentence)


class _Replacing:
    """Replaces one match, or all."""

    def __init__(self, wanted: Wanted, replacement: str, only: Match | None) -> None:
        self._pattern = _pattern(wanted)
        self._expand = _expansion(wanted, replacement)
        self._only = only

    def in_journey(self, journey: Journey) -> Journey:
        """Return the journey with what was wanted replaced."""
        if self._pattern is None:
            return journey
        own = self._in(journey, Where(), lenses_of_journey)
        return with_sections(own, lambda nodes: with_nodes(nodes, lambda it: (self._in_node(it),)))

    def _in_node(self, node: Node) -> Node:
        changed = self._in(node, Where(node.id), lenses_of_node)
        if isinstance(changed, Step):
            requests = tuple(
                self._in(it, Where(node.id, it.id), lenses_of_request) for it in changed.requests
            )
            if any(new is not old for new, old in zip(requests, changed.requests, strict=True)):
                return replace(changed, requests=requests)
        return changed

    def _in(self, noun: Noun, where: Where, lenses: Callable[[Noun], Iterator[Lens[Noun]]]) -> Noun:
        """Return a noun with what was wanted in its own texts replaced."""
        changed = noun
        for part, lens in enumerate(lenses(noun)):
            place = replace(where, field=lens.field, piece=lens.index)
            if self._only is not None and (self._only.where, self._only.part) != (place, part):
                continue
            text = self._replaced(lens)
            if text != lens.text:
                changed = self._put(lens, changed, text)
        return changed

    def _put(self, lens: Lens[Noun], noun: Noun, text: Text) -> Noun:
        try:
            return lens.put(noun, text)
        except StudioError:
            if self._only is not None:
                raise
            return noun

    def _replaced(self, lens: Lens[Any]) -> Text:
        found: list[Piece] = []
        for number, piece in enumerate(pieces_of(lens.text)):
            found += self._in_piece(number, piece, lens) if isinstance(piece, str) else [piece]
        return joined(found)

    def _in_piece(self, number: int, piece: str, lens: Lens[Any]) -> Iterator[Piece]:
        end = 0
        for match in _found(self._pattern, piece):
            if self._only and (self._only.piece, self._only.begins) != (number, match.start()):
                continue
            new = self._expand(match)
            yield piece[end : match.start()]
            yield from pieces_of(take_apart(new)) if lens.takes_variables else (new,)
            end = match.end()
        yield piece[end:]


def _matches(where: Where, part: int, lens: Lens[Any], pattern: re.Pattern[str]) -> Iterator[Match]:
    pieces = pieces_of(lens.text)
    for number, piece in enumerate(pieces):
        for match in _found(pattern, piece) if isinstance(piece, str) else ():
            place = replace(where, field=lens.field, piece=lens.index)
            line, at = _line(pieces, number, match)
            yield Match(place, part, number, match.start(), match.end(), line, at)


def _line(pieces: tuple[Piece, ...], number: int, match: re.Match[str]) -> tuple[str, int]:
    """Return what stands around a match on one line, and where in it the match begins."""
    before = _shown(pieces[:number]) + match.string[: match.start()]
    after = match.string[match.end() :] + _shown(pieces[number + 1 :])
    first = " ".join(before[-_AROUND:].split("\n"))
    return " ".join((first + match[0] + after[:_AROUND]).split("\n")), len(first)


def _shown(pieces: tuple[Piece, ...]) -> str:
    return "".join(it if isinstance(it, str) else put_together((it,)) for it in pieces)


def _found(pattern: re.Pattern[str] | None, text: str) -> Iterator[re.Match[str]]:
    """Yield the matches that are not empty: nothing cannot be replaced."""
    return (it for it in pattern.finditer(text) if it[0]) if pattern else iter(())


def _pattern(wanted: Wanted) -> re.Pattern[str] | None:
    """Return what is looked for as a pattern; None: nothing."""
    if not wanted.text:
        return None
    flags = re.NOFLAG if wanted.matches_case else re.IGNORECASE
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of a set that another version may read otherwise
            return re.compile(wanted.text if wanted.is_regex else re.escape(wanted.text), flags)
    except (re.error, RecursionError, OverflowError) as error:
        raise _refusal(wanted.text, str(error)) from error


def _expansion(wanted: Wanted, replacement: str) -> Callable[[re.Match[str]], str]:
    if not wanted.is_regex:
        return lambda _: replacement

    def expand(match: re.Match[str]) -> str:
        try:
            return match.expand(replacement)
        except (re.error, IndexError) as error:
            raise _refusal(replacement, str(error)) from error

    return expand


def _refusal(text: str, reason: str) -> SearchError:
    return SearchError(
        Phrase("journey", "“{text}” is no regular expression: {reason}.").of(
            text=text[:60], reason=reason[:80]
        ),
        remedy=Phrase("journey", "Mend it, or look for it as plain text."),
    )
