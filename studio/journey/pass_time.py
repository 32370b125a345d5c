"""How long one pass of a journey waits, on average."""

from collections.abc import Iterable

from studio.journey.journey import Journey
from studio.journey.node import (
    Choice,
    CodeBlock,
    Condition,
    EachItem,
    Group,
    Loop,
    Node,
    Repeat,
    Step,
    Times,
    Until,
)
from studio.journey.order import Order
from studio.journey.wait import BetweenWait, ConstantWait, NoWait, Pause


def waiting_s(journey: Journey) -> float:
    """Return the pauses of one pass in seconds, on average.

    Where the order is not `in_order` a pass is one step, and so it is the mean of the steps. Of a
    loop that ends by a test, and of a condition, the shortest way is taken.
    """
    if journey.order is Order.IN_ORDER:
        return _in_order(journey.again)
    return _drawn(journey.again)


def _of(node: Node) -> float:
    if not node.is_on or isinstance(node, CodeBlock):
        return 0.0
    return (_mean(node.wait) if node.wait else 0.0) if isinstance(node, Step) else _of_block(node)


def _of_block(block: Loop | Choice | Condition | Group) -> float:
    match block:
        case Loop(repeat=repeat, nodes=nodes):
            return _times(repeat) * _in_order(nodes)
        case Choice(branches=branches):
            return sum(it.share / 100 * _in_order(it.nodes) for it in branches)
        case Condition(nodes=nodes, otherwise=otherwise):
            return min(_in_order(nodes), _in_order(otherwise))
        case Group(order=order, nodes=nodes):
            return _in_order(nodes) if order is Order.IN_ORDER else _drawn(nodes)


def _in_order(nodes: Iterable[Node]) -> float:
    return sum(map(_of, nodes))


def _drawn(nodes: Iterable[Node]) -> float:
    drawn = [(it.weight, _of(it)) for it in nodes if it.is_on]
    whole = sum(weight for weight, _ in drawn)
    return sum(weight * s for weight, s in drawn) / whole if whole else 0.0


def _times(repeat: Repeat) -> float:
    match repeat:
        case Times(low, high):
            return (low + high) / 2
        case EachItem() | Until():
            return 1.0


def _mean(pause: Pause) -> float:
    match pause:
        case NoWait():
            return 0.0
        case ConstantWait(s=s):
            return s
        case BetweenWait(low_s=low, high_s=high):
            return (low + high) / 2
