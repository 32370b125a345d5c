"""A recording with its secrets struck out: what may be written."""

from collections.abc import Iterator
from dataclasses import replace

from studio.recording.exchange import Answer, Exchange, Recording, SentRequest
from studio.recording.redaction import Redactor

LONGEST_TEXT = 65_536
"""Of a longer answer, so many characters are kept."""

LONGEST_BODY_BYTES = 65_536
"""Of a longer body that was sent, so much is kept; files are kept with the journey."""


def redacted(recording: Recording) -> Iterator[Exchange]:
    """Yield the exchanges of a recording without secrets, long answers cut.

    A secret has the same stand-in wherever it comes again.
    """
    redactor = Redactor()
    for exchange in recording.exchanges:
        yield replace(
            exchange,
            request=_request(exchange.request, redactor),
            answer=exchange.answer and _answer(exchange.answer, redactor),
        )


def _request(request: SentRequest, redactor: Redactor) -> SentRequest:
    media_type = request.media_type
    body = redactor.body(request.text[:LONGEST_BODY_BYTES], media_type) if request.body else ""
    return SentRequest(
        request.method,
        redactor.address(request.address),
        redactor.headers(request.headers),
        body.encode("utf-8", "replace"),
    )


def _answer(answer: Answer, redactor: Redactor) -> Answer:
    text = answer.text[:LONGEST_TEXT]
    return replace(
        answer,
        headers=redactor.headers(answer.headers),
        text=redactor.body(text, answer.media_type),
        is_whole=answer.is_whole and len(text) == len(answer.text),
    )
