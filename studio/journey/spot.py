"""Spot: a place between the nodes of a journey, and what is done at one."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace

from studio.journey.journey import Journey
from studio.journey.journey_error import JourneyError
from studio.journey.node import Node, Nodes
from studio.journey.walk import SECTIONS, children_of, walk, with_children
from studio.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a list of nodes."""

    owner: str
    """A section, `once`, `again` or `at_end`, or the id of a block."""

    index: int
    """Before the node that stands there; beyond the last: at the end."""

    way: int = 0
    """Which list of the block: the branch of a choice; of a condition 1 is where it fails."""


def lists_of(journey: Journey) -> Iterator[tuple[Spot, Nodes]]:
    """Yield every list of nodes with the spot of its beginning, from the top down."""
    for section in SECTIONS:
        nodes = section_of(journey, section)
        yield Spot(section, 0), nodes
        for node in walk(nodes):
            for way, within in enumerate(children_of(node)):
                yield Spot(node.id, 0, way), within


def section_of(journey: Journey, section: str) -> Nodes:
    """Return the nodes of a section."""
    return {"once": journey.once, "again": journey.again, "at_end": journey.at_end}[section]


def nodes_at(journey: Journey, spot: Spot) -> Nodes:
    """Return the list a spot is in.

    Raises:
        JourneyError: There is no such list.
    """
    for begin, nodes in lists_of(journey):
        if (begin.owner, begin.way) == (spot.owner, spot.way):
            return nodes
    raise gone(spot.owner)


def spot_of(journey: Journey, node_id: str) -> Spot:
    """Return where a node stands: the spot before it.

    Raises:
        JourneyError: There is no such node.
    """
    for begin, nodes in lists_of(journey):
        for index, node in enumerate(nodes):
            if node.id == node_id:
                return replace(begin, index=index)
    raise gone(node_id)


def after(journey: Journey, node_id: str) -> Spot:
    """Return the spot after a node."""
    spot = spot_of(journey, node_id)
    return replace(spot, index=spot.index + 1)


def at_end_of(journey: Journey, owner: str, way: int = 0) -> Spot:
    """Return the spot after the last node of a section, or of a list within a block."""
    spot = Spot(owner, 0, way)
    return replace(spot, index=len(nodes_at(journey, spot)))


def find_node(journey: Journey, node_id: str) -> Node:
    """Return the node of that id.

    Raises:
        JourneyError: There is none.
    """
    spot = spot_of(journey, node_id)
    return nodes_at(journey, spot)[spot.index]


def topmost(journey: Journey, ids: Collection[str]) -> tuple[Node, ...]:
    """Return the nodes of these ids from the top down, without those that stand within others."""
    wanted = set(ids)
    tops = (section_of(journey, it) for it in SECTIONS)
    return tuple(found for nodes in tops for found in _topmost(nodes, wanted))


def with_list(journey: Journey, spot: Spot, change: Callable[[Nodes], Nodes]) -> Journey:
    """Return a journey with the list a spot is in changed; all else is the same object.

    Raises:
        JourneyError: There is no such list.
    """
    if spot.owner in SECTIONS:
        return with_section(journey, spot.owner, change(section_of(journey, spot.owner)))
    for section in SECTIONS:
        changed = _with_list(section_of(journey, section), spot, change)
        if changed is not None:
            return with_section(journey, section, changed)
    raise gone(spot.owner)


def with_section(journey: Journey, section: str, nodes: Nodes) -> Journey:
    """Return a journey with another section."""
    match section:
        case "once":
            return replace(journey, once=nodes)
        case "at_end":
            return replace(journey, at_end=nodes)
        case _:
            return replace(journey, again=nodes)


def with_sections(journey: Journey, change: Callable[[Nodes], Nodes]) -> Journey:
    """Return a journey with all sections changed; the same object where none is."""
    before = [section_of(journey, section) for section in SECTIONS]
    once, again, at_end = changed = [change(nodes) for nodes in before]
    if all(new is old for new, old in zip(changed, before, strict=True)):
        return journey
    return replace(journey, once=once, again=again, at_end=at_end)


def with_inserted(journey: Journey, spot: Spot, nodes: Nodes) -> Journey:
    """Return a journey with more nodes at a spot."""
    return with_list(journey, spot, lambda it: (*it[: spot.index], *nodes, *it[spot.index :]))


def gone(what: str) -> JourneyError:
    """Return the error that says that a node or a request is not there."""
    return JourneyError(
        Phrase("journey", "“{part}” is no longer part of this journey.").of(part=what[:40]),
        meaning=Phrase("journey", "Nothing was changed."),
    )


def _topmost(nodes: Nodes, wanted: set[str]) -> Iterator[Node]:
    for node in nodes:
        if node.id in wanted:
            yield node
        else:
            for within in children_of(node):
                yield from _topmost(within, wanted)


def _with_list(nodes: Nodes, spot: Spot, change: Callable[[Nodes], Nodes]) -> Nodes | None:
    """Return the nodes with the list changed; None if it is not within them."""
    for index, node in enumerate(nodes):
        children = children_of(node)
        changed = None
        if node.id == spot.owner and spot.way < len(children):
            changed = _with(children, spot.way, change(children[spot.way]))
        else:
            for way, within in enumerate(children):
                inner = _with_list(within, spot, change)
                if inner is not None:
                    changed = _with(children, way, inner)
                    break
        if changed is not None:
            return (*nodes[:index], with_children(node, changed), *nodes[index + 1 :])
    return None


def _with(children: tuple[Nodes, ...], way: int, nodes: Nodes) -> tuple[Nodes, ...]:
    return (*children[:way], nodes, *children[way + 1 :])
