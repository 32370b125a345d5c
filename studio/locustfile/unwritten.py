"""What of a journey the writer does not write yet: refused, never dropped in silence."""

from collections.abc import Iterator

from studio.journey.journey import Cookies, Journey
from studio.journey.journey_error import JourneyError
from studio.journey.node import Node, Step
from studio.journey.walk import nodes_of, requests_of
from studio.phrase import Phrase


def refuse_unwritten(journey: Journey) -> None:
    """Refuse a journey with something in it that no locustfile of ours could do.

    Raises:
        JourneyError: It has.
    """
    for found in _unwritten(journey):
        raise JourneyError(
            Phrase("locustfile", "“{journey}” cannot be written as a locustfile: {part}.").of(
                journey=journey.name, part=found
            ),
            remedy=Phrase("locustfile", "Take this part away."),
        )


def _unwritten(journey: Journey) -> Iterator[str]:
    usual = ((), (), Cookies.KEEP, True)
    if (journey.made, journey.at_end, journey.cookies, journey.retries_start) != usual:
        yield "an option of the journey"
    yield from (it.name for it in nodes_of(journey) if _is_unwritten(it))
    yield from (it.method for it in requests_of(journey) if not it.is_on)


def _is_unwritten(node: Node) -> bool:
    return not isinstance(node, Step) or bool(node.wait) or node.is_counted or not node.is_on
