"""What a trial heard → what of it a project may keep: credentials struck out, bodies not long.

The window shows a trial whole, but for the values of known secrets: a token that is wrong can only
be seen if it is shown. A project file goes to other people, so there every credential is replaced
by a stand-in, as in a recording; equal values get equal ones.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from studio.engine.trial_messages import (
    Exchanged,
    GotAnswer,
    Hop,
    Pairs,
    SentRequest,
    TaskBroke,
    TrialBody,
    TrialMessage,
    TrialSaid,
)
from studio.recording.redaction import Redactor
from studio.recording.secret_names import is_secret_name

LONGEST_KEPT = 256 << 10
"""Characters of a body that are kept."""

MOST_KEPT = 8 << 20
"""Characters of all bodies of a trial together; those that come later are left out."""


def kept_messages(messages: Iterable[TrialMessage]) -> list[TrialMessage]:
    """Return what may be kept of a trial, in order."""
    redactor = Redactor()
    first = list(_short(messages))
    done = [_redacted(it, redactor) for it in first]
    return [_again(it, redactor) for it in done]


def _short(messages: Iterable[TrialMessage]) -> Iterator[TrialMessage]:
    room = MOST_KEPT
    for message in messages:
        if not isinstance(message, Exchanged):
            yield message
            continue
        hops: list[Hop] = []
        for hop in message.hops:
            request = replace(hop.request, body=_cut(hop.request.body, room))
            room -= _length(request.body)
            answer = hop.answer
            if answer is not None:
                answer = replace(answer, body=_cut(answer.body, room))
                room -= _length(answer.body)
            hops.append(replace(hop, request=request, answer=answer))
        yield replace(message, hops=tuple(hops))


def _cut(body: TrialBody, room: int) -> TrialBody:
    longest = max(0, min(LONGEST_KEPT, room))
    if _length(body) <= longest:
        return body
    return replace(body, text=body.text[:longest], base64="", is_cut=True)


def _length(body: TrialBody) -> int:
    return len(body.text) + len(body.base64)


def _redacted(message: TrialMessage, redactor: Redactor) -> TrialMessage:
    match message:
        case Exchanged():
            return replace(
                message,
                hops=tuple(_hop(it, redactor) for it in message.hops),
                failure=redactor.text(message.failure),
                variables=_named(message.variables, redactor),
                cookies=tuple((name, redactor.hide(name, it)) for name, it in message.cookies),
            )
        case TaskBroke(text=text, traceback=traceback):
            return replace(message, text=redactor.text(text), traceback=redactor.text(traceback))
        case TrialSaid(text=text):
            return replace(message, text=redactor.text(text))
        case _:
            return message


def _hop(hop: Hop, redactor: Redactor) -> Hop:
    request, answer = hop.request, hop.answer
    if answer is not None:
        headers = redactor.headers(answer.headers)
        answer = GotAnswer(answer.status, headers, _body(answer.body, redactor))
    sent = SentRequest(
        request.method,
        redactor.address(request.address),
        redactor.headers(request.headers),
        _body(request.body, redactor),
    )
    return Hop(sent, answer, hop.head_ms)


def _body(body: TrialBody, redactor: Redactor) -> TrialBody:
    return replace(body, text=redactor.body(body.text, body.type)) if body.text else body


def _named(pairs: Pairs, redactor: Redactor) -> Pairs:
    return tuple(
        (name, redactor.hide(name, value) if value and is_secret_name(name) else value)
        for name, value in pairs
    )


def _again(message: TrialMessage, redactor: Redactor) -> TrialMessage:
    """Strike out what was found to be secret only after its message was done."""
    if not isinstance(message, Exchanged):
        return message
    again = redactor.again

    def pairs(given: Pairs) -> Pairs:
        return tuple((name, again(value)) for name, value in given)

    def body(given: TrialBody) -> TrialBody:
        return replace(given, text=again(given.text)) if given.text else given

    def hop(given: Hop) -> Hop:
        sent, answer = given.request, given.answer
        if answer is not None:
            answer = replace(answer, headers=pairs(answer.headers), body=body(answer.body))
        sent = replace(
            sent, address=again(sent.address), headers=pairs(sent.headers), body=body(sent.body)
        )
        return replace(given, request=sent, answer=answer)

    return replace(
        message,
        hops=tuple(map(hop, message.hops)),
        failure=again(message.failure),
        variables=pairs(message.variables),
    )
