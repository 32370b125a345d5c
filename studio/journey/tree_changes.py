"""Changes of the tree of a journey that edits are made of: put in, take out, replace."""

from collections.abc import Callable, Collection
from dataclasses import replace

from studio.journey.journey import Journey
from studio.journey.node import Node, Nodes, Step
from studio.journey.numbering import remembering
from studio.journey.request import Request
from studio.journey.spot import gone, with_sections
from studio.journey.template import put_together
from studio.journey.walk import nodes_of, requests_of, with_nodes

Requests = tuple[Request, ...]

_LONGEST_NAME = 60


def step_of(journey: Journey, request_id: str) -> Step:
    """Return the step that holds a request.

    Raises:
        JourneyError: There is no such request.
    """
    for node in nodes_of(journey):
        if isinstance(node, Step) and any(it.id == request_id for it in node.requests):
            return node
    raise gone(request_id)


def find_request(journey: Journey, request_id: str) -> Request:
    """Return the request of that id.

    Raises:
        JourneyError: There is none.
    """
    found = next((it for it in requests_of(journey) if it.id == request_id), None)
    if found is None:
        raise gone(request_id)
    return found


def name_of_request(request: Request) -> str:
    """Return what a request is called on the screen: its method and its endpoint."""
    shown = request.endpoint or put_together(request.path)
    return f"{request.method} {shown}"[:_LONGEST_NAME]


def names_of(journey: Journey, ids: Collection[str]) -> list[str]:
    """Return what nodes and requests are called on the screen, from the top down."""
    found: list[str] = []
    for node in nodes_of(journey):
        if node.id in ids:
            found.append(node.name[:_LONGEST_NAME])
        if isinstance(node, Step):
            found += [name_of_request(it) for it in node.requests if it.id in ids]
    return found


def with_node(journey: Journey, node: Node) -> Journey:
    """Return a journey with a node in place of the one of its id."""
    return with_sections(
        journey,
        lambda nodes: with_nodes(nodes, lambda it: (node,) if it.id == node.id else (it,)),
    )


def with_requests(journey: Journey, change: Callable[[Requests], Requests]) -> Journey:
    """Return a journey with the requests of its steps changed."""
    return with_sections(
        journey, lambda nodes: with_nodes(nodes, lambda it: (_changed(it, change),))
    )


def with_request(journey: Journey, request: Request) -> Journey:
    """Return a journey with a request in place of the one of its id."""

    def changed(requests: Requests) -> Requests:
        if all(it.id != request.id for it in requests):
            return requests
        return tuple(request if it.id == request.id else it for it in requests)

    return with_requests(journey, changed)


def without(journey: Journey, ids: Collection[str]) -> Journey:
    """Return a journey without these nodes and requests; chains forget the nodes."""
    return remembering(taken_out(journey, ids), journey)


def taken_out(journey: Journey, ids: Collection[str]) -> Journey:
    """Return a journey without these nodes and requests, which come back at another place."""

    def change(node: Node) -> Nodes:
        if node.id in ids:
            return ()
        kept = _forgetting(node, ids)
        return (_changed(kept, lambda requests: _less(requests, ids)),)

    return with_sections(journey, lambda nodes: with_nodes(nodes, change))


def _forgetting(node: Node, ids: Collection[str]) -> Node:
    following = tuple(it for it in node.next if it[0] not in ids)
    return node if len(following) == len(node.next) else replace(node, next=following)


def _less(requests: Requests, ids: Collection[str]) -> Requests:
    kept = tuple(it for it in requests if it.id not in ids)
    return requests if len(kept) == len(requests) else kept


def _changed(node: Node, change: Callable[[Requests], Requests]) -> Node:
    if not isinstance(node, Step):
        return node
    requests = change(node.requests)
    return node if requests is node.requests else replace(node, requests=requests)
