"""One entry of a HAR 1.2 file, as any producer writes it → Exchange."""

import base64
import binascii
import json
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, cast
from urllib.parse import quote_plus, urldefrag

from studio.recording.exchange import (
    Answer,
    Exchange,
    Headers,
    SentRequest,
    header_of,
    media_type_of,
)

Json = Mapping[str, Any]

Beside = Callable[[str], bytes | None]
"""Takes the name of a file beside the HAR file and returns what is in it; None: it is not there."""

_FRACTION = re.compile(r"(\.\d{6})\d+")
_CHARSET = re.compile(r"charset=\"?([\w.:-]+)", re.IGNORECASE)
_TEXTUAL = re.compile(
    r"text/.*|.*[/+](json|xml|javascript|ecmascript|x-www-form-urlencoded|graphql|x-ndjson|soap)"
    r"|application/(x-javascript|xhtml\+xml|graphql-response\+json|problem\+json|csp-report)|"
)
_ESCAPED = re.compile(r"%[0-9A-Fa-f]{2}|\+")


def exchange_of(entry: object, number: int, beside: Beside) -> Exchange:
    """Return an entry as an exchange; whatever it lacks is empty."""
    given = _object(entry)
    return Exchange(
        number=number,
        at_s=time_of(given),
        took_s=max(0.0, _number(given.get("time")) / 1000),
        request=_request_of(_object(given.get("request"))),
        answer=_answer_of(_object(given.get("response")), beside),
        page=_text(given.get("pageref")),
    )


def time_of(entry: Json) -> float:
    """Return when an entry or a page began, in seconds since 1970; 0 where it does not say."""
    said = _FRACTION.sub(r"\1", _text(entry.get("startedDateTime")).strip())
    try:
        found = datetime.fromisoformat(said)
    except ValueError:
        return 0.0
    aware = found if found.tzinfo else found.replace(tzinfo=UTC)
    return (aware - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds()


def _request_of(given: Json) -> SentRequest:
    headers = _headers(given.get("headers"))
    return SentRequest(
        method=_text(given.get("method")).upper() or "GET",
        address=urldefrag(_text(given.get("url"))).url,
        headers=headers,
        body=_body(_object(given.get("postData")), headers),
    )


def _answer_of(given: Json, beside: Beside) -> Answer | None:
    status = int(_number(given.get("status")))
    if status <= 0:
        return None
    content = _object(given.get("content"))
    headers = _headers(given.get("headers"))
    said = _text(content.get("mimeType")) or header_of(headers, "content-type")
    text = _answer_text(content, said, beside)
    size = max(int(_number(content.get("size"))), 0)
    return Answer(
        status=status,
        headers=_with_location(headers, _text(given.get("redirectURL"))),
        text=text,
        media_type=media_type_of(said),
        size_bytes=size,
        is_whole=len(text.encode("utf-8", "replace")) >= size,
    )


def _with_location(headers: Headers, location: str) -> Headers:
    has_one = header_of(headers, "location") or not location
    return headers if has_one else (*headers, ("Location", location))


def _answer_text(content: Json, said: str, beside: Beside) -> str:
    text = _text(content.get("text"))
    if _text(content.get("encoding")).lower() == "base64":
        return _decoded(_unpacked(text), said)
    if not text and (name := _text(content.get("_file"))):
        return _decoded(beside(name) or b"", said)
    return text


def _decoded(data: bytes, said: str) -> str:
    """Return the text in bytes; empty where they are none."""
    charset = _CHARSET.search(said)
    if not charset and not _TEXTUAL.fullmatch(media_type_of(said)):
        return ""
    try:
        return data.decode(charset[1] if charset else "utf-8", "replace")
    except LookupError:
        return data.decode("utf-8", "replace")


def _body(post: Json, headers: Headers) -> bytes:
    text = post.get("text")
    if isinstance(text, str) and text:
        if _text(post.get("encoding")).lower() == "base64":
            return _unpacked(text)
        return _encoded(text, headers)
    pairs = [(_text(it.get("name")), _text(it.get("value"))) for it in _objects(post.get("params"))]
    return _form(pairs, headers) if pairs else b""


def _encoded(text: str, headers: Headers) -> bytes:
    """Return a body as bytes: some producers write each byte as one character."""
    data = text.encode("utf-8", "surrogatepass")
    length = header_of(headers, "content-length")
    if length.isdecimal() and len(data) != int(length) == len(text) and max(text) <= "\xff":
        return text.encode("latin-1")
    return data


def _form(pairs: list[tuple[str, str]], headers: Headers) -> bytes:
    """Return a form's fields as its body.

    Producers give them decoded or as they were sent; the length that was sent says which.
    """
    as_sent = "&".join(f"{name}={value}" for name, value in pairs)
    encoded = "&".join(f"{quote_plus(name)}={quote_plus(value)}" for name, value in pairs)
    length = header_of(headers, "content-length")
    if length == str(len(as_sent.encode())):
        return as_sent.encode()
    if length == str(len(encoded)):
        return encoded.encode()
    is_sent = all(
        _ESCAPED.search(value) or value == quote_plus(value) for _, value in pairs
    ) and any(_ESCAPED.search(value) for _, value in pairs)
    return (as_sent if is_sent else encoded).encode()


def _unpacked(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=False)
    except (binascii.Error, ValueError):
        return text.encode("utf-8", "replace")


def _headers(given: object) -> Headers:
    pairs = ((_text(it.get("name")), _text(it.get("value"))) for it in _objects(given))
    return tuple((name, value) for name, value in pairs if name and not name.startswith(":"))


def _object(given: object) -> Json:
    return cast("Json", given) if isinstance(given, dict) else {}


def _objects(given: object) -> list[Json]:
    items = cast("list[object]", given) if isinstance(given, list) else []
    return [_object(item) for item in items]


def _number(given: object) -> float:
    if isinstance(given, bool) or not isinstance(given, int | float | str):
        return 0.0
    try:
        found = float(given)
    except ValueError:
        return 0.0
    return found if abs(found) < 1e15 else 0.0  # noqa: PLR2004  # nor NaN


def _text(given: object) -> str:
    if given is None:
        return ""
    return given if isinstance(given, str) else json.dumps(given, ensure_ascii=False)
