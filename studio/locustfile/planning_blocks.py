"""The nodes of one section of a journey → methods, and the blocks that call them."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from math import gcd

from studio.journey.journey_error import JourneyError
from studio.journey.node import (
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
from studio.journey.wait import NoWait
from studio.locustfile.block import (
    Attempts,
    Block,
    Blocks,
    Call,
    Draw,
    Each,
    If,
    Marked,
    Note,
    Pick,
    Repeat,
    Sleep,
    Walk,
)
from studio.locustfile.code_block import code_lines
from studio.locustfile.identifiers import method_name
from studio.locustfile.planned_step import PlannedRequest, PlannedStep
from studio.locustfile.planning_chain import following_in, refuse_endless
from studio.locustfile.planning_test import plan_test
from studio.locustfile.planning_text import Names
from studio.phrase import Phrase

_ALL, _TWO = 100, 2


@dataclass(slots=True)
class Methods:
    """Methods of a class, collected as what calls them is planned."""

    names: Names
    """How variables are written in them."""

    plan_request: Callable[[Request], PlannedRequest]

    taken: set[str]
    """Attributes and methods of the class so far."""

    off: Collection[str] = ()
    """Ids of nodes that are turned off."""

    user: str = "self"
    """The user as these methods see it; in a chain's steps `self.user`."""

    found: list[PlannedStep] = field(default_factory=list[PlannedStep])

    of_user: list[PlannedStep] = field(default_factory=list[PlannedStep])
    """Those that must be methods of the user itself, where these are not: code blocks."""

    def blocks(self, nodes: Nodes, *, is_last: bool) -> Blocks:
        """Return what walks these nodes from the top down.

        Args:
            nodes: The nodes.
            is_last: Whether a pass ends with them; there is no pause after its last step.

        Raises:
            JourneyError: One of them cannot be walked.
        """
        return tuple(
            block
            for number, node in enumerate(nodes, start=1)
            for block in self._noted(node, is_last=is_last and number == len(nodes))
        )

    def task(self, node: Node, *, is_last: bool) -> PlannedStep:
        """Return the method by which a node is walked wherever it is called.

        Raises:
            JourneyError: It cannot be walked.
        """
        place = len(self.found)
        match node:
            case Step():
                planned = self._step(node)
                pause = () if is_last else _pause_after(node)
                planned = replace(planned, body=pause, counted_as=_counted_as(node))
            case Group():
                name = self._name(node)
                body = self._group_body(node, is_last=is_last)
                counted = _counted_as(node)
                planned = PlannedStep(
                    name, (), body=body, counted_as=counted, note=node.note, id=node.id
                )
            case Loop() | Choice() | Condition() | CodeBlock():
                name = self._name(node)
                planned = PlannedStep(name, (), body=self.blocks((node,), is_last=is_last))
        planned = replace(planned, user=self.user)
        self.found.insert(place, planned)
        return planned

    def _noted(self, node: Node, *, is_last: bool) -> Iterator[Block]:
        blocks = tuple(self._blocks(node, is_last=is_last))
        if not blocks or isinstance(node, Step | Group | CodeBlock):
            yield from blocks  # what they became stands in a method of theirs
        else:
            note = (Note(node.note),) if node.note else ()
            yield Marked(node.id, (*note, *blocks))

    def _blocks(self, node: Node, *, is_last: bool) -> Iterator[Block]:
        match node:
            case Step():
                planned = replace(self._step(node), user=self.user)
                self.found.append(planned)
                yield Call(planned.method, _counted_as(node))
                yield from () if is_last else _pause_after(node)
            case Group():
                method = replace(self.task(node, is_last=is_last), counted_as=None)
                self.found = [method if it.method == method.method else it for it in self.found]
                yield Call(method.method, _counted_as(node))
            case Loop():
                yield from self._loop(node)
            case Choice():
                yield from self._choice(node, is_last=is_last)
            case Condition():
                yield from self._condition(node, is_last=is_last)
            case CodeBlock():
                planned = self._code(node)
                (self.found if self.user == "self" else self.of_user).append(planned)
                yield Call(planned.method, owner=f"{self.user}.")

    def _step(self, step: Step) -> PlannedStep:
        requests = tuple(replace(self.plan_request(it), note=it.note) for it in step.requests)
        return PlannedStep(self._name(step), requests, note=step.note, id=step.id)

    def _code(self, block: CodeBlock) -> PlannedStep:
        lines = tuple(code_lines(block, 2))
        return PlannedStep(
            self._name(block), (), code=lines, code_name=block.name, note=block.note, id=block.id
        )

    def _name(self, node: Node) -> str:
        name = method_name(node.name, self.taken)
        self.taken.add(name)
        return name

    def _group_body(self, group: Group, *, is_last: bool) -> Blocks:
        if group.order is Order.IN_ORDER:
            return self.blocks(group.nodes, is_last=is_last)
        methods = [self.task(node, is_last=is_last).method for node in group.nodes]
        if not methods:
            return ()
        if group.order is Order.WEIGHTED:
            weights = [node.weight for node in group.nodes]
            _refuse_unless(min(weights) >= 0 and sum(weights) > 0, group)
            return (_pick(methods, weights),)
        chain = following_in(group.nodes, methods, group.name, self.off)
        refuse_endless(chain, methods, group.name)
        return (Walk(tuple(zip(methods, chain, strict=True))),)

    def _loop(self, loop: Loop) -> Iterator[Block]:
        body = self.blocks(loop.nodes, is_last=False)
        if not body:
            return
        match loop.repeat:
            case Times(low, high):
                _refuse_unless(0 <= low <= high, loop)
                yield Repeat(low, high, body)
            case EachItem(variable, item, at_most):
                _refuse_unless(at_most >= 0, loop)
                kept = self.names.variables[item]
                items = plan_variable(variable, self.names)
                yield Each(items, kept.rpartition(".")[2], kept, at_most, body)
            case Until(test, at_most, pause, fails):
                _refuse_unless(at_most >= 1, loop)
                name = loop.name if fails else None
                yield Attempts(plan_test(test, self.names), at_most, pause, name, body)

    def _choice(self, choice: Choice, *, is_last: bool) -> Iterator[Block]:
        shares = [branch.share for branch in choice.branches]
        _refuse_unless(all(share >= 0 for share in shares) and sum(shares) <= _ALL, choice)
        ways = tuple(
            (branch.share, body)
            for branch in choice.branches
            if branch.share and (body := self.blocks(branch.nodes, is_last=is_last))
        )
        called = [body[0] for _, body in ways if len(body) == 1]
        calls = [it.method for it in called if isinstance(it, Call) and it.counted_as is None]
        if len(calls) == len(ways) > _TWO and sum(share for share, _ in ways) == _ALL:
            yield _pick(calls, [share for share, _ in ways])
        elif ways:
            yield Draw(ways)

    def _condition(self, condition: Condition, *, is_last: bool) -> Iterator[Block]:
        body = self.blocks(condition.nodes, is_last=is_last)
        otherwise = self.blocks(condition.otherwise, is_last=is_last)
        if body or otherwise:
            yield If(plan_test(condition.when, self.names), body, otherwise)


def plan_variable(variable: str, names: Names) -> str:
    """Return the expression of a variable that is no text.

    Raises:
        JourneyError: Nothing gives it a value.
    """
    if variable not in names.variables:
        raise JourneyError(
            Phrase("locustfile", "Nothing gives a value to {variable}.").of(
                variable=f"{{{{{variable}}}}}"
            ),
            remedy=Phrase("locustfile", "Take the list from an answer."),
        )
    return names.variables[variable]


def _pause_after(step: Step) -> Blocks:
    return (Sleep(step.wait),) if step.wait and not isinstance(step.wait, NoWait) else ()


def _counted_as(node: Step | Group) -> str | None:
    return node.name if node.is_counted else None


def _pick(methods: Sequence[str], weights: Sequence[int]) -> Pick:
    divisor = gcd(*weights) or 1
    return Pick(tuple(zip(methods, (it // divisor for it in weights), strict=True)))


def _refuse_unless(holds: bool, node: Node) -> None:
    if not holds:
        raise JourneyError(
            Phrase("locustfile", "“{block}” cannot be walked: its numbers make no sense.").of(
                block=node.name
            ),
            remedy=Phrase("locustfile", "Change how often it is walked, its shares or its weight."),
        )
