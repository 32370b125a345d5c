"""An answer → the values in it that can be held against another's, each with its place."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from studio.journey.json_path import json_path_text
from studio.journey.take import FieldPlace, HeaderPlace, JsonPlace, JsonStep, Place

DEEPEST = 5
_MOST_ITEMS = 3
"""Of a list so many items are looked at."""

_MOST_LEAVES = 400
_LONGEST_READ = 1 << 20
_LONGEST = 300

SKIPPED = frozenset(
    {
        *("date", "etag", "expires", "last-modified", "age", "content-length", "content-encoding"),
        *("connection", "keep-alive", "server", "via", "vary", "set-cookie", "transfer-encoding"),
        *("x-request-id", "x-correlation-id", "x-trace-id", "traceparent", "tracestate", "cf-ray"),
        *("x-amzn-trace-id", "x-amzn-requestid", "x-b3-traceid", "x-b3-spanid", "x-runtime"),
        *("report-to", "nel", "server-timing", "x-served-by", "x-timer", "x-cache", "alt-svc"),
        *("retry-after", "x-response-time", "cf-cache-status", "accept-ranges", "location"),
        *("content-security-policy", "request_id", "trace_id", "requestid", "traceid", "span_id"),
    }
)
"""Headers and keys of JSON that differ at each visit and mean nothing: times, traces, limits."""

_LIMITS = ("x-ratelimit", "ratelimit", "x-rate-limit")
_FIELD = re.compile(r"<(?:input|meta)\b[^<>]{0,2000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"([\w:-]{1,40})\s{0,5}=\s{0,5}(?:\"([^\"<>]*)\"|'([^'<>]*)'|([^\s\"'<>]+))"
)
_TITLE = re.compile(r"<title[^<>]{0,200}>([^<]{0,500})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value in an answer."""

    name: str
    shown: str
    """As it is written; capped."""

    value: str
    """Without quotes; whole."""

    kind: str
    """What kind of value it is: text, number, list, …."""

    place: Place


def leaves_of(text: str, media_type: str, headers: tuple[tuple[str, str], ...]) -> list[Leaf]:
    """Return the values of an answer, in the order they stand there: its body, then its headers."""
    body = _body(text, media_type)
    return [*body, *_headers(headers)][:_MOST_LEAVES]


def title_of(text: str, media_type: str) -> str:
    """Return the title of a page; empty if it has none."""
    if "html" not in media_type:
        return ""
    found = _TITLE.search(text[:_LONGEST_READ])
    return html.unescape(" ".join(found[1].split())) if found else ""


def is_skipped(name: str) -> bool:
    """Return whether a header or key is none that anybody looks at."""
    return name.lower() in SKIPPED or name.lower().startswith(_LIMITS)


def _body(text: str, media_type: str) -> list[Leaf]:
    if "json" in media_type or text.lstrip()[:1] in ("{", "["):
        try:
            value = json.loads(text[:_LONGEST_READ])
        except (ValueError, RecursionError):
            return []
        return list(_json(value, ()))
    if "html" in media_type or "xml" in media_type:
        return list(_fields(text[:_LONGEST_READ]))
    return []


def _json(value: Any, path: tuple[JsonStep, ...]) -> Iterator[Leaf]:  # noqa: ANN401
    if isinstance(value, dict) and len(path) < DEEPEST:
        for key, within in cast("dict[str, Any]", value).items():
            if not is_skipped(str(key)):
                yield from _json(within, (*path, str(key)))
    elif isinstance(value, list) and len(path) < DEEPEST:
        for index, within in enumerate(cast("list[Any]", value)[:_MOST_ITEMS]):
            yield from _json(within, (*path, index))
    else:
        shown = json.dumps(value, ensure_ascii=False)
        plain = value if isinstance(value, str) else shown
        name = json_path_text(path)[1:].removeprefix(".") or "$"
        yield Leaf(name, shown[:_LONGEST], plain, _kind(cast("object", value)), JsonPlace(path))


def _kind(value: object) -> str:
    match value:
        case bool():
            return "yes or no"
        case int() | float():
            return "number"
        case str():
            return "text"
        case list():
            return "list"
        case None:
            return "null"
        case _:
            return "object"


def _fields(page: str) -> Iterator[Leaf]:
    """Yield the fields of forms and the meta tags of a page that have a name and a value."""
    for tag in _FIELD.finditer(page):
        found = {
            name.lower(): html.unescape(double or single or bare)
            for name, double, single, bare in _ATTRIBUTE.findall(tag[0])
        }
        name, value = found.get("name", ""), found.get("value", found.get("content", ""))
        if name and value and name != "viewport":
            yield Leaf(name, json.dumps(value, ensure_ascii=False)[:_LONGEST], value, "text",
                       FieldPlace(name))  # fmt: skip


def _headers(headers: tuple[tuple[str, str], ...]) -> Iterator[Leaf]:
    for name, value in headers:
        if not is_skipped(name):
            yield Leaf(f"{name}:", value[:_LONGEST], value, "text", HeaderPlace(name))
