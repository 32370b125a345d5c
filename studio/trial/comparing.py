"""A whole trial held against what there was before: the recording, or the last good trial."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin

from studio.journey.journey import Journey
from studio.journey.node import Step
from studio.journey.walk import nodes_of
from studio.recording.exchange import Exchange, header_of
from studio.trial.difference import Difference
from studio.trial.record import TrialRecord
from studio.trial.replay_diff import (
    Before,
    Sent,
    differences,
    known_of,
    recorded,
    sent_by,
    tried_before,
)

Differences = Mapping[int, tuple[Difference, ...]]
"""By the number of an exchange of the trial; what nothing is known of from before is not there."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A trial held against what there was before."""

    found: Differences
    recorded_on: str = ""
    """The day of the recording it was held against, in UTC, ISO 8601; empty: against none."""

    tried_at: str = ""
    """When the trial was that it was held against; empty: against none."""


NOT_COMPARED = Compared({})
_REDIRECTS = range(300, 400)
_FARTHEST = 40
"""A redirect is followed within so many exchanges, or not by the browser."""


def against_trial(now: TrialRecord, before: TrialRecord) -> Differences:
    """Return what differs from an earlier trial of the same journey, request by request."""
    known = {it.id: it for it in reversed(before.requests) if it.id}
    then = {key: it for key, request in known.items() if (it := tried_before(request)) is not None}
    return _against(now, then, sent_by(before))


def against_recording(
    now: TrialRecord, journey: Journey, exchanges: Sequence[Exchange]
) -> Differences:
    """Return what differs from the recording a journey was made from, request by request.

    Args:
        now: The trial.
        journey: As it was tried; its requests know the numbers of their exchanges.
        exchanges: Of its recording, in order; a number is a place in it.
    """
    then: dict[str, Before] = {}
    sent: list[Sent] = []
    for step in nodes_of(journey):
        if not isinstance(step, Step):
            continue
        for request in step.requests:
            if request.recorded is None or not 0 <= request.recorded < len(exchanges):
                continue
            exchange = exchanges[request.recorded]
            text = f"{exchange.request.address}\n{exchange.request.text}"
            sent.append(Sent(request.id, step.name, text))
            if (answer := recorded(_landed(exchange, exchanges))) is not None:
                then[request.id] = answer
    return _against(now, then, sent)


def _against(now: TrialRecord, then: Mapping[str, Before], sent: Sequence[Sent]) -> Differences:
    return {
        request.exchange.number: differences(
            then[request.id], request, known_of(request, now, sent)
        )
        for request in now.requests
        if request.id in then
    }


def _landed(exchange: Exchange, exchanges: Sequence[Exchange]) -> Exchange:
    """Return where an exchange led by redirects, as far as the recording followed them."""
    for _ in range(_FARTHEST):
        answer = exchange.answer
        location = header_of(answer.headers, "location") if answer else ""
        if answer is None or answer.status not in _REDIRECTS or not location:
            return exchange
        address = urljoin(exchange.request.address, location).partition("#")[0]
        places = range(exchange.number + 1, min(len(exchanges), exchange.number + 1 + _FARTHEST))
        following = next(
            (exchanges[i] for i in places if exchanges[i].request.address == address), None
        )
        if following is None:
            return exchange
        exchange = following
    return exchange
