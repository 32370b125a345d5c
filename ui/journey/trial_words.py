"""A trial in words: how it stands, what each request was, what it knew, and its bodies as text."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QDateTime, QLocale, Qt

from studio.engine.trial_messages import Pairs, TrialBody
from studio.phrase import Phrase
from studio.plain_text import plain
from studio.trial.record import CheckState, TrialRecord, TrialState, TriedRequest
from studio.trial.session import said_of
from studio.trial.shown_body import ShownBody, ShownKind, shown_body
from ui.bridge.language import Say
from ui.journey.said import said
from ui.widget.figures import count, milliseconds

_MARKS = {CheckState.PASSED: "✓", CheckState.FAILED: "✗", CheckState.UNKNOWN: "?"}
_LONGEST = 2000
_LINES = "\n\t"


def facts_of(record: TrialRecord, say: Say) -> str:
    """Return the line of facts beside the title of a trial."""
    is_told_below = record.state is TrialState.BROKEN and not record.requests
    parts = [] if is_told_below else [said(said_of(record), say)]
    if record.state in (TrialState.PASSED, TrialState.FAILED):
        spent = Phrase("journey", "{spent} s and {waited} s of waiting in a run").of(
            spent=f"{record.spent_ms / 1000:.1f}", waited=f"{record.waited_s:.0f}"
        )
        parts.append(say(spent))
        if record.passes > 1:
            passes = Phrase("journey", "%n pass(es), for all ways of its choices", "", 1)
            parts.append(say(passes.of(n=record.passes)))
        if record.quiet_steps:
            quiet = Phrase("journey", "%n step(s) before walked without being shown", "", 1)
            parts.append(say(quiet.of(n=record.quiet_steps)))
    if record.tried_at:
        parts.append(moment_of(record.tried_at))
    return " · ".join(parts)


def moment_of(iso: str) -> str:
    """Return when something was, as short as it can be told: the time today, else the day."""
    at = QDateTime.fromString(iso, Qt.DateFormat.ISODate).toLocalTime()
    if not at.isValid():
        return ""
    if at.date() == QDateTime.currentDateTime().date():
        return QLocale().toString(at.time(), "HH:mm")
    return QLocale().toString(at.date(), "d MMM")


def headline_of(request: TriedRequest, step: str, say: Say) -> str:
    """Return which request this is, and how it went."""
    exchange = request.exchange
    parts = [plain(step)[:_LONGEST]] if step else []
    parts.append(plain(f"{exchange.method} {exchange.name}")[:_LONGEST])
    no_answer = Phrase("journey", "no answer")
    parts.append(str(request.status) if request.status else say(no_answer))
    parts.append(milliseconds(exchange.response_ms))
    head_ms = exchange.hops[-1].head_ms if exchange.hops else None
    if head_ms is not None:
        head = Phrase("journey", "first byte after {time}").of(time=milliseconds(head_ms))
        parts.append(say(head))
    redirects = len(exchange.hops) - 1
    if redirects > 0:
        parts.append(say(Phrase("journey", "%n redirect(s)", "", 1).of(n=redirects)))
    return " · ".join(parts)


def request_text(request: TriedRequest, say: Say) -> str:
    """Return all that was sent, redirects and all."""
    parts = [
        _message(
            f"{hop.request.method} {hop.request.address}",
            hop.request.headers,
            hop.request.body,
            say,
        )
        for hop in request.exchange.hops
    ]
    if not parts:
        return say(Phrase("journey", "Nothing was sent."))
    if len(parts) == 1:
        return parts[0]
    lines = [parts[0]]
    for hop, part in zip(request.exchange.hops, parts[1:], strict=False):
        status = hop.answer.status if hop.answer else 0
        redirect = Phrase("journey", "redirected by status {status}").of(status=str(status))
        lines += ["", f"── {say(redirect)} ──", "", part]
    return "\n".join(lines)


def answer_text(request: TriedRequest, say: Say) -> str:
    """Return the whole answer, its body laid out."""
    answer = request.answer
    if answer is None:
        return say(Phrase("journey", "No answer came."))
    head = f"HTTP {answer.status}"
    if len(request.exchange.hops) > 1:
        came_from = Phrase("journey", "from {address}").of(address=request.address)
        head += "\n" + said(came_from, say)
    return _message(head, answer.headers, answer.body, say)


def cookies_text(request: TriedRequest, say: Say) -> str:
    """Return the cookies the user held after a request."""
    if not request.exchange.cookies:
        return say(Phrase("journey", "The user holds no cookies."))
    return "\n".join(_pairs(request.exchange.cookies))


def values_text(request: TriedRequest, say: Say) -> str:
    """Return what was taken, what was checked, and all that was known after a request."""
    lines: list[str] = []
    if request.takes:
        lines += [say(Phrase("journey", "Takes")), *_takes(request, say), ""]
    if request.checks:
        lines += [say(Phrase("journey", "Checks")), *_checks(request, say), ""]
    lines.append(say(Phrase("journey", "Variables after it")))
    known = [f"  {line}" for line in _pairs(request.exchange.variables)]
    lines += known or ["  " + say(Phrase("journey", "none"))]
    return "\n".join(lines)


def _takes(request: TriedRequest, say: Say) -> Iterator[str]:
    for take in request.takes:
        missing = say(Phrase("journey", "not there"))
        value = missing if take.value is None else plain(take.value)[:_LONGEST]
        yield f"  {take.variable} ← {plain(take.place)} = {value}"


def _checks(request: TriedRequest, say: Say) -> Iterator[str]:
    for check in request.checks:
        was = Phrase("journey", "was {found}").of(found=check.found)
        found = f"   {said(was, say)}" if check.found else ""
        yield f"  {_MARKS[check.state]} {said(check.text, say)}{found}"


def problem_of(record: TrialRecord, request: TriedRequest | None, say: Say) -> str:
    """Return what is wrong, in a sentence; empty if nothing is."""
    if request is not None and request.exchange.failure:
        return plain(request.exchange.failure)[:_LONGEST]
    if record.state is TrialState.BROKEN:
        return said(record.remedy, say) if record.remedy.text else ""
    if record.broken:
        broken = record.broken[0]
        return plain(f"{broken.kind}: {broken.text} ({broken.place})")[:_LONGEST]
    if record.refused:
        refused = Phrase("journey", "{place} is not an allowed target; nothing was sent there.")
        return said(refused.of(place=record.refused[0]), say)
    return ""


def image_of(request: TriedRequest) -> bytes:
    """Return the image that an answer is; empty if it is none."""
    return shown_body(request.answer.body).image if request.answer else b""


def _message(head: str, headers: Pairs, body: TrialBody, say: Say) -> str:
    shown = shown_body(body)
    lines = [plain(head, keep="\n"), *_pairs(headers)]
    words = [*_body_lines(shown, say), *_said_of_body(shown, body, say)]
    return "\n".join([*lines, "", *words] if words else lines)


def _body_lines(shown: ShownBody, say: Say) -> Iterator[str]:
    if shown.reading:
        yield f"── {say(Phrase('journey', 'Words on the page'))} ──\n{shown.reading}\n"
        yield f"── {say(Phrase('journey', 'Its markup'))} ──"
    if shown.text:
        yield shown.text


def _said_of_body(shown: ShownBody, body: TrialBody, say: Say) -> Iterator[str]:
    size = count(body.size_bytes)
    match shown.kind:
        case ShownKind.UNREAD:
            yield say(Phrase("journey", "(The body was not read.)"))
        case ShownKind.WITHHELD:
            withheld = Phrase("journey", "({size} bytes with a secret in them, not shown)")
            yield say(withheld.of(size=size))
        case ShownKind.IMAGE:
            yield say(Phrase("journey", "(an image of {size} bytes)").of(size=size))
        case _ if shown.is_cut:
            yield say(Phrase("journey", "(The rest of {size} bytes is not shown.)").of(size=size))
        case _:
            pass


def _pairs(pairs: Sequence[tuple[str, str]]) -> list[str]:
    return [plain(f"{name}: {value}", keep="")[:_LONGEST] for name, value in pairs]
