"""A trial held against the recording or the last good trial: what differs, and what that means.

Status, redirect target and title come first, then the values of the body and the headers, each with
a word on what becomes of it: whether the journey takes it, whether a later request still sends the
old one, or whether nobody ever sends it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from studio.engine.trial_messages import TrialBodyKind
from studio.phrase import Phrase
from studio.recording.exchange import Exchange
from studio.trial.answer_leaves import Leaf, leaves_of, title_of
from studio.trial.difference import Difference, DifferenceKind
from studio.trial.record import TrialRecord, TriedRequest

MOST_LINES = 20
_SHORTEST_VALUE = 2
_SHORTEST_WITHIN = 3
_TIME = re.compile(r"\d{4}-\d\d-\d\d|\d\d:\d\d(:\d\d)?|1[5-9]\d{8}(\d{3})?(\.\d+)?")
_ID = re.compile(r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-|[0-9a-fA-F]{16,}|\d+")
_STATUS, _ADDRESS, _TITLE = "HTTP status", "page address", "page title"
_SAME, _TAKEN = DifferenceKind.SAME, DifferenceKind.TAKEN


@dataclass(frozen=True, slots=True)
class Before:
    """An answer from before: recorded, or of an earlier trial."""

    status: int
    address: str
    """Where it came from, after all redirects."""

    headers: tuple[tuple[str, str], ...]
    text: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Sent:
    """What a request sent, to be searched for values."""

    request: str
    """Its id within the journey."""

    step: str
    """What its step is called, or its number."""

    text: str


@dataclass(frozen=True, slots=True)
class Known:
    """What the rest of the trial says of the values of one answer."""

    later: tuple[Sent, ...] = ()
    """What was sent after it in this trial."""

    later_before: tuple[Sent, ...] = ()
    """What was sent after it in the recording or the earlier trial."""

    taken: Mapping[str, str] | None = None
    """Values the journey takes from this answer, by variable."""


def recorded(exchange: Exchange, address: str = "") -> Before | None:
    """Return the answer of a recorded exchange; None if there was none.

    Args:
        exchange: The exchange; of a redirect that was followed, the last one.
        address: Where the answer came from, if not from where it was asked for.
    """
    answer = exchange.answer
    if answer is None:
        return None
    address = address or exchange.request.address
    return Before(answer.status, address, answer.headers, answer.text, answer.media_type)


def tried_before(request: TriedRequest) -> Before | None:
    """Return the answer of a request of an earlier trial; None if there was none."""
    answer = request.answer
    if answer is None:
        return None
    body = answer.body
    text = body.text if body.kind is TrialBodyKind.TEXT else ""
    media_type = body.type.partition(";")[0].strip().lower()
    return Before(answer.status, request.address, answer.headers, text, media_type)


def sent_by(record: TrialRecord) -> tuple[Sent, ...]:
    """Return what a trial sent, in order."""
    return tuple(
        Sent(request.id, step.name, _sent_text(request))
        for step in record.steps
        for request in step.requests
    )


def known_of(request: TriedRequest, now: TrialRecord, before: Sequence[Sent] = ()) -> Known:
    """Return what is known of the values of one answer of a trial.

    Args:
        request: The request whose answer it is.
        now: The trial.
        before: What was sent in the recording or the earlier trial, in order.
    """
    place = next((i for i, it in enumerate(now.requests) if it is request), len(now.requests))
    later = sent_by(now)[place + 1 :]
    places = [i for i, it in enumerate(before) if it.request == request.id]
    later_before = tuple(before[places[-1] + 1 :]) if places else ()
    taken = {it.variable: it.value for it in request.takes if it.value}
    return Known(later, later_before, taken)


def differences(before: Before, request: TriedRequest, known: Known) -> tuple[Difference, ...]:
    """Return the lines in which an answer is held against one from before.

    Another status, address or title comes first, the same ones last. Where there are too many lines
    those that say “the same” are left out.
    """
    now = tried_before(request)
    if now is None:
        return (_missing_answer(before),)
    outcome = list(_outcome(before, now))
    lines = [
        *(it for it in outcome if it.kind is not _SAME),
        *_values(before, now, known),
        *(it for it in outcome if it.kind is _SAME),
    ]
    telling = [it for it in lines if it.kind is not _SAME]
    the_same = [it for it in lines if it.kind is _SAME]
    kept = {id(it) for it in [*telling, *the_same][:MOST_LINES]}
    return tuple(it for it in lines if id(it) in kept)


def _missing_answer(before: Before) -> Difference:
    says = Phrase("trial", "no answer came this time")
    return Difference(_STATUS, str(before.status), None, DifferenceKind.OUTCOME, says)


def _outcome(before: Before, now: Before) -> Iterator[Difference]:
    pairs = (
        (_STATUS, str(before.status), str(now.status)),
        (_ADDRESS, _where(before.address), _where(now.address)),
        (_TITLE, _title(before), _title(now)),
    )
    for name, then, it in pairs:
        if then == it:
            if name == _STATUS or (name == _TITLE and then):
                yield Difference(name, then, it, _SAME, Phrase("trial", "the same"))
        elif name != _ADDRESS or not _differs_by_digits(then, it):
            yield Difference(name, then, it, DifferenceKind.OUTCOME, _outcome_says(name))


def _outcome_says(name: str) -> Phrase:
    match name:
        case "HTTP status":
            return Phrase("trial", "another status: this is not the answer from before")
        case "page address":
            return Phrase("trial", "led to another page")
        case _:
            return Phrase("trial", "another page title")


def _title(answer: Before) -> str:
    return title_of(answer.text, answer.media_type)


def _where(address: str) -> str:
    """Return the path of an address; the host is the target's own matter."""
    return urlsplit(address).path or "/"


