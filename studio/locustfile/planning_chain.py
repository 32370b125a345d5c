"""The steps of a Markov chain: which may follow which, checked before Locust would."""

from collections.abc import Iterator, Sequence

from studio.journey.journey import Journey
from studio.journey.journey_error import JourneyError
from studio.journey.node import Step
from studio.journey.order import Order
from studio.journey.walk import only_steps
from studio.phrase import Phrase

Following = tuple[tuple[str, int], ...]
"""Methods that may follow one, with their weights."""


def transitions_of(journey: Journey, methods: Sequence[str]) -> Iterator[Following]:
    """Yield what may follow each step of a journey; nothing where it is no chain.

    Args:
        journey: The journey.
        methods: Of its steps, in their order.

    Raises:
        JourneyError: A step leads nowhere, or to a step that is not there.
    """
    steps = only_steps(journey.again)
    by_id = dict(zip((step.id for step in steps), methods, strict=True))
    for step in steps:
        yield _following(journey, step, by_id) if journey.order is Order.CHAIN else ()


def _following(journey: Journey, step: Step, methods: dict[str, str]) -> Following:
    if not step.next or any(weight < 1 for _, weight in step.next):
        raise JourneyError(
            Phrase("locustfile", "After “{step}” of “{journey}” nothing follows.").of(
                step=step.name, journey=journey.name
            ),
            remedy=Phrase("locustfile", "Say which steps may follow it, each with a weight."),
        )
    if any(target not in methods for target, _ in step.next):
        raise JourneyError(
            Phrase("locustfile", "“{step}” of “{journey}” leads to a step that is not there.").of(
                step=step.name, journey=journey.name
            ),
            remedy=Phrase("locustfile", "Choose among the steps that are walked again and again."),
        )
    return tuple((methods[target], weight) for target, weight in dict(step.next).items())
