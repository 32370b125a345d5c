"""Finding: in which answers of a recording the values later requests send were issued.

Each value has an anchor, its longest run of letters, digits, `-` and `_`, which no escaping
changes. One pass over each answer splits it into such runs and looks for anchors among them; only
then the whole value is looked for, in every way it may be written.
"""

import html
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote, quote_plus, unquote

from studio.progress import Progress
from studio.recording.exchange import Answer, Exchange

MOST_SIGHTINGS = 3
_MOST_ATTEMPTS = 12
_RUN = re.compile(r"[A-Za-z0-9_-]+")
_IN_RUNS = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-"
_TABLE = bytes(code if code in _IN_RUNS else 32 for code in range(256))
_ESCAPES = re.compile(rb"%[0-9A-Fa-f]{2}|\\(?:u[0-9A-Fa-f]{4}|.)")
_ESCAPE_BEFORE = re.compile(r"(?:%[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\[a-z])\Z")
_COOKIE = re.compile(r"\s*([^=;\s]+)=\s*(\"[^\"]*\"|[^;]*)")
_SET_COOKIE = "set-cookie"


@dataclass(frozen=True, slots=True)
class Sighting:
    """A place at which a value was seen in an answer."""

    exchange: int
    """The one whose request gets this answer: before redirects."""

    answered: int
    """The one whose answer it is: after redirects."""

    part: str
    """`body`, `header`, `cookie` or `address`."""

    name: str
    """Of the header or the cookie."""

    written: str
    """The value as it is written there."""

    at: int = 0
    """Where in the body."""


@dataclass(slots=True)
class Trace:
    """Where a value was seen."""

    value: str
    first_use: int
    spellings: tuple[str, ...]
    sightings: list[Sighting] = field(default_factory=list[Sighting])
    attempts: int = 0

    answers: int = 0
    """In how many answers it seems to be."""

    cookies: int = 0
    """How many of its sightings are cookies."""


def find(
    first_uses: Mapping[str, int],
    exchanges: Sequence[Exchange],
    began: Mapping[int, int],
    progress: Progress,
) -> dict[str, Trace]:
    """Return the values that were in an answer before a request first sent them.

    Args:
        first_uses: Values, each with the number of the exchange that sends it first.
        exchanges: All of the recording, with the texts of their answers.
        began: Exchanges that were redirects' doing, each with the one that began them.
        progress: How far it is.

    Raises:
        CancelledError: It was cancelled.
    """
    traces = {value: Trace(value, use, spellings_of(value)) for value, use in first_uses.items()}
    anchors: dict[bytes, list[Trace]] = {}
    for value, trace in traces.items():
        if anchor := anchor_of(value):
            anchors.setdefault(anchor.encode(), []).append(trace)
    last = {origin: number for number, origin in sorted(began.items())}
    for exchange in exchanges:
        progress.reach(exchange.number / len(exchanges))
        if exchange.answer is not None:
            origin = began.get(exchange.number, exchange.number)
            is_last = last.get(origin, origin) == exchange.number
            _look(exchange, exchange.answer, origin, anchors, is_last=is_last)
    return {value: trace for value, trace in traces.items() if trace.sightings}


def anchor_of(value: str) -> str:
    """Return the longest run in a value that no escaping changes; empty where there is none."""
    return max(_RUN.findall(value), key=len, default="")


def spellings_of(value: str) -> tuple[str, ...]:
    """Return a value in every way an answer may write it, the plain one first."""
    in_json = json.dumps(value)[1:-1]
    slashed = in_json.replace("/", "\\/")
    quoted = quote(value, safe="", errors="replace")
    found = (
        *(
            value,
            slashed,
            in_json,
            html.escape(value),
            quoted,
            quote_plus(value, errors="replace"),
            quote(value, errors="replace"),
        ),
        *(re.sub("%..", lambda it: it[0].lower(), quoted), value.replace("/", "\\u002f")),
        *(
            value.replace("&", "\\u0026"),
            value.replace("+", "\\u002b"),
            value.replace("+", "&#43;"),
        ),
        *(html.escape(value).replace("+", "&#43;"), value.replace("=", "\\u003d")),
        *(value.replace("+", "&#x2B;"), value.replace("=", "&#x3D;").replace("/", "&#x2F;")),
        slashed.replace("+", "\\u002b").replace("=", "\\u003d"),
    )
    return tuple(dict.fromkeys(found))


