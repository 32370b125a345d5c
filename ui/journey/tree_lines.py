"""A journey → the lines of its tree, from the top down."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from studio.journey.journey import Journey
from studio.journey.node import Choice, CodeBlock, Condition, Group, Loop, Node, Nodes, Step
from studio.journey.order import Order
from studio.journey.request import Request
from studio.journey.template import put_together
from studio.journey.walk import SECTIONS, walk
from studio.phrase import Phrase
from ui.journey.line import Line, LineKind
from ui.journey.line_words import (
    CODE,
    NO_WAY,
    OTHERWISE,
    condition_words,
    group_words,
    loop_badge,
    loop_words,
    section_words,
    way_words,
)
from ui.theme.icons import Icon

_LONGEST = 300
_FULL, _LAST = 1, 2

_Given = dict[str, Any]
"""Fields of a line that are known already: a line is made once, for there may be thousands."""


Addresses = Callable[[Request], str]


@dataclass(frozen=True, slots=True)
class Tree:
    """The lines of a journey."""

    lines: tuple[Line, ...]

    hidden: Mapping[str, str]
    """For each node and request without a line: the key of the one that hides it."""


def lines_of(journey: Journey, turned: Collection[str] = ()) -> tuple[Line, ...]:
    """Return the lines of a journey; see `read_tree`."""
    return read_tree(journey, turned).lines


def read_tree(
    journey: Journey, turned: Collection[str] = (), addresses: Addresses | None = None
) -> Tree:
    """Return the lines of a journey, and what has none.

    Args:
        journey: The journey.
        turned: The ids of steps whose requests are shown, and of blocks that are folded.
        addresses: Gives the address of a request; one that remembers them is faster.
    """
    writer = _Writer(turned, addresses or address_of)
    for section in SECTIONS:
        nodes: Nodes = getattr(journey, section)
        words, icon = section_words(section, journey.order)
        writer.lines.append(
            Line(section, LineKind.SECTION, section, section, 0, 0, -1, 0, words=words, icon=icon)
        )
        order = journey.order if section == "again" else Order.IN_ORDER
        writer.add_nodes(nodes, section, 0, len(writer.lines) - 1, 0, order=order)
    return Tree(tuple(writer.lines), writer.hidden)


def address_of(request: Request) -> str:
    """Return where a request goes, as the editor shows it."""
    fields = [f"{it.name}={put_together(it.value)}" for it in request.query if it.is_on]
    query = ("?" + "&".join(fields)) if fields else ""
    return (put_together(request.path) + query)[:_LONGEST]


class _Writer:
    """Writes lines one after another and keeps count of steps."""

    def __init__(self, turned: Collection[str], addresses: Addresses) -> None:
        self.lines: list[Line] = []
        self.hidden: dict[str, str] = {}
        self._addresses = addresses
        self._turned = turned
        self._steps = 0
        self._rails: list[int] = []
        self._is_on = True

    def add_nodes(
        self,
        nodes: Nodes,
        owner: str,
        way: int,
        parent: int,
        depth: int,
        *,
        order: Order = Order.IN_ORDER,
    ) -> None:
        """Write a list of nodes."""
        last = len(nodes) - 1
        for index, node in enumerate(nodes):
            if depth:
                self._rails[depth - 1] = _LAST if index == last else _FULL
            given: _Given = {
                "owner": owner,
                "way": way,
                "index": index,
                "parent": parent,
                "depth": depth,
                "is_on": self._is_on and node.is_on,
                "rails": tuple(self._rails[:depth]),
                "badges": tuple(_drawn(node, order)),
            }
            self._add_node(node, given)

    def _add_node(self, node: Node, given: _Given) -> None:
        around = _single(node)
        match node:
            case Step():
                self._add_step(node, given)
            case CodeBlock():
                given["badges"] = (*given["badges"], CODE)
                first = node.text.strip().partition("\n")[0]
                self._add_numbered(node, given, {"icon": Icon.CODE, "address": first})
            case Loop() if around is not None:
                step, badge = around
                given["badges"] = (*given["badges"], badge)
                given["is_on"] = given["is_on"] and step.is_on
                self._add_step(step, given | {"around": node.id})
            case _:
                self._add_block(node, given)

    def _add_step(self, step: Step, given: _Given) -> None:
        count = len(step.requests)
        shown: _Given = {}
        if count:
            first = step.requests[0]
            shown = {"method": first.method, "address": self._addresses(first)}
        if count > 1:
            given["badges"] = (*given["badges"], Phrase("journey", "+{n}").of(n=count - 1))
            shown["is_open"] = step.id in self._turned
        self._add_numbered(step, given, shown)
        if shown.get("is_open"):
            self._add_requests(step, given)
        else:
            for request in step.requests:
                self.hidden[request.id] = step.id

    def _add_requests(self, step: Step, given: _Given) -> None:
        parent = len(self.lines) - 1
        rails = _through(given["rails"])
        self.lines.extend(
            Line(
                it.id,
                LineKind.REQUEST,
                it.id,
                step.id,
                0,
                index,
                parent,
                given["depth"],
                method=it.method,
                address=self._addresses(it),
                is_on=given["is_on"] and it.is_on,
                rails=rails,
            )
            for index, it in enumerate(step.requests)
        )

    def _add_block(self, node: Node, given: _Given) -> None:
        was_on, self._is_on = self._is_on, given["is_on"]
        is_open = node.id not in self._turned
        ways = list(_ways(node))
        depth, own_rails = given["depth"], given["rails"]
        for way, (words, icon, nodes) in enumerate(ways):
            goes_on = way < len(ways) - 1 and own_rails
            rails: tuple[int, ...] = (*own_rails[:-1], _FULL) if goes_on else own_rails
            head: _Given = given | {"words": words, "icon": icon, "rails": rails, "name": node.name}
            head |= {"kind": LineKind.WAY if way else LineKind.BLOCK, "node": node.id}
            head |= {"key": f"{node.id}/{way}" if way else node.id}
            head |= {"is_open": is_open if nodes else None, "can_hold": words is not NO_WAY}
            self.lines.append(Line(**head))
            if is_open:
                outer, self._rails = self._rails, [*_through(rails), _FULL]
                self.add_nodes(nodes, node.id, way, len(self.lines) - 1, depth + 1)
                self._rails = outer
            else:
                self._hide(nodes, node.id)
        self._is_on = was_on

    def _hide(self, nodes: Nodes, key: str) -> None:
        """Note which block stands for all that is folded away in it; steps in it are numbered."""
        for node in walk(nodes):
            self.hidden[node.id] = key
            if isinstance(node, Step | CodeBlock):
                self._steps += 1
            if isinstance(node, Step):
                self.hidden |= dict.fromkeys((it.id for it in node.requests), key)

    def _add_numbered(self, node: Node, given: _Given, shown: _Given) -> None:
        self._steps += 1
        own: _Given = {"key": node.id, "kind": LineKind.STEP, "node": node.id, "name": node.name}
        self.lines.append(Line(number=self._steps, **own, **given, **shown))


def _through(rails: tuple[int, ...]) -> tuple[int, ...]:
    """Return what stands beside lines below one with these rails."""
    return tuple(_FULL if it == _FULL else 0 for it in rails)


def _single(node: Node) -> tuple[Step, Phrase] | None:
    """Return the one step of a loop that is no more than a badge on it."""
    match node:
        case Loop(nodes=(Step() as step,), is_on=True):
            badge = loop_badge(node)
            return (step, badge) if badge else None
        case _:
            return None


def _ways(node: Node) -> Iterator[tuple[Phrase, Icon, Nodes]]:
    """Yield each way of a block with what it is called."""
    match node:
        case Choice(branches=()):
            yield NO_WAY, Icon.CHOICE, ()
        case Choice(branches=branches):
            for branch in branches:
                yield way_words(node, branch), Icon.CHOICE, branch.nodes
        case Condition():
            yield condition_words(node), Icon.CONDITION, node.nodes
            yield OTHERWISE, Icon.CONDITION, node.otherwise
        case Loop():
            yield loop_words(node), Icon.LOOP, node.nodes
        case Group():
            yield group_words(node), Icon.GROUP, node.nodes
        case Step() | CodeBlock():
            pass


def _drawn(node: Node, order: Order) -> Iterator[Phrase]:
    """Yield how often a node is drawn among its neighbours, where that is asked."""
    if order is Order.WEIGHTED and node.weight != 1:
        yield Phrase("journey", "weight {n}").of(n=node.weight)
