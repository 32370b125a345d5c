"""Scope: which variables surely have a value at each place of a journey, whatever way is taken."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from studio.journey.facts import Facts, Mention
from studio.journey.journey import Journey
from studio.journey.node import (
    LEAVE,
    Choice,
    CodeBlock,
    Condition,
    EachItem,
    Group,
    Loop,
    Node,
    Nodes,
    Step,
    Times,
    Until,
)
from studio.journey.order import Order
from studio.journey.request import Request
from studio.journey.template import Variable

_ALL_PASSES = 100
"""Shares of a choice that leave no pass without a way."""


@dataclass(slots=True)
class Scope:
    """What is surely set at each place; variables are bits of a number, which is quick to join."""

    bits: dict[str, int]
    """Variable → its bit."""

    before: dict[str, int] = field(default_factory=dict[str, int])
    """Id of a node or request → the variables that surely have a value when it begins."""

    missing: dict[str, int] = field(default_factory=dict[str, int])
    """Id of a node or request → those it uses that may have none."""

    missing_everywhere: dict[str, str] = field(default_factory=dict[str, str])
    """Variable that goes with every request → the first request at which it may have no value."""

    def names(self, mask: int) -> list[str]:
        """Return the variables in a mask, in the order they became known."""
        return [name for name, bit in self.bits.items() if mask & bit]

    def certain_at(self, place: str) -> frozenset[str]:
        """Return the variables that surely have a value where a node or request begins."""
        return frozenset(self.names(self.before.get(place, 0)))


class ScopeWalk:
    """Walks every way through a journey and notes what is surely set on all of them."""

    def __init__(
        self,
        journey: Journey,
        given: Iterable[str],
        everywhere: Iterable[str],
        of_request: Callable[[Request], Facts],
        of_node: Callable[[Node], Facts],
    ) -> None:
        """Get ready to walk.

        Args:
            journey: The journey.
            given: Variables that have a value from the start on.
            everywhere: Variables that are used by every request.
            of_request: Returns the facts of a request.
            of_node: Returns the facts of a node alone.
        """
        self._journey = journey
        self._of_request = of_request
        self._of_node = of_node
        self.scope = Scope({})
        self._given = self._mask(given)
        self._everywhere = self._mask(everywhere)

    def walk(self) -> Scope:
        """Return what is set where."""
        begun = self._in_order(self._journey.once, self._given)
        self._ordered(self._journey.again, self._journey.order, begun)
        self._in_order(self._journey.at_end, begun)
        return self.scope

    def _bit(self, name: str) -> int:
        bits = self.scope.bits
        return bits.setdefault(name, 1 << len(bits))

    def _mask(self, names: Iterable[str]) -> int:
        mask = 0
        for name in names:
            mask |= self._bit(name)
        return mask

    def _read(self, mentions: tuple[Mention, ...]) -> int:
        if not mentions:
            return 0
        pieces = (it.piece for it in mentions)
        return self._mask(it.var for it in pieces if isinstance(it, Variable) and not it.column)

    def _ordered(self, nodes: Nodes, order: Order, mask: int) -> int:
        match order:
            case Order.IN_ORDER:
                return self._in_order(nodes, mask)
            case Order.WEIGHTED:
                return self._any_of([(it,) for it in nodes if it.is_on], mask, is_sure=True)
            case Order.CHAIN:
                return self._along_chain([it for it in nodes if it.is_on], mask)

    def _in_order(self, nodes: Nodes, mask: int) -> int:
        for node in nodes:
            if node.is_on:
                mask = self._through(node, mask)
        return mask

    def _any_of(self, ways: list[Nodes], mask: int, *, is_sure: bool) -> int:
        """Return what is set after one of several ways, or after none of them, if that may be."""
        ends = [self._in_order(nodes, mask) for nodes in ways]
        if not is_sure or not ends:
            return mask
        common = ends[0]
        for end in ends[1:]:
            common &= end
        return common

    def _along_chain(self, nodes: list[Node], mask: int) -> int:
        """Follow a chain until nothing changes any more; return what is set when it is left."""
        if not nodes:
            return mask
        known = {it.id: it for it in nodes}
        entries, ends, waiting = {nodes[0].id: mask}, dict[str, int](), [nodes[0].id]
        while waiting:
            here = waiting.pop()
            ends[here] = end = self._through(known[here], entries[here])
            for target, weight in known[here].next:
                if weight < 1 or target not in known:
                    continue
                entry = entries.get(target, end) & end
                if entries.get(target) != entry:
                    entries[target] = entry
                    waiting.append(target)
        leaving = [end for it, end in ends.items() if _leaves(known[it])]
        common = leaving[0] if leaving else mask
        for end in leaving:
            common &= end
        return common

    def _through(self, node: Node, mask: int) -> int:
        """Return what is set after a node."""
        self.scope.before[node.id] = mask
        if isinstance(node, Step):
            return self._through_step(node, mask)
        facts = self._of_node(node)
        match node:
            case Loop():
                return self._through_loop(node, facts, mask)
            case CodeBlock():
                self._note(node.id, self._read(facts.before) & ~mask)
                return mask | self._mask(facts.sets)
            case Group(nodes=nodes, order=order):
                return self._ordered(nodes, order, mask)
            case Choice(branches=branches):
                is_sure = sum(it.share for it in branches) >= _ALL_PASSES
                ways = [it.nodes for it in branches if it.share > 0]
                return self._any_of(ways, mask, is_sure=is_sure)
            case Condition(nodes=nodes, otherwise=otherwise):
                self._note(node.id, self._read(facts.before) & ~mask)
                return self._any_of([nodes, otherwise], mask, is_sure=True)

    def _through_step(self, step: Step, mask: int) -> int:
        for request in step.requests:
            if not request.is_on:
                continue
            facts = self._of_request(request)
            self.scope.before[request.id] = mask
            if self._everywhere & ~mask:
                self._note_everywhere(request.id, self._everywhere & ~mask)
            missing = self._read(facts.before) & ~mask
            if facts.sets:
                mask |= self._mask(facts.sets)
            missing |= self._read(facts.after) & ~mask
            self._note(request.id, missing)
        return mask

    def _through_loop(self, loop: Loop, facts: Facts, mask: int) -> int:
        match loop.repeat:
            case Times(low, high):
                end = self._in_order(loop.nodes, mask) if high > 0 else mask
                return end if low > 0 else mask
            case EachItem(item=item):
                self._note(loop.id, self._read(facts.before) & ~mask)
                self._in_order(loop.nodes, mask | self._bit(item))
                return mask
            case Until():
                end = self._in_order(loop.nodes, mask)
                self._note(loop.id, self._read(facts.before) & ~end)
                return end

    def _note(self, place: str, missing: int) -> None:
        if missing:
            self.scope.missing[place] = missing

    def _note_everywhere(self, request: str, missing: int) -> None:
        for name in self.scope.names(missing):
            self.scope.missing_everywhere.setdefault(name, request)


def _leaves(node: Node) -> bool:
    return any(target == LEAVE and weight > 0 for target, weight in node.next)


def reachable(nodes: Nodes) -> frozenset[str]:
    """Return the ids of the nodes a chain can come to from its first."""
    on: Mapping[str, Node] = {it.id: it for it in nodes if it.is_on}
    waiting = list(on)[:1]
    found = set(waiting)
    while waiting:
        for target, weight in on[waiting.pop()].next:
            if weight > 0 and target in on and target not in found:
                found.add(target)
                waiting.append(target)
    return frozenset(found)
