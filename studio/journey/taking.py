"""Taking: what a take gets from a recorded answer, as the locustfile will from a live one."""

import html
import json
import re
from typing import Any, cast
from urllib.parse import unquote

from studio.journey.finding import cookies_of
from studio.journey.page_tags import tags_in
from studio.journey.selector import read_selector
from studio.journey.take import (
    AddressPlace,
    AnyItem,
    CookiePlace,
    Decoding,
    ElementPlace,
    FieldPlace,
    HeaderPlace,
    ItemWhere,
    JsonPath,
    JsonPlace,
    JsonStep,
    LinkPlace,
    PatternPlace,
    Take,
)
from studio.recording.exchange import Answer, header_of

_FIELDS = frozenset({"input", "meta", "button", "textarea", "select"})


class _Number(str):
    """A number as it is written."""

    __slots__ = ()


def taken(take: Take, answer: Answer, address: str) -> str | None:
    """Return what a take gets from an answer; None where it is not there.

    Of several items any will do: the first is taken.

    Args:
        take: The take.
        answer: The recorded answer.
        address: Where it came from, after redirects.
    """
    found = _at(take, answer, address)
    return None if found is None else _undone(found, take.decode)


def _at(take: Take, answer: Answer, address: str) -> str | None:
    match take.place:
        case JsonPlace(path):
            return _in_json(answer.text, path)
        case AddressPlace(regex):
            return _group(re.finditer(regex, address), 1, 1)
        case HeaderPlace(name):
            return header_of(answer.headers, name.lower()) or None
        case CookiePlace(name):
            return dict(cookies_of(answer)).get(name)
        case place:
            return _in_page(answer.text, place, take.nth)


def _in_page(
    text: str, place: FieldPlace | ElementPlace | LinkPlace | PatternPlace, nth: int
) -> str | None:
    match place:
        case FieldPlace(name):
            return _field(text, name)
        case PatternPlace(regex, group):
            return _group(re.finditer(regex, text), group, nth)
        case ElementPlace():
            return _element(text, place, nth)
        case LinkPlace(words):
            return _link(text, words)


def _undone(found: str, decode: Decoding) -> str:
    match decode:
        case Decoding.NONE:
            return found
        case Decoding.HTML:
            return html.unescape(found)
        case Decoding.URL:
            return unquote(found)
        case Decoding.JSON:
            try:
                return str(json.loads(f'"{found}"', strict=False))
            except ValueError:
                return found


def parsed(text: str) -> Any:  # noqa: ANN401  # JSON is untyped
    """Return a JSON answer, its numbers as they are written.

    Raises:
        ValueError: It is none.
    """
    return json.loads(text, parse_int=_Number, parse_float=_Number)


def _in_json(text: str, path: JsonPath) -> str | None:
    try:
        value = parsed(text)
    except (ValueError, RecursionError):
        return None
    for step in path:
        value = _inward(value, step)
        if value is None:
            return None
    return str(value) if isinstance(value, str) else None


def _inward(value: Any, step: JsonStep) -> Any:  # noqa: ANN401  # JSON is untyped
    match step:
        case str():
            return cast("dict[str, Any]", value).get(step) if isinstance(value, dict) else None
        case int() | AnyItem() | ItemWhere():
            return _item(cast("list[Any]", value), step) if isinstance(value, list) else None


def _item(items: list[Any], step: int | AnyItem | ItemWhere) -> Any:  # noqa: ANN401
    match step:
        case int():
            return items[step] if -len(items) <= step < len(items) else None
        case AnyItem():
            return next(iter(items), None)
        case ItemWhere(key, wanted):
            objects = (cast("dict[str, Any]", it) for it in items if isinstance(it, dict))
            return next((it for it in objects if it.get(key) == wanted), None)


def _field(text: str, name: str) -> str | None:
    for tag in tags_in(text, html.escape(name)):
        if tag.name in _FIELDS and tag.get("name") == name:
            return tag.get("content") if tag.name == "meta" else tag.get("value")
    return None


def _element(text: str, place: ElementPlace, nth: int) -> str | None:
    selector = read_selector(place.selector)
    tags = [it for it in tags_in(text, place.attribute) if it.fits(selector)]
    if not 0 < nth <= len(tags):
        return None
    if place.attribute:
        return tags[nth - 1].get(place.attribute)
    end = text.find("<", tags[nth - 1].end)
    return html.unescape(text[tags[nth - 1].end : end if end >= 0 else None]).strip()


def _link(text: str, words: str) -> str | None:
    for tag in tags_in(text, "href"):
        end = text.find("</a", tag.end)
        if tag.name == "a" and words in re.sub(r"<[^>]*>", "", text[tag.end : end]):
            return tag.get("href")
    return None


def _group(matches: Any, group: int, nth: int) -> str | None:  # noqa: ANN401
    for number, match in enumerate(matches, start=1):
        if number == nth:
            found: str | None = match[group]
            return found
    return None
