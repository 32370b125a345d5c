"""Which variables travel between the requests of a journey: where each is taken and used."""

from studio.journey.journey import Journey
from studio.journey.template import Variable
from studio.journey.uses import pieces_in_request
from studio.journey.walk import requests_of
from ui.journey.wire_lanes import Wire


def wires_of(journey: Journey) -> tuple[Wire, ...]:
    """Return a wire for each variable that is taken, in the order they are taken."""
    taken: dict[str, list[str]] = {}
    used: dict[str, list[str]] = {}
    for request in requests_of(journey):
        for take in request.takes:
            taken.setdefault(take.variable, []).append(request.id)
        names = {it.var for it in pieces_in_request(request) if isinstance(it, Variable)}
        for name in names:
            used.setdefault(name, []).append(request.id)
    return tuple(Wire(name, tuple(ids), tuple(used.get(name, ()))) for name, ids in taken.items())
