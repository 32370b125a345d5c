"""Recordings without what was answered: small enough to stay in memory."""

import sys
from collections.abc import Iterable
from dataclasses import replace

from studio.progress import Progress
from studio.recording.exchange import Exchange, Headers, Recording


def without_texts(recording: Recording, progress: Progress) -> tuple[Exchange, ...]:
    """Return the exchanges of a recording without the texts of their answers.

    Raises:
        CancelledError: It was cancelled.
    """
    return tuple(_slim(recording, progress))


def _slim(recording: Recording, progress: Progress) -> Iterable[Exchange]:
    count = len(recording.exchanges)
    for exchange in recording.exchanges:
        progress.reach(exchange.number / count)
        request, answer = exchange.request, exchange.answer
        yield replace(
            exchange,
            request=replace(request, headers=_shared(request.headers)),
            answer=answer and replace(answer, text="", headers=_shared(answer.headers)),
        )


def _shared(headers: Headers) -> Headers:
    """Return equal headers, whose texts are in memory once however often they come."""
    return tuple((sys.intern(name), sys.intern(value)) for name, value in headers)
