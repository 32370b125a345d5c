"""SentValue: a value a recorded request sends, with the slot it stands in."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import unquote, unquote_plus

from studio.journey.auth import BasicAuth, BearerAuth, KeyAuth, NoAuth
from studio.journey.body import (
    Body,
    FieldPart,
    FileBody,
    FormBody,
    GraphqlBody,
    JsonBody,
    NoBody,
    PartsBody,
    RawBody,
)
from studio.journey.request import Request
from studio.journey.slots import JsonNumber
from studio.journey.suggestion import Slot
from studio.journey.template import Text

_SKIPPED_HEADERS = re.compile(
    r"accept.*|user-agent|content-type|origin|referer|if-none-match|if-modified-since|sec-.*"
    r"|traceparent|tracestate|baggage|x-b3-.*|x-(amzn-)?(trace|request|correlation)-id|x-cloud-trace.*"
    r"|sentry-trace|newrelic|x-datadog-.*|x-requested-with|content-(encoding|language|disposition)"
    r"|range|date|from|te|via|x-forwarded-.*",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9_-]{1,20}) +(\S+)")
_PAIR = re.compile(r"(?<![^?&;])([^=&?;#\s]{1,100})=([^&;#\s]*)")
_IN_MARKUP = re.compile(
    r"<(?:[\w.-]+:)?([\w.-]{1,80})(?:\s[^<>]*)?>\s*([^<>\s]{2,})\s*</"
    r"|\b(?:[\w.-]+:)?([\w.-]{1,80})\s*=\s*[\"']([^\"'\s<>]{2,})[\"']"
)
_ADDRESS = re.compile(r"https?://[^/?#]+(/[^?#]*)?")
_MOST_LEAVES = 5_000
_LONGEST = 300_000
_SHORTEST_INNER = 4
"""Within a text, less could not be told from what stands round it."""


@dataclass(frozen=True, slots=True)
class SentValue:
    """A value a request sends."""

    value: str
    """As the server understands it."""

    slot: Slot

    written: str
    """As it stands in the slot: the part of its text that is replaced; empty: all of it."""

    name: str
    """What it is called there, or stands behind: `csrf`, of a path the segment before it."""


def sent_values(request: Request) -> Iterator[SentValue]:
    """Yield the values a request sends, each with its slot; of a built request all are literal.

    Cookies are none of them: they belong to the client's jar.
    """
    yield from _in_path(request)
    for field in request.query:
        yield from _in_text(request, "query", field.name, field.value, unquote_plus)
    for name, text in request.headers:
        if not _SKIPPED_HEADERS.fullmatch(name):
            yield from _in_header(request, name, text)
    yield from _in_auth(request)
    yield from _in_body(request, request.body)


def slot_of(request: Request, where: str, name: str) -> Slot:
    """Return a slot of a request that was made from a recording."""
    return Slot(-1 if request.recorded is None else request.recorded, where, name)


def _in_path(request: Request) -> Iterator[SentValue]:
    if not isinstance(request.path, str):
        return
    before = ""
    for number, segment in enumerate(request.path.split("/")[1:]):
        slot = slot_of(request, "path", str(number))
        bare, mark, query = segment.partition("?")
        head, *matrix = bare.split(";")
        if head:
            yield SentValue(unquote(head), slot, head, before)
        for name, _, value in (it.partition("=") for it in matrix):
            yield SentValue(unquote(value), slot, value, name)
        for name, value in _PAIR.findall(query):
            yield SentValue(unquote_plus(value), slot, value, name)
        before = head or before
        if mark:
            return


def _in_text(
    request: Request,
    where: str,
    name: str,
    text: Text,
    decode: Any = str,  # noqa: ANN401
) -> Iterator[SentValue]:
    """Yield the value of a field, and the values that stand within it."""
    if not isinstance(text, str) or not text or len(text) > _LONGEST:
        return
    slot = slot_of(request, where, name)
    value = decode(text)
    yield SentValue(value, slot, "", name)
    for inner, inner_name in _within(value):
        if len(inner) < _SHORTEST_INNER:
            continue
        for written in dict.fromkeys((inner, inner.replace("%", "%25"))):
            if written in text and written != text:
                yield SentValue(unquote(inner), slot, written, inner_name)
                break


def _within(value: str) -> Iterator[tuple[str, str]]:
    """Yield the values that stand in an address or in JSON, as they are written there."""
    if value[:1] in "{[":
        for pointer, leaf in json_leaves(value):
            yield str(leaf), pointer.rpartition("/")[2]
        return
    address = _ADDRESS.match(value)
    if address is not None or (value.startswith("/") and "?" in value):
        before = ""
        for segment in (address[1] or "" if address else value.partition("?")[0]).split("/"):
            if segment:
                yield segment, before
            before = segment
        for name, inner in _PAIR.findall(value.partition("?")[2]):
            yield inner, name


def _in_header(request: Request, name: str, text: Text) -> Iterator[SentValue]:
    scheme = _SCHEME.fullmatch(text) if isinstance(text, str) else None
    if scheme is not None:
        yield SentValue(scheme[2], slot_of(request, "header", name), scheme[2], name)
    else:
        yield from _in_text(request, "header", name, text)


def _in_auth(request: Request) -> Iterator[SentValue]:
    match request.auth:
        case None | NoAuth():
            pass
        case BearerAuth(token):
            yield from _in_text(request, "auth", "token", token)
        case BasicAuth(user, password):
            yield from _in_text(request, "auth", "user", user)
            yield from _in_text(request, "auth", "password", password)
        case KeyAuth(name=name, value=value):
            yield from _in_text(request, "auth", name, value)


def _in_body(request: Request, body: Body) -> Iterator[SentValue]:
    match body:
        case FormBody(fields):
            for name, text in fields:
                yield from _in_text(request, "form", name, text)
        case JsonBody(text=text) | GraphqlBody(variables=text):
            yield from _in_json(request, text)
        case RawBody(text=text):
            yield from _in_raw(request, text)
        case PartsBody(parts):
            for part in (it for it in parts if isinstance(it, FieldPart)):
                yield from _in_text(request, "part", part.name, part.text)
        case NoBody() | FileBody():
            pass


def _in_json(request: Request, text: str) -> Iterator[SentValue]:
    for pointer, leaf in json_leaves(text):
        slot = slot_of(request, "json", pointer)
        yield SentValue(str(leaf), slot, "", _last_name(pointer))
        if not isinstance(leaf, JsonNumber):
            inner = (it for it in _within(leaf) if it[0] != leaf and len(it[0]) >= _SHORTEST_INNER)
            yield from (SentValue(unquote(it), slot, it, name) for it, name in inner)


def _in_raw(request: Request, text: Text) -> Iterator[SentValue]:
    if not isinstance(text, str) or len(text) > _LONGEST:
        return
    slot = slot_of(request, "text", "")
    if text.lstrip()[:1] == "<":
        for found in _IN_MARKUP.finditer(text):
            name, value = (found[1], found[2]) if found[2] else (found[3], found[4])
            yield SentValue(html.unescape(value), slot, value, name)
    for inner, name in _within(text.strip()) if text.lstrip()[:1] in "{[" else ():
        if inner in text and len(inner) >= _SHORTEST_INNER:
            yield SentValue(inner, slot, inner, name)


def json_leaves(text: str) -> Iterator[tuple[str, str]]:
    """Yield the texts and numbers in a JSON text, each with its pointer; numbers as written."""
    try:
        value: Any = json.loads(text, parse_int=JsonNumber, parse_float=JsonNumber)
    except (ValueError, RecursionError):
        return
    stack: list[tuple[str, Any]] = [("", value)]
    count = 0
    while stack and count < _MOST_LEAVES:
        pointer, value = stack.pop()
        if isinstance(value, dict):
            items = cast("dict[str, Any]", value).items()
            inner = [(f"{pointer}/{_escaped(key)}", it) for key, it in items]
            stack += reversed(inner)
        elif isinstance(value, list):
            found = [(f"{pointer}/{n}", it) for n, it in enumerate(cast("list[Any]", value))]
            stack += reversed(found)
        elif isinstance(value, str):
            count += 1
            yield pointer, value


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


def _last_name(pointer: str) -> str:
    """Return the last name in a pointer that is no index."""
    return next((it for it in reversed(pointer.split("/")) if it and not it.isdecimal()), "")
