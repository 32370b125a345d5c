"""The nodes of a Markov chain: which may follow which, checked before Locust would."""

from collections.abc import Collection, Sequence

from studio.journey.journey_error import JourneyError
from studio.journey.node import LEAVE, Node
from studio.phrase import Phrase

Following = tuple[tuple[str | None, int], ...]
"""Methods that may follow one, with their weights; None: the chain is left."""


def following_in(
    nodes: Sequence[Node], methods: Sequence[str], owner: str, off: Collection[str] = ()
) -> list[Following]:
    """Return what may follow each node of a chain.

    Args:
        nodes: The nodes.
        methods: Of the nodes, in their order.
        owner: What the chain belongs to, by name.
        off: Ids of nodes that are turned off: they follow nothing.

    Raises:
        JourneyError: A node leads nowhere, or to a node that is not there.
    """
    by_id: dict[str, str | None] = dict(zip((it.id for it in nodes), methods, strict=True))
    by_id[LEAVE] = None
    return [_following(owner, node, by_id, off) for node in nodes]


def refuse_endless(chain: Sequence[Following], methods: Sequence[str], owner: str) -> None:
    """Refuse a chain within a pass that is never left, once it is begun.

    Raises:
        JourneyError: It is one.
    """
    leaving: set[str | None] = {None}
    for _ in methods:
        leaving |= {
            method
            for method, following in zip(methods, chain, strict=True)
            if any(target in leaving for target, _ in following)
        }
    if not set(methods) <= leaving:
        raise JourneyError(
            Phrase("locustfile", "The chain “{owner}” is never left.").of(owner=owner),
            remedy=Phrase("locustfile", "Let it be left after one of its steps."),
        )


def _following(
    owner: str, node: Node, methods: dict[str, str | None], off: Collection[str]
) -> Following:
    following = [
        (target, weight)
        for target, weight in dict(node.next).items()
        if target not in off or target == LEAVE
    ]
    if not following or any(weight < 1 for _, weight in following):
        raise JourneyError(
            Phrase("locustfile", "After “{step}” of “{journey}” nothing follows.").of(
                step=node.name, journey=owner
            ),
            remedy=Phrase("locustfile", "Say which steps may follow it, each with a weight."),
        )
    if any(target not in methods for target, _ in following):
        raise JourneyError(
            Phrase("locustfile", "“{step}” of “{journey}” leads to a step that is not there.").of(
                step=node.name, journey=owner
            ),
            remedy=Phrase("locustfile", "Choose among the steps that are walked again and again."),
        )
    return tuple((methods[target], weight) for target, weight in following)
