"""A value seen in an answer → the takes that would get it there, the best kind first."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import urlsplit

from studio.journey.finding import Sighting, decoded_by, place_of, spellings_of
from studio.journey.page_tags import Tag, tag_round
from studio.journey.take import (
    AddressPlace,
    CookiePlace,
    Decoding,
    ElementPlace,
    FieldPlace,
    HeaderPlace,
    JsonPath,
    JsonPlace,
    PatternPlace,
    Place,
    Take,
)
from studio.journey.taking import parsed, taken
from studio.recording.exchange import Exchange

HIDDEN_FIELD, COOKIE, ADDRESS, HEADER, JSON = 40, 34, 34, 32, 30
DATA_ATTRIBUTE, LINK, LINK_PATH, PATTERN = 25, 22, 18, 15
"""How much it says for a value that it was found in such a place."""

SOURCES = {
    HIDDEN_FIELD: "hidden field",
    COOKIE: "cookie",
    HEADER: "header",
    JSON: "JSON",
    DATA_ATTRIBUTE: "data attribute",
    LINK: "link",
    LINK_PATH: "path of a link",
    PATTERN: "pattern",
}
_CONTEXTS = (12, 24, 48, 96)
_REGION = 2_000
_WORD_START = re.compile(r"(?<![A-Za-z0-9])(?=[A-Za-z])")
_LOOKS_DYNAMIC = re.compile(r"\d{4,}|[0-9a-fA-F]{12,}")
_FIELD_TAGS = frozenset({"input", "meta", "button", "textarea"})
_LINKS = frozenset({"href", "action", "src", "formaction", "data-url"})
_SIMPLE = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_PLAIN_ID = re.compile(r"[A-Za-z][A-Za-z_-]{0,40}")
_BEFORE_IN_ADDRESS = re.compile(r"(?:[?&;][^=&?;/#]+=|/[^/?#]*/|/)\Z")


@dataclass(frozen=True, slots=True)
class Way:
    """A take that gets a value, and what speaks for it."""

    take: Take
    points: int

    name: str
    """What the value is called there."""

    source: str
    """A word for the kind of place."""


def ways_to_take(
    value: str, sighting: Sighting, exchange: Exchange, dynamic: Collection[str]
) -> Iterator[Way]:
    """Yield the takes that get a value where it was seen; each was tried on the answer.

    Args:
        value: The value.
        sighting: Where it was seen.
        exchange: The one whose answer that is.
        dynamic: Values that are new each time.
    """
    answer = exchange.answer
    if answer is None:
        return
    for way in _ways(value, sighting, exchange, dynamic):
        if taken(way.take, answer, exchange.request.address) == value:
            yield way


def _ways(
    value: str, sighting: Sighting, exchange: Exchange, dynamic: Collection[str]
) -> Iterator[Way]:
    decode = Decoding(decoded_by(sighting.written, value) or "none")
    match sighting.part:
        case "cookie":
            yield _way(CookiePlace(sighting.name), COOKIE, sighting.name, decode, "cookie")
        case "header":
            yield _way(HeaderPlace(sighting.name), HEADER, sighting.name, decode, "header")
        case "address":
            yield from _in_address(sighting.written, exchange.request.address, decode)
        case _:
            text = exchange.answer.text if exchange.answer else ""
            yield from _in_body(value, sighting, text, dynamic, decode)


def _way(place: Place, points: int, name: str, decode: Decoding, source: str) -> Way:
    return Way(Take("value", place, decode=decode), points, name, source)


def _in_address(written: str, address: str, decode: Decoding) -> Iterator[Way]:
    at = place_of(written, address)
    before = _BEFORE_IN_ADDRESS.search(address[:at])
    if before is None or at <= address.find("://") + 2:
        return
    name = "" if before[0].startswith("/") else before[0].strip("?&;=")
    yield _way(AddressPlace(f"{re.escape(before[0])}([^/?&;#]+)"), ADDRESS, name, decode, "address")


def _in_body(
    value: str, sighting: Sighting, text: str, dynamic: Collection[str], decode: Decoding
) -> Iterator[Way]:
    if text.lstrip("\ufeff \t\r\n")[:1] in {"{", "["}:
        found = json_way(text, value)
        if found is not None:
            yield found
            return
    tag = tag_round(text, sighting.at)
    if tag is not None:
        yield from _in_tag(value, tag)
    source, points = "pattern", PATTERN
    name = ""
    if tag is not None and (attribute := _link_of(tag, value)):
        before = attribute[: place_of_any(value, attribute)]
        found = re.search(r"[?&;]([^=&?;/#]+)=\Z", before)
        name = found[1] if found else urlsplit(before).path.strip("/").rpartition("/")[2]
        source, points = ("link", LINK) if found else ("path of a link", LINK_PATH)
    for regex, called in patterns(text, sighting.written, sighting.at, dynamic):
        yield _way(PatternPlace(regex), points, name or called, decode, source)


def json_way(text: str, value: str) -> Way | None:
    """Return the take of a value that stands in a JSON answer by itself, by its shortest path."""
    try:
        whole = parsed(text)
    except (ValueError, RecursionError):
        return None
    wanted = {it: decoded_by(it, value) for it in spellings_of(value)}
    found = [(path, how) for path, how in _paths(whole, wanted) if how is not None]
    if not found:
        return None
    path, how = min(found, key=lambda it: (len(it[0]), sum(isinstance(s, int) for s in it[0])))
    name = next((step for step in reversed(path) if isinstance(step, str)), "")
    return _way(JsonPlace(path), JSON, name, Decoding(how), "JSON")


def _paths(whole: Any, wanted: dict[str, str | None]) -> Iterator[tuple[JsonPath, str | None]]:  # noqa: ANN401
    stack: list[tuple[JsonPath, Any]] = [((), whole)]
    while stack:
        path, value = stack.pop()
        if isinstance(value, dict):
            stack += [((*path, key), it) for key, it in cast("dict[str, Any]", value).items()]
        elif isinstance(value, list):
            stack += [((*path, n), it) for n, it in enumerate(cast("list[Any]", value))]
        elif isinstance(value, str) and value in wanted and path:
            yield path, wanted[value]


def _in_tag(value: str, tag: Tag) -> Iterator[Way]:
    name = tag.get("name")
    holder = "content" if tag.name == "meta" else "value"
    if tag.name in _FIELD_TAGS and name and tag.get(holder) == value:
        yield _way(FieldPlace(name), HIDDEN_FIELD, name, Decoding.NONE, "hidden field")
    attribute = next((key for key, it in tag.attributes if it == value), None)
    if attribute is None or not _SIMPLE.fullmatch(attribute):
        return
    points = DATA_ATTRIBUTE if attribute.startswith("data-") else LINK
    called = attribute.removeprefix("data-")
    place = ElementPlace(_selector(tag, attribute), attribute)
    yield _way(place, points, called, Decoding.NONE, "data attribute")


def _selector(tag: Tag, attribute: str) -> str:
    own = tag.get("id")
    if own and _PLAIN_ID.fullmatch(own):
        return f"{tag.name}#{own}"
    classes = [it for it in (tag.get("class") or "").split() if _PLAIN_ID.fullmatch(it)]
    return f"{tag.name}{''.join(f'.{it}' for it in classes[:1])}[{attribute}]"


def _link_of(tag: Tag, value: str) -> str:
    """Return the address of a link that holds a value; empty where none does."""
    addresses = (it for key, it in tag.attributes if key in _LINKS)
    return next((it for it in addresses if place_of_any(value, it) >= 0), "")


def place_of_any(value: str, text: str) -> int:
    """Return where a value stands in a text, in whatever way it is written; -1: nowhere."""
    return max((place_of(it, text) for it in spellings_of(value)), default=-1)


def patterns(
    text: str, written: str, at: int, dynamic: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Yield regular expressions whose first match is this place, and what stands before it.

    The context before the value begins at a word and holds no part of another value that is new
    each time.
    """
    end = at + len(written)
    follower = text[end : end + 1]
    if not follower or follower.isalnum():
        group = "([A-Za-z0-9_-]+)"
    else:
        group = f"([^{re.escape(follower)}]+)" if follower not in "\r\n" else r"([^\r\n]+)"
    earliest = _end_of_dynamic(text, at, dynamic)
    for size in _CONTEXTS:
        found = _WORD_START.search(text, max(earliest, at - size), at)
        context = text[found.start() if found else max(earliest, at - size) : at]
        if not context.strip():
            continue
        regex = re.escape(context) + group
        first = re.search(regex, text)
        if first is not None and first[1] == written:
            yield regex, _called(context)
            return


def _end_of_dynamic(text: str, at: int, dynamic: Collection[str]) -> int:
    """Return where the last value that is new each time ends before a place, or looks like one."""
    begin = max(0, at - _REGION)
    region = text[begin:at]
    ends = [0, *(it.end() for it in _LOOKS_DYNAMIC.finditer(region))]
    ends += [place + len(it) for it in dynamic if (place := region.rfind(it)) >= 0]
    return begin + max(ends)


def _called(context: str) -> str:
    """Return the name that stands before a value: of `"csrf": "` it is `csrf`."""
    if context.endswith("/"):
        return ""
    words = re.findall(r"[A-Za-z_][A-Za-z0-9_-]*", context)
    dull = {"value", "content", "var", "let", "const", "window", "type", "string", "xs"}
    return next((it for it in reversed(words) if it.lower() not in dull), "")
