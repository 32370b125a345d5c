"""A journey → the lines of its tree, from the top down."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from studio.journey.journey import Journey
from studio.journey.node import Choice, CodeBlock, Condition, Group, Loop, Node, Nodes, Step
from studio.journey.order import Order
from studio.journey.request import Request
from studio.journey.template import put_together
from studio.journey.walk import SECTIONS
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


def lines_of(journey: Journey, turned: Collection[str] = ()) -> tuple[Line, ...]:
    """Return the lines of a journey.

    Args:
        journey: The journey.
        turned: The ids of steps whose requests are shown, and of blocks that are folded.
    """
    writer = _Writer(turned)
    for section in SECTIONS:
        nodes: Nodes = getattr(journey, section)
        words, icon = section_words(section, journey.order)
        writer.lines.append(
            Line(section, LineKind.SECTION, section, section, 0, 0, -1, 0, words=words, icon=icon)
        )
        order = journey.order if section == "again" else Order.IN_ORDER
        writer.add_nodes(nodes, section, 0, len(writer.lines) - 1, 0, order=order)
    return tuple(writer.lines)


def address_of(request: Request) -> str:
    """Return where a request goes, as the editor shows it."""
    fields = [f"{it.name}={put_together(it.value)}" for it in request.query if it.is_on]
    query = ("?" + "&".join(fields)) if fields else ""
    return (put_together(request.path) + query)[:_LONGEST]


class _Writer:
    """Writes lines one after another and keeps count of steps."""

    def __init__(self, turned: Collection[str]) -> None:
        self.lines: list[Line] = []
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
        for index, node in enumerate(nodes):
            if depth:
                self._rails[depth - 1] = _LAST if index == len(nodes) - 1 else _FULL
            line = Line(
                node.id,
                LineKind.STEP,
                node.id,
                owner,
                way,
                index,
                parent,
                depth,
                name=node.name,
                is_on=self._is_on and node.is_on,
                rails=tuple(self._rails[:depth]),
                badges=tuple(_drawn(node, order)),
            )
            self._add_node(node, line)

    def _add_node(self, node: Node, line: Line) -> None:
        around = _single(node)
        match node:
            case Step():
                self._add_step(node, line)
            case CodeBlock():
                first = node.text.strip().partition("\n")[0]
                code = replace(line, icon=Icon.CODE, badges=(*line.badges, CODE), address=first)
                self.lines.append(self._numbered(code))
            case Loop() if around is not None:
                step, badge = around
                inner = replace(
                    line,
                    key=step.id,
                    node=step.id,
                    name=step.name,
                    around=node.id,
                    badges=(*line.badges, badge),
                    is_on=line.is_on and step.is_on,
                )
                self._add_step(step, inner)
            case _:
                self._add_block(node, line)

    def _add_step(self, step: Step, line: Line) -> None:
        count = len(step.requests)
        badges = line.badges
        if count > 1:
            badges = (*badges, Phrase("journey", "+{n}").of(n=count - 1))
        first = step.requests[0] if step.requests else None
        is_open = step.id in self._turned if count > 1 else None
        self.lines.append(
            self._numbered(
                replace(
                    line,
                    badges=badges,
                    method=first.method if first else "",
                    address=address_of(first) if first else "",
                    is_open=is_open,
                )
            )
        )
        if is_open:
            self._add_requests(step, line)

    def _add_requests(self, step: Step, above: Line) -> None:
        parent = len(self.lines) - 1
        rails = _through(above.rails)
        self.lines.extend(
            Line(
                it.id,
                LineKind.REQUEST,
                it.id,
                step.id,
                0,
                index,
                parent,
                above.depth,
                method=it.method,
                address=address_of(it),
                is_on=above.is_on and it.is_on,
                rails=rails,
            )
            for index, it in enumerate(step.requests)
        )

    def _add_block(self, node: Node, line: Line) -> None:
        was_on, self._is_on = self._is_on, line.is_on
        is_open = node.id not in self._turned
        ways = list(_ways(node))
        for way, (words, icon, nodes) in enumerate(ways):
            kind = LineKind.WAY if way else LineKind.BLOCK
            rails = line.rails
            if way < len(ways) - 1 and rails:
                rails = (*rails[:-1], _FULL)
            can_hold = words is not NO_WAY
            head = replace(line, kind=kind, words=words, icon=icon, rails=rails, can_hold=can_hold)
            key = f"{node.id}/{way}" if way else node.id
            self.lines.append(replace(head, key=key, is_open=is_open if nodes else None))
            if is_open:
                outer, self._rails = self._rails, [*_through(rails), _FULL]
                self.add_nodes(nodes, node.id, way, len(self.lines) - 1, line.depth + 1)
                self._rails = outer
        self._is_on = was_on

    def _numbered(self, line: Line) -> Line:
        self._steps += 1
        return replace(line, number=self._steps)


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
