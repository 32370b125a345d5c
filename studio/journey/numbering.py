"""Ids of nodes and requests: new ones, and none that ever was."""

import re
from collections.abc import Mapping
from dataclasses import replace

from studio.journey.journey import Journey
from studio.journey.node import Node, Nodes, Step
from studio.journey.request import Request
from studio.journey.walk import (
    SECTIONS,
    children_of,
    nodes_of,
    requests_of,
    walk,
    with_children,
)

_NUMBER = re.compile(r"[nr](\d{1,15})")


class Numbers:
    """Numbers for the ids of one journey, each given once."""

    def __init__(self, journey: Journey) -> None:
        self.last = highest_number(journey)
        """The highest that was given."""

    def node(self) -> str:
        """Return a new id for a node."""
        self.last += 1
        return f"n{self.last}"

    def request(self) -> str:
        """Return a new id for a request."""
        self.last += 1
        return f"r{self.last}"


def highest_number(journey: Journey) -> int:
    """Return the highest number any id of a journey has, or ever had."""
    ids = [it.id for it in nodes_of(journey)] + [it.id for it in requests_of(journey)]
    found = (_NUMBER.fullmatch(it) for it in ids)
    return max(journey.last_id, *(int(it[1]) for it in found if it), 0)


def remembering(journey: Journey, before: Journey) -> Journey:
    """Return a journey that knows of the ids another one had: to be said of what loses any."""
    last = highest_number(before)
    return journey if journey.last_id >= last else replace(journey, last_id=last)


def with_new_ids(nodes: Nodes, numbers: Numbers) -> Nodes:
    """Return nodes under new ids, with all that stands within them; chains among them hold."""
    new = {node.id: numbers.node() for node in walk(nodes)}
    return tuple(_renamed(node, new, numbers) for node in nodes)


def with_own_ids(journey: Journey) -> Journey:
    """Return a journey from elsewhere in which no id comes twice: later ones get new ids."""
    taken: set[str] = {*SECTIONS}
    numbers = Numbers(journey)
    sections = (journey.once, journey.again, journey.at_end)
    once, again, at_end = (_owned(nodes, taken, numbers) for nodes in sections)
    return replace(journey, once=once, again=again, at_end=at_end)


def _renamed(node: Node, new: Mapping[str, str], numbers: Numbers) -> Node:
    following = tuple((new.get(it, it), weight) for it, weight in node.next)
    renamed = replace(node, id=new[node.id], next=following)
    if isinstance(renamed, Step):
        requests = tuple(replace(it, id=numbers.request()) for it in renamed.requests)
        return replace(renamed, requests=requests)
    children = children_of(renamed)
    return with_children(
        renamed, tuple(tuple(_renamed(it, new, numbers) for it in within) for within in children)
    )


def _owned(nodes: Nodes, taken: set[str], numbers: Numbers) -> Nodes:
    found: list[Node] = []
    for node in nodes:
        own = node
        if not node.id or node.id in taken:
            own = replace(node, id=numbers.node())
        taken.add(own.id)
        if isinstance(own, Step):
            own = replace(own, requests=_owned_requests(own.requests, taken, numbers))
        children = tuple(_owned(it, taken, numbers) for it in children_of(own))
        found.append(with_children(own, children))
    return tuple(found)


def _owned_requests(
    requests: tuple[Request, ...], taken: set[str], numbers: Numbers
) -> tuple[Request, ...]:
    found: list[Request] = []
    for request in requests:
        own = request
        if not request.id or request.id in taken:
            own = replace(request, id=numbers.request())
        taken.add(own.id)
        found.append(own)
    return tuple(found)