def place_of(written: str, text: str) -> int:
    """Return where a value stands in a text by itself, in no longer word; -1 where it does not."""
    at = text.find(written)
    while at >= 0:
        end = at + len(written)
        if _is_edge(text, at, written[:1]) and not (
            written[-1:].isalnum() and text[end : end + 1].isalnum()
        ):
            return at
        at = text.find(written, at + 1)
    return -1


def _is_edge(text: str, at: int, first: str) -> bool:
    if not (first.isalnum() and at > 0 and text[at - 1].isalnum()):
        return True
    return _ESCAPE_BEFORE.search(text[max(0, at - 6) : at]) is not None


def decoded_by(written: str, value: str) -> str | None:
    """Return what must be undone to get a value from how it is written; None: nothing known does.

    One of `none`, `html`, `url`, `json`.
    """
    if written == value:
        return "none"
    if html.unescape(written) == value:
        return "html"
    if unquote(written) == value:
        return "url"
    try:
        return "json" if json.loads(f'"{written}"') == value else None
    except ValueError:
        return None


def cookies_of(answer: Answer) -> Iterable[tuple[str, str]]:
    """Return names and values of the cookies an answer sets."""
    lines = (value for name, value in answer.headers if name.lower() == _SET_COOKIE)
    matches = (_COOKIE.match(line) for many in lines for line in many.split("\n"))
    return [(it[1], it[2].strip('"')) for it in matches if it]


def _look(
    exchange: Exchange,
    answer: Answer,
    origin: int,
    anchors: Mapping[bytes, list[Trace]],
    *,
    is_last: bool,
) -> None:
    seen = [*_in_cookies(answer, origin, exchange.number, anchors)]
    if is_last:
        seen += _in_head(exchange, answer, origin, anchors)
        seen += _in_body(answer, origin, exchange.number, anchors)
    for trace in {id(it): it for it in seen}.values():
        trace.answers += 1


def _hits(text: str, anchors: Mapping[bytes, list[Trace]]) -> list[Trace]:
    """Return the values that may be in a text: their anchors are."""
    data = text.encode("utf-8", "replace")
    found = anchors.keys() & set(data.translate(_TABLE).split())
    if b"%" in data or b"\\" in data:
        found |= anchors.keys() & set(_ESCAPES.sub(b" ", data).translate(_TABLE).split())
    return [trace for anchor in found for trace in anchors[anchor]]


def _in_body(
    answer: Answer, origin: int, answered: int, anchors: Mapping[bytes, list[Trace]]
) -> list[Trace]:
    text = answer.text
    hits = _hits(text, anchors) if text else []
    for trace in hits:
        if not _is_wanted(trace, origin):
            continue
        trace.attempts += 1
        places = ((place_of(it, text), it) for it in trace.spellings)
        at, written = min(((at, it) for at, it in places if at >= 0), default=(-1, ""))
        if at >= 0:
            trace.sightings.append(Sighting(origin, answered, "body", "", written, at))
    return hits


def _in_head(
    exchange: Exchange, answer: Answer, origin: int, anchors: Mapping[bytes, list[Trace]]
) -> list[Trace]:
    parts = [("header", name, it) for name, it in answer.headers if name.lower() != _SET_COOKIE]
    if exchange.number != origin:
        parts.append(("address", "", exchange.request.address))
    hits = _hits(" ".join(text for _, _, text in parts), anchors)
    for trace in hits:
        if not _is_wanted(trace, origin):
            continue
        trace.attempts += 1
        for part, name, text in parts:
            written = next((it for it in trace.spellings if place_of(it, text) >= 0), None)
            if written is not None:
                sighting = Sighting(origin, exchange.number, part, name, written)
                trace.sightings.append(sighting)
                break
    return hits


def _in_cookies(
    answer: Answer, origin: int, answered: int, anchors: Mapping[bytes, list[Trace]]
) -> list[Trace]:
    cookies = list(cookies_of(answer))
    hits = _hits(" ".join(value for _, value in cookies), anchors) if cookies else []
    for trace in hits:
        if not _is_wanted(trace, origin):
            continue
        trace.attempts += 1
        for name, text in cookies:
            written = next((it for it in trace.spellings if it == text), None)
            if written is not None:
                trace.cookies += 1
                trace.sightings.append(Sighting(origin, answered, "cookie", name, written))
                break
    return hits


def _is_wanted(trace: Trace, origin: int) -> bool:
    return (
        origin < trace.first_use
        and len(trace.sightings) < MOST_SIGHTINGS
        and trace.attempts < _MOST_ATTEMPTS
    )
