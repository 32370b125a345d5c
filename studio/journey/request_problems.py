"""What is wrong with a request by itself: addresses, headers, bodies, patterns, places."""

import json
import re
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from studio.errors import StudioError
from studio.journey.body import GraphqlBody, Hole, JsonBody
from studio.journey.check import MatchesCheck
from studio.journey.journey import Client
from studio.journey.json_places import place_in, read_pointer
from studio.journey.problem import Repair, Severity
from studio.journey.repairs import on_journey, on_request
from studio.journey.request import Request
from studio.journey.selector import read_selector
from studio.journey.take import AddressPlace, ElementPlace, PatternPlace, Take
from studio.journey.template import Text, joined, pieces_of
from studio.phrase import Phrase

_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
"""The name of a header (RFC 9110, 5.6.2)."""

_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
_BEYOND_LATIN_1 = re.compile("[^\x00-\xff]")


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something wrong in a request, wherever it stands."""

    field: str
    index: int
    severity: Severity
    sentence: Phrase
    repairs: tuple[Repair, ...] = ()

    only: Client | None = None
    """The client it is wrong for; None: for both."""


def flaws_of(request: Request) -> tuple[Flaw, ...]:
    """Return what is wrong with a request by itself."""
    return (
        *_in_address(request),
        *_in_headers(request),
        *_in_body(request),
        *_in_takes(request),
        *_in_checks(request),
    )


def _in_address(request: Request) -> Iterator[Flaw]:
    first = pieces_of(request.path)[0]
    if not isinstance(first, str) or re.match(r"https?://", first):
        return
    if not first.startswith("/"):
        sentence = Phrase("journey", "The address does not begin with a slash.")
        add = on_request(
            Phrase("journey", "Put a slash before it"),
            request.id,
            lambda it: replace(it, path=joined(("/", *pieces_of(it.path)))),
        )
        yield Flaw("path", -1, Severity.ERROR, sentence, (add,))
    if first.startswith("//"):
        sentence = Phrase("journey", "The fast client takes “//” for the beginning of a host.")
        remove = on_request(
            Phrase("journey", "Leave one slash"),
            request.id,
            lambda it: replace(it, path=_with_one_slash(it.path)),
        )
        other = on_journey(
            Phrase("journey", "Use the other client"), lambda it: replace(it, client=Client.HTTP)
        )
        yield Flaw("path", -1, Severity.ERROR, sentence, (remove, other), Client.FAST)


def _with_one_slash(path: Text) -> Text:
    first, *rest = pieces_of(path)
    return joined(("/" + str(first).lstrip("/"), *rest))


def _in_headers(request: Request) -> Iterator[Flaw]:
    for index, (name, text) in enumerate(request.headers):
        reason = header_fault(name, text)
        if reason is not None:
            remove = on_request(
                Phrase("journey", "Remove the header"), request.id, _without_header(index)
            )
            yield Flaw("headers", index, Severity.ERROR, reason, (remove,))


def header_fault(name: str, text: Text) -> Phrase | None:
    """Return why a header cannot be sent; None: it can."""
    if _TOKEN.fullmatch(name) is None:
        return Phrase("journey", "“{name}” cannot be the name of a header.").of(name=name[:60])
    literals = "".join(it for it in pieces_of(text) if isinstance(it, str))
    if _CONTROL.search(literals):
        return Phrase("journey", "The header {name} holds a control character.").of(name=name)
    if _BEYOND_LATIN_1.search(literals):
        return Phrase("journey", "The header {name} holds a letter that headers cannot carry.").of(
            name=name
        )
    return None


def _in_body(request: Request) -> Iterator[Flaw]:
    match request.body:
        case JsonBody(text, holes):
            yield from _in_json(text, holes)
        case GraphqlBody(variables=text, holes=holes) if text or holes:
            yield from _in_json(text, holes)
        case _:
            pass


def _in_json(text: str, holes: tuple[Hole, ...]) -> Iterator[Flaw]:
    if not _is_json(text):
        severity = Severity.ERROR if holes else Severity.WARNING
        yield Flaw("body", -1, severity, Phrase("journey", "The body is no JSON."))
        return
    for index, hole in enumerate(holes):
        is_pointer = not hole.at or hole.at.startswith("/")
        if not is_pointer or place_in(text, read_pointer(hole.at)) is None:
            sentence = Phrase("journey", "The JSON text has no place “{pointer}”.")
            yield Flaw("body", index, Severity.ERROR, sentence.of(pointer=hole.at[:60]))


@lru_cache(maxsize=4096)
def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _in_takes(request: Request) -> Iterator[Flaw]:
    for index, take in enumerate(request.takes):
        sentence = _fault_of_take(take)
        if sentence is not None:
            yield Flaw("takes", index, Severity.ERROR, sentence)


def _fault_of_take(take: Take) -> Phrase | None:
    match take.place:
        case PatternPlace(regex, group):
            return pattern_fault(regex, group)
        case AddressPlace(regex):
            return pattern_fault(regex, 1)
        case ElementPlace(selector=selector):
            try:
                read_selector(selector)
            except StudioError as error:
                return error.happened
            return None
        case _:
            return None


def _in_checks(request: Request) -> Iterator[Flaw]:
    for index, check in enumerate(request.checks):
        fault = pattern_fault(check.regex, 0) if isinstance(check, MatchesCheck) else None
        if fault is not None:
            yield Flaw("checks", index, Severity.ERROR, fault)


@lru_cache(maxsize=1024)
def pattern_fault(regex: str, group: int) -> Phrase | None:
    """Return why a regular expression cannot be used; None: it can.

    Args:
        regex: The expression.
        group: The number of the group that is wanted; 0: none.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of a set that another version may read otherwise
            groups = re.compile(regex).groups
    except (re.error, RecursionError, OverflowError) as error:
        return Phrase("journey", "“{regex}” is no regular expression: {reason}.").of(
            regex=regex[:60], reason=str(error)[:80]
        )
    if not 0 <= group <= groups:
        return Phrase("journey", "“{regex}” has no group {group}.").of(
            regex=regex[:60], group=group
        )
    return None


def _without_header(index: int) -> Callable[[Request], Request]:
    def change(request: Request) -> Request:
        headers = request.headers
        return replace(request, headers=(*headers[:index], *headers[index + 1 :]))

    return change
