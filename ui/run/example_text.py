"""A kept exchange as text: its request and its answer, as they went over the wire."""

import json
from collections.abc import Sequence

from studio.measurement.example import Body, BodyKind, Example
from studio.phrase import Phrase
from studio.plain_text import plain
from ui.bridge.language import Say
from ui.widget.figures import clock, count, milliseconds

_LINES = "\n\t"


def headline(example: Example, say: Say) -> str:
    """Return when an exchange was, how long it took, who sent it, and what was said of it."""
    facts = say(
        Phrase("run", "at {moment} · {time} · {worker}").of(
            moment=clock(example.at_s),
            time=milliseconds(example.response_time_ms),
            worker=example.worker,
        )
    )
    return f"{facts} · {plain(example.said)}" if example.said else facts


def request_text(example: Example, say: Say) -> str:
    """Return a request line, headers and body."""
    request = example.request
    head = f"{request.method} {request.address}"
    return _message(head, request.headers, request.body, say)


def answer_text(example: Example, say: Say) -> str:
    """Return a status, headers and body."""
    answer = example.answer
    if answer is None:
        return say(Phrase("run", "No answer came."))
    head = f"HTTP {answer.status}"
    if answer.came_from:
        head += "\n" + say(Phrase("run", "from {address}").of(address=answer.came_from))
    return _message(head, answer.headers, answer.body, say)


def whole_text(example: Example, say: Say) -> str:
    """Return request and answer, for the clipboard."""
    return f"{request_text(example, say)}\n\n{answer_text(example, say)}\n"


def _message(head: str, headers: Sequence[tuple[str, str]], body: Body, say: Say) -> str:
    lines = [plain(head, keep="\n"), *(plain(f"{name}: {value}") for name, value in headers)]
    if body.text:
        lines += ["", plain(_readable(body), keep=_LINES)]
    if body.kind in (BodyKind.CUT, BodyKind.BINARY, BodyKind.UNREAD):
        lines += ["", say(_missing(body))]
    return "\n".join(lines)


def _readable(body: Body) -> str:
    """Return a body, JSON with one value a line."""
    if body.kind is not BodyKind.WHOLE or body.text[:1] not in ("{", "["):
        return body.text.replace("\r\n", "\n")
    try:
        return json.dumps(json.loads(body.text), indent=2, ensure_ascii=False)
    except (ValueError, RecursionError):
        return body.text


def _missing(body: Body) -> Phrase:
    size = count(body.size_bytes)
    match body.kind:
        case BodyKind.BINARY:
            return Phrase("run", "({size} bytes that are no text)").of(size=size)
        case BodyKind.UNREAD:
            return Phrase("run", "(The body was not read.)")
        case _:
            return Phrase("run", "(The rest of {size} bytes was not kept.)").of(size=size)
