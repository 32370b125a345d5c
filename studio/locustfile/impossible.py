"""Journeys that no locustfile could walk: refused with what to do."""

from studio.journey.journey import Journey
from studio.journey.journey_error import JourneyError
from studio.journey.order import Order
from studio.journey.walk import children_of, nodes_of, walk
from studio.phrase import Phrase


def refuse_impossible(journey: Journey) -> None:
    """Refuse a journey that has nothing to do, or labels that could leave nothing out.

    Args:
        journey: The journey, without what is turned off.

    Raises:
        JourneyError: It has.
    """
    is_weighted = journey.order is Order.WEIGHTED
    if not journey.again or (is_weighted and not any(it.weight > 0 for it in journey.again)):
        raise JourneyError(
            Phrase("locustfile", "“{journey}” has no step to do again and again.").of(
                journey=journey.name
            ),
            remedy=Phrase("locustfile", "Add a step with a request."),
        )
    drawn = [it for node in journey.again for within in children_of(node) for it in walk(within)]
    others = [*walk(journey.once), *walk(journey.at_end), *drawn]
    is_labelled = any(it.labels for it in (others if is_weighted else nodes_of(journey)))
    if is_labelled or (journey.labels and journey.order is Order.CHAIN):
        raise JourneyError(
            Phrase("locustfile", "Labels cannot leave out steps of “{journey}”.").of(
                journey=journey.name
            ),
            meaning=Phrase("locustfile", "Its steps follow each other."),
            remedy=Phrase("locustfile", "Have its steps drawn by weight, or take the labels away."),
        )