def _differs_by_digits(then: str, now: str) -> bool:
    """Return whether two paths are the same but for ids in them."""
    return re.sub(r"[0-9a-fA-F-]{6,}|\d+", "#", then) == re.sub(r"[0-9a-fA-F-]{6,}|\d+", "#", now)


def _values(before: Before, now: Before, known: Known) -> Iterator[Difference]:
    then = {it.name: it for it in leaves_of(before.text, before.media_type, before.headers)}
    found = {it.name: it for it in leaves_of(now.text, now.media_type, now.headers)}
    for name in dict.fromkeys((*found, *then)):
        line = _line(then.get(name), found.get(name), known)
        if line is not None:
            yield line


def _line(then: Leaf | None, now: Leaf | None, known: Known) -> Difference | None:
    if now is None:
        return None if then is None else _line_missing(then)
    if then is None:
        says = Phrase("trial", "new: it was not there before")
        is_header = now.name.endswith(":")
        kind = DifferenceKind.SHAPE
        return None if is_header else Difference(now.name, None, now.shown, kind, says)
    if then.value == now.value and then.kind == now.kind:
        if now.name.endswith(":"):
            return None
        return Difference(now.name, then.shown, now.shown, _SAME, Phrase("trial", "the same"))
    if then.kind != now.kind:
        says = Phrase("trial", "another kind of value: {then} before, {now} now")
        says = says.of(then=then.kind, now=now.kind)
        return Difference(now.name, then.shown, now.shown, DifferenceKind.SHAPE, says)
    return _line_changed(then, now, known)


def _line_missing(then: Leaf) -> Difference | None:
    if then.name.endswith(":"):
        return None
    says = Phrase("trial", "missing: it was there before")
    return Difference(then.name, then.shown, None, DifferenceKind.MISSING, says)


def _line_changed(then: Leaf, now: Leaf, known: Known) -> Difference:
    pair = now.name, then.shown, now.shown
    for variable, value in (known.taken or {}).items():
        if value == now.value:
            return Difference(*pair, _TAKEN, _taken_says(variable, now.value, known))
        if len(value) >= _SHORTEST_WITHIN and value in now.value:
            says = Phrase("trial", "contains {variable}").of(variable=variable)
            return Difference(*pair, _TAKEN, says)
    still = _senders(then.value, known.later)
    if still:
        says = Phrase("trial", "new at each visit, and {step} sends the old one")
        return Difference(
            *pair,
            DifferenceKind.SENT_LATER,
            says.of(step=still[0].step),
            now.place,
            tuple(dict.fromkeys(it.request for it in still if it.request)),
        )
    if _senders(now.value, known.later):
        says = Phrase("trial", "new at each visit, and sent back by itself")
        return Difference(*pair, _TAKEN, says)
    if senders := _senders(then.value, known.later_before):
        says = Phrase("trial", "new at each visit, and {step} sent it back then")
        uses = tuple(dict.fromkeys(it.request for it in senders if it.request))
        kind = DifferenceKind.SENT_LATER
        return Difference(*pair, kind, says.of(step=senders[0].step), now.place, uses)
    return Difference(*pair, DifferenceKind.NEVER_SENT, _never_says(now.value))


def _taken_says(variable: str, value: str, known: Known) -> Phrase:
    users = _senders(value, known.later)
    if users:
        says = Phrase("trial", "taken as {variable}, used in {step}")
        return says.of(variable=variable, step=users[0].step)
    return Phrase("trial", "taken as {variable}").of(variable=variable)


def _never_says(value: str) -> Phrase:
    if _TIME.search(value):
        return Phrase("trial", "a time: left out")
    if _ID.fullmatch(value) or _ID.match(value):
        return Phrase("trial", "a number or id that nobody sends: left out")
    return Phrase("trial", "another value that nobody sends: left out")


def _senders(value: str, sent: Sequence[Sent]) -> list[Sent]:
    """Return the requests that send a value, whole and not as a part of something longer."""
    if len(value) < _SHORTEST_VALUE:
        return []
    whole = re.compile(rf"(?<![A-Za-z0-9]){re.escape(value)}(?![A-Za-z0-9])")
    return [it for it in sent if value in it.text and whole.search(it.text)]


def _sent_text(request: TriedRequest) -> str:
    """Return all that a request sent, as it is and with its escapes undone; cookies excepted."""
    if not request.exchange.hops:
        return ""
    sent = request.exchange.hops[0].request
    headers = " \n".join(value for name, value in sent.headers if name.lower() != "cookie")
    parts = f"{urlsplit(sent.address).path} {urlsplit(sent.address).query}\n{sent.body.text}"
    return f"{parts}\n{unquote(parts.replace('+', ' '))}\n{headers}"
