"""The nodes and requests of a journey, in the order they are shown."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from studio.journey.journey import Journey
from studio.journey.node import Choice, CodeBlock, Condition, Group, Loop, Node, Nodes, Step
from studio.journey.request import Request

SECTIONS = ("once", "again", "at_end")
"""The fields of a journey that hold nodes, in the order they are walked."""


def children_of(node: Node) -> tuple[Nodes, ...]:
    """Return what stands within a node: one list, or one for each of its ways."""
    match node:
        case Step() | CodeBlock():
            return ()
        case Group(nodes=nodes) | Loop(nodes=nodes):
            return (nodes,)
        case Choice(branches=branches):
            return tuple(branch.nodes for branch in branches)
        case Condition(nodes=nodes, otherwise=otherwise):
            return (nodes, otherwise)


def with_children(node: Node, children: tuple[Nodes, ...]) -> Node:
    """Return a node with other nodes within it, in the form `children_of` gives them."""
    match node:
        case Step() | CodeBlock():
            return node
        case Group() | Loop():
            return replace(node, nodes=children[0])
        case Choice(branches=branches):
            pairs = zip(branches, children, strict=True)
            return replace(node, branches=tuple(replace(it, nodes=within) for it, within in pairs))
        case Condition():
            return replace(node, nodes=children[0], otherwise=children[1])


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield nodes and all that stand within them, from the top down."""
    for node in nodes:
        yield node
        for within in children_of(node):
            yield from walk(within)


def nodes_of(journey: Journey) -> Iterator[Node]:
    """Yield all nodes of a journey, from the top down."""
    yield from walk(journey.once)
    yield from walk(journey.again)
    yield from walk(journey.at_end)


def only_steps(nodes: Iterable[Node]) -> tuple[Step, ...]:
    """Return the steps that stand at the top of these nodes."""
    return tuple(node for node in nodes if isinstance(node, Step))


def requests_in(nodes: Iterable[Node]) -> Iterator[Request]:
    """Yield the requests of nodes and of all that stand within them."""
    for node in walk(nodes):
        if isinstance(node, Step):
            yield from node.requests


def requests_of(journey: Journey) -> Iterator[Request]:
    """Yield all requests of a journey, from the top down."""
    for section in (journey.once, journey.again, journey.at_end):
        yield from requests_in(section)


def with_nodes(nodes: Nodes, change: Callable[[Node], Nodes]) -> Nodes:
    """Return nodes, each in place of itself what `change` makes of it: the innermost first.

    What stays as it is stays the same object, and so does a list of such nodes.
    """
    changed: list[Node] = []
    for node in nodes:
        before = children_of(node)
        within = tuple(with_nodes(it, change) for it in before)
        changed += change(node if _are_same(within, before) else with_children(node, within))
    return nodes if _are_same(changed, nodes) else tuple(changed)


def walked_part(journey: Journey) -> Journey:
    """Return a journey without the nodes and requests that are turned off."""
    once, again, at_end = (
        with_nodes(nodes, _if_on) for nodes in (journey.once, journey.again, journey.at_end)
    )
    return replace(journey, once=once, again=again, at_end=at_end)


def _if_on(node: Node) -> Nodes:
    if not node.is_on:
        return ()
    if isinstance(node, Step):
        return (replace(node, requests=tuple(it for it in node.requests if it.is_on)),)
    return (node,)


def _are_same(some: Sequence[object], others: Sequence[object]) -> bool:
    return len(some) == len(others) and all(a is b for a, b in zip(some, others, strict=True))
