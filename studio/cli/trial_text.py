"""A trial as text: what a person reads in a terminal, step by step."""

from collections.abc import Iterator

from studio.plain_text import plain
from studio.trial.comparing import Differences
from studio.trial.difference import Difference, DifferenceKind
from studio.trial.record import CheckState, TrialRecord, TrialState, TriedRequest, TriedStep
from studio.trial.session import said_of

_MARKS = {True: "✓", False: "✗"}
_CHECK_MARKS = {CheckState.PASSED: "✓", CheckState.FAILED: "✗", CheckState.UNKNOWN: "?"}
_UNSAID = frozenset({DifferenceKind.SAME, DifferenceKind.TAKEN, DifferenceKind.NEVER_SENT})
_WIDEST = 46
_SHORT = 60


def _step_head(step: TriedStep) -> str:
    """Return the line of a step."""
    where = f"  (pass {step.pass_number})" if step.pass_number > 1 else ""
    return f"{_MARKS[step.is_passed]} {_short(step.name, _WIDEST)}{where}"


def step_lines(step: TriedStep) -> Iterator[str]:
    """Yield the lines of a step: of each request its status, time, takes and checks."""
    yield _step_head(step)
    for request in step.requests:
        yield from _request_lines(request)


def difference_lines(record: TrialRecord, found: Differences) -> Iterator[str]:
    """Yield what differs from before and means something, request by request."""
    for request in record.requests:
        telling = [it for it in found.get(request.exchange.number, ()) if it.kind not in _UNSAID]
        if telling:
            yield f"⚠ {request.exchange.method} {_short(request.exchange.name, _WIDEST)}"
            yield from map(_difference, telling)


def _request_lines(request: TriedRequest) -> Iterator[str]:
    exchange = request.exchange
    said = f"{exchange.method} {_short(exchange.name, _WIDEST)}"
    status = str(request.status) if request.status else "no answer"
    yield f"    {_MARKS[request.is_passed]} {said:<50} {status:>9} {exchange.response_ms:7.0f} ms"
    if exchange.failure:
        yield f"        {_short(exchange.failure, 300)}"
    for hop in exchange.hops[:-1]:
        yield f"        redirected by {_short(hop.request.address, 200)}"
    for take in request.takes:
        value = "not there" if take.value is None else _short(take.value, _SHORT)
        yield f"        {take.variable} ← {_short(take.place, _SHORT)} = {value}"
    for check in request.checks:
        was = f"   was {_short(check.found, _SHORT)}" if check.found else ""
        yield f"        {_CHECK_MARKS[check.state]} {_short(str(check.text), 120)}{was}"


def ending_lines(record: TrialRecord) -> Iterator[str]:
    """Yield what came of the whole trial."""
    for broken in record.broken:
        yield f"✗ {_short(f'{broken.kind}: {broken.text}', 300)}, {broken.place}"
    for place in record.refused:
        yield f"✗ {_short(place, 200)} is not an allowed target; nothing was sent there."
    if record.state is TrialState.BROKEN:
        yield f"{record.happened} {record.remedy}".strip()
        return
    if record.state is TrialState.CANCELLED:
        yield str(said_of(record))
        return
    yield (
        f"{said_of(record)}: {record.spent_ms / 1000:.1f} s,"
        f" and {record.waited_s:.0f} s of waiting in a run"
    )


def _difference(it: Difference) -> str:
    then = "–" if it.then is None else _short(it.then, _SHORT)
    now = "–" if it.now is None else _short(it.now, _SHORT)
    return f"    {_short(it.name, _SHORT)}: {then} → {now}  {_short(str(it.says), 200)}"


def _short(text: str, longest: int) -> str:
    shown = plain(text[: 2 * longest])
    return shown if len(shown) <= longest else f"{shown[: longest - 1]}…"
