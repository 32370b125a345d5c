"""Applying: takes put at the answers that issue values, variables at the slots that send them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from studio.journey.correlation import Found
from studio.journey.endpoint_name import endpoint_name
from studio.journey.journey import Journey
from studio.journey.node import Node, Nodes, Step
from studio.journey.request import Request
from studio.journey.slots import put_variable
from studio.journey.suggestion import SuggestionState
from studio.journey.walk import requests_of, with_nodes


def apply_found(journey: Journey, found: Iterable[Found]) -> Journey:
    """Return a journey built from a recording with what was found in it.

    Suggestions that are sure enough are applied; all of them are kept with the journey.
    """
    found = tuple(found)
    requests = {it.recorded: it for it in requests_of(journey) if it.recorded is not None}
    for it in found:
        if it.suggestion.state is SuggestionState.APPLIED:
            _apply(it, requests)
    changed = _with_requests(journey, {it.id: it for it in requests.values()})
    return replace(changed, suggestions=tuple(it.suggestion for it in found))


def _apply(found: Found, requests: dict[int, Request]) -> None:
    suggestion = found.suggestion
    source = requests.get(suggestion.exchange)
    if source is None:
        return
    requests[suggestion.exchange] = replace(source, takes=(*source.takes, suggestion.take))
    for use in found.uses:
        request = requests.get(use.slot.exchange)
        if request is None:
            continue
        sent = put_variable(
            request, use.slot.where, use.slot.name, use.written, suggestion.take.variable
        )
        if use.slot.where == "path" and sent.endpoint is None:
            sent = replace(sent, endpoint=endpoint_name(sent.path))
        requests[use.slot.exchange] = sent


def _with_requests(journey: Journey, requests: Mapping[str, Request]) -> Journey:
    def changed(node: Node) -> Nodes:
        if not isinstance(node, Step):
            return (node,)
        return (replace(node, requests=tuple(requests.get(it.id, it) for it in node.requests)),)

    return replace(
        journey,
        once=with_nodes(journey.once, changed),
        again=with_nodes(journey.again, changed),
        at_end=with_nodes(journey.at_end, changed),
    )
