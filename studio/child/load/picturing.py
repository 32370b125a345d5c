"""RUNS IN A CHILD PROCESS. A caught exchange → one that may be kept: redacted, and not long."""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from studio.child.load.raw_exchange import LONGEST_BODY, RawBody, RawExchange
from studio.measurement.example import (
    LONGEST_EXAMPLE_BYTES,
    Body,
    BodyKind,
    Example,
    KeptAnswer,
    KeptRequest,
)
from studio.recording.redaction import Headers, Redactor
from studio.typed_json import write

_BODY_SIZES = (32 << 10, 16 << 10, 8 << 10, 4 << 10, 1 << 10, 0)
"""Characters that are kept of each body: the first with which an example is short enough."""

_FEWEST_HEADERS = 10
_SHORT_TEXT = 200
_CHARSET = re.compile(r"charset=[\"']?([\w-]{1,40})", re.IGNORECASE)
_LONGEST_CHARACTER = 4
"""Bytes of UTF-8, one of which may be cut at the end of a beginning."""


def picture(raw: RawExchange, redactor: Redactor) -> tuple[KeptRequest, KeptAnswer | None]:
    """Return an exchange with its secrets struck out."""
    address, came_from = redactor.address(raw.address), redactor.address(raw.came_from)
    headers = redactor.headers(raw.headers)
    answer_headers = redactor.headers(raw.answer_headers)
    body = _body(raw.body, _media_type(raw.headers), redactor)
    answer_body = _body(raw.answer_body, _media_type(raw.answer_headers), redactor)

    # Once more: a secret may have been found out after a text that holds it was done.
    again = redactor.again
    headers, answer_headers = _headers(headers, again), _headers(answer_headers, again)
    body = replace(body, text=again(body.text))
    answer_body = replace(answer_body, text=again(answer_body.text))
    request = KeptRequest(raw.method, again(address), headers, body)
    if not raw.status:
        return request, None
    return request, KeptAnswer(raw.status, answer_headers, answer_body, again(came_from))


def fit(example: Example) -> Example:
    """Return an example whose bodies are cut until it is as short as examples have to be."""
    for size in _BODY_SIZES:
        cut = _with_bodies(example, size)
        if len(json.dumps(write(cut))) <= LONGEST_EXAMPLE_BYTES:
            return cut
    return _with_bodies(_with_short_heads(example), 0)


def decode(data: bytes, media_type: str, *, is_whole: bool) -> str | None:
    """Return the text that bytes are, or None if they are none."""
    if b"\x00" in data:
        return None
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        if not is_whole and error.start >= len(data) - _LONGEST_CHARACTER:
            return data[: error.start].decode()
    named = _CHARSET.search(media_type)
    charset = named[1] if named else "latin-1" if media_type.startswith("text/") else "utf-8"
    try:
        return data.decode(charset)
    except (LookupError, ValueError):
        return None


def _body(raw: RawBody, media_type: str, redactor: Redactor) -> Body:
    if raw.data is None:
        return Body(BodyKind.UNREAD)
    if not raw.data:
        return Body()
    is_whole = raw.size_bytes <= LONGEST_BODY
    text = decode(raw.data, media_type, is_whole=is_whole)
    if text is None:
        return Body(BodyKind.BINARY, size_bytes=raw.size_bytes)
    kind = BodyKind.WHOLE if is_whole else BodyKind.CUT
    return Body(kind, redactor.body(text, media_type), raw.size_bytes)


def _headers(headers: Headers, change: Callable[[str], str]) -> Headers:
    return tuple((name, change(value)) for name, value in headers)


def _media_type(headers: Iterable[tuple[str, str]]) -> str:
    return next((value for name, value in headers if name.lower() == "content-type"), "").lower()


def _with_short_heads(example: Example) -> Example:
    """Return an example without most of what somebody made very long."""

    def short(headers: Headers) -> Headers:
        pairs = headers[:_FEWEST_HEADERS]
        return tuple((name[:_SHORT_TEXT], value[:_SHORT_TEXT]) for name, value in pairs)

    request, answer = example.request, example.answer
    request = replace(
        request, address=request.address[:_SHORT_TEXT], headers=short(request.headers)
    )
    if answer is not None:
        came_from = answer.came_from[:_SHORT_TEXT]
        answer = replace(answer, headers=short(answer.headers), came_from=came_from)
    return replace(example, request=request, answer=answer, said=example.said[:_SHORT_TEXT])


def _with_bodies(example: Example, size: int) -> Example:
    request = replace(example.request, body=_shorter(example.request.body, size))
    answer = example.answer
    if answer is not None:
        answer = replace(answer, body=_shorter(answer.body, size))
    return replace(example, request=request, answer=answer)


def _shorter(body: Body, size: int) -> Body:
    if len(body.text) <= size:
        return body
    return Body(BodyKind.CUT, body.text[:size], body.size_bytes)
