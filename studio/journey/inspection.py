"""Inspection: walks every way through a journey and tells what would not work, with its repairs."""

from collections.abc import Iterator, Mapping

from studio.journey.by_hand import ByHand, python_fault
from studio.journey.facts import PerObject
from studio.journey.flow_problems import Flow, flow_problems
from studio.journey.journey import Journey
from studio.journey.known_problems import known_problems
from studio.journey.node import Nodes, Step
from studio.journey.places import Where, texts_of_journey
from studio.journey.problem import Known, Problem, Severity
from studio.journey.request import Request
from studio.journey.request_problems import Flaw, flaws_of, header_fault
from studio.journey.scope import ScopeWalk
from studio.journey.shape_problems import shape_problems
from studio.journey.template import Variable, pieces_of
from studio.journey.walk import nodes_of, walk
from studio.journey.wires import Wiring
from studio.phrase import Phrase


class Inspector:
    """Inspects journeys; what has not changed since the last look it does not look at again."""

    def __init__(self) -> None:
        self.wiring = Wiring()
        """For wires and completions, which share what was seen."""

        self._flaws: PerObject[Request, tuple[Flaw, ...]] = PerObject(flaws_of)

    def inspect(self, journey: Journey, known: Known) -> tuple[Problem, ...]:
        """Return what is wrong with a journey, from the top down.

        Args:
            journey: The journey.
            known: What there is around it.
        """
        if journey.by_hand is not None:
            return tuple(_by_hand(journey.name, journey.by_hand, known))
        flow = self._flow(journey, known)
        found = [
            *_in_headers(journey),
            *shape_problems(journey, known),
            *flow_problems(flow),
            *known_problems(journey, known, self.wiring),
            *self._in_requests(journey),
        ]
        places = flow.order_of
        return tuple(sorted(found, key=lambda it: _place(it.where, places)))

    def _flow(self, journey: Journey, known: Known) -> Flow:
        wires = {it.variable: it for it in self.wiring.wires(journey)}
        given = {*known.variables, *(it.name for it in journey.made)}
        pieces = (it for _, _, text in texts_of_journey(journey) for it in pieces_of(text))
        everywhere = {it.var for it in pieces if isinstance(it, Variable) and not it.column}
        walker = ScopeWalk(journey, given, everywhere, self.wiring.of_request, self.wiring.of_node)
        names = self.wiring.names(journey)
        order_of = {it: number for number, it in enumerate(names)}
        return Flow(
            journey, known, wires, walker.walk(), self.wiring, order_of, names, _tops(journey)
        )

    def _in_requests(self, journey: Journey) -> Iterator[Problem]:
        for node in nodes_of(journey):
            for request in node.requests if isinstance(node, Step) else ():
                for flaw in self._flaws(request):
                    if flaw.only in (None, journey.client):
                        where = Where(node.id, request.id, flaw.field, flaw.index)
                        yield Problem(where, flaw.severity, flaw.sentence, flaw.repairs)


def inspect(journey: Journey, known: Known | None = None) -> tuple[Problem, ...]:
    """Return what is wrong with a journey; a screen that asks often keeps an `Inspector`."""
    return Inspector().inspect(journey, known or Known())


def _in_headers(journey: Journey) -> Iterator[Problem]:
    for index, (name, text) in enumerate(journey.headers):
        fault = header_fault(name, text)
        if fault is not None:
            yield Problem(Where(field="headers", piece=index), Severity.ERROR, fault)


def _by_hand(name: str, by_hand: ByHand, known: Known) -> Iterator[Problem]:
    where, fault = Where(field="by_hand"), python_fault(by_hand.text)
    if fault:
        sentence = Phrase("journey", "The code of “{block}” is no Python: {reason}.")
        yield Problem(where, Severity.ERROR, sentence.of(block=name, reason=fault))
    if not known.allows_code:
        sentence = Phrase("journey", "“{block}” does not run: code is not allowed in this project.")
        yield Problem(where, Severity.WARNING, sentence.of(block=name))


def _place(where: Where, places: Mapping[str, int]) -> tuple[int, str, int]:
    return places.get(where.request or where.node, -1), where.field, where.piece


def _tops(journey: Journey) -> dict[str, str]:
    sections: tuple[Nodes, ...] = (journey.once, journey.again, journey.at_end)
    return {it.id: top.id for nodes in sections for top in nodes for it in walk([top])}
