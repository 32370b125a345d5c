"""What is wrong with the tree of a journey: empty blocks, weights, chains, labels, shares, code."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from studio.journey.check import Test
from studio.journey.code_names import names_in_code
from studio.journey.journey import Journey
from studio.journey.node import (
    LEAVE,
    Branch,
    Choice,
    CodeBlock,
    Condition,
    Following,
    Group,
    Loop,
    Node,
    Nodes,
    Step,
    Until,
)
from studio.journey.order import Order
from studio.journey.own_names import LOCUSTS_OWN
from studio.journey.places import Where
from studio.journey.problem import Known, Problem, Severity
from studio.journey.repairs import deleting, on_journey, on_node
from studio.journey.scope import reachable
from studio.journey.wait import ConstantWait, NoWait
from studio.journey.walk import children_of, walk
from studio.phrase import Phrase

_ALL_PASSES = 100


def shape_problems(journey: Journey, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with the tree of a journey and with its settings."""
    yield from _of_settings(journey)
    yield from _of_order(journey.again, journey.order, Where(), may_leave=False)
    for node in walk((*journey.once, *journey.again, *journey.at_end)):
        if node.is_on:
            yield from _of_node(node, known)


def _of_settings(journey: Journey) -> Iterator[Problem]:
    if not any(it.is_on for it in journey.again):
        yield Problem(
            Where(field="again"),
            Severity.ERROR,
            Phrase("journey", "There is nothing to do again and again."),
        )
    if journey.order is Order.CHAIN and journey.labels:
        remove = on_journey(
            Phrase("journey", "Remove the labels"), lambda it: replace(it, labels=())
        )
        sentence = Phrase("journey", "A chain is walked whole: labels leave out none of its steps.")
        yield Problem(Where(field="labels"), Severity.ERROR, sentence, (remove,))
    if isinstance(journey.wait, NoWait) and journey.retries_start and journey.once:
        pause = on_journey(
            Phrase("journey", "Wait one second"), lambda it: replace(it, wait=ConstantWait(1.0))
        )
        sentence = Phrase("journey", "Without a pause, a start that fails is tried without end.")
        yield Problem(Where(field="wait"), Severity.WARNING, sentence, (pause,))


def _of_order(nodes: Nodes, order: Order, where: Where, *, may_leave: bool) -> Iterator[Problem]:
    on = [it for it in nodes if it.is_on]
    if order is Order.WEIGHTED and on and not any(it.weight > 0 for it in on):
        repairs = tuple(
            on_node(
                Phrase("journey", "Give “{step}” the weight 1").of(step=it.name),
                it.id,
                lambda node: replace(node, weight=1),
            )
            for it in on[:3]
        )
        sentence = Phrase("journey", "All weights are 0: no step is ever drawn.")
        yield Problem(replace(where, field="weight"), Severity.ERROR, sentence, repairs)
    if order is Order.CHAIN:
        yield from _of_chain(nodes, may_leave=may_leave)


def _of_chain(nodes: Nodes, *, may_leave: bool) -> Iterator[Problem]:
    on = {it.id for it in nodes if it.is_on} | {LEAVE for _ in nodes if may_leave}
    reached = reachable(nodes)
    for index, node in enumerate(nodes):
        if not node.is_on:
            continue
        where = Where(node.id, field="next")
        lost = tuple(it for it in node.next if it[0] not in on)
        kept = tuple(it for it in node.next if it[0] in on)
        if lost:
            clean = on_node(Phrase("journey", "Forget those"), node.id, _following(kept))
            sentence = Phrase("journey", "What follows “{step}” is not there, or switched off.")
            yield Problem(where, Severity.ERROR, sentence.of(step=node.name), (clean,))
        if not any(weight > 0 for _, weight in kept):
            after = nodes[(index + 1) % len(nodes)]
            go_on = on_node(
                Phrase("journey", "Go on to “{step}”").of(step=after.name),
                node.id,
                _following(((after.id, 1),)),
            )
            sentence = Phrase("journey", "Nothing follows “{step}”: its chain ends here.")
            yield Problem(where, Severity.ERROR, sentence.of(step=node.name), (go_on,))
        if node.id not in reached:
            sentence = Phrase("journey", "No step leads to “{step}”.").of(step=node.name)
            yield Problem(where, Severity.WARNING, sentence)
        if node.labels:
            yield _labelled(node)


def _labelled(node: Node) -> Problem:
    remove = on_node(
        Phrase("journey", "Remove the labels"), node.id, lambda it: replace(it, labels=())
    )
    sentence = Phrase("journey", "A chain is walked whole: labels leave out none of its steps.")
    return Problem(Where(node.id, field="labels"), Severity.ERROR, sentence, (remove,))


def _following(following: Following) -> Callable[[Node], Node]:
    return lambda node: replace(node, next=following)


def _of_node(node: Node, known: Known) -> Iterator[Problem]:
    match node:
        case Step(requests=requests):
            if not any(it.is_on for it in requests):
                sentence = Phrase("journey", "“{step}” has no request.").of(step=node.name)
                yield _empty(node, "requests", sentence)
        case CodeBlock():
            yield from _of_code(node, known)
        case Group() | Choice() | Condition() | Loop():
            yield from _of_block(node)


def _of_block(block: Group | Choice | Condition | Loop) -> Iterator[Problem]:
    if not any(it.is_on for within in children_of(block) for it in within):
        sentence = Phrase("journey", "There is nothing in “{block}”.").of(block=block.name)
        yield _empty(block, "nodes", sentence)
    match block:
        case Group(order=order, nodes=nodes):
            yield from _of_order(nodes, order, Where(block.id), may_leave=True)
        case Choice():
            yield from _of_choice(block)
        case Condition(when=test):
            yield from _of_test(test, block.name, Where(block.id, field="when"))
        case Loop(repeat=Until(test=test)):
            yield from _of_test(test, block.name, Where(block.id, field="repeat"))
        case Loop():
            pass


def _of_test(test: Test, block: str, where: Where) -> Iterator[Problem]:
    if not test.left and not test.right:
        sentence = Phrase("journey", "The test of “{block}” is still to be written.")
        yield Problem(where, Severity.ERROR, sentence.of(block=block))


def _empty(node: Node, field: str, sentence: Phrase) -> Problem:
    return Problem(Where(node.id, field=field), Severity.WARNING, sentence, (deleting(node.id),))


def _of_choice(choice: Choice) -> Iterator[Problem]:
    total = sum(it.share for it in choice.branches)
    if total <= _ALL_PASSES and all(it.share >= 0 for it in choice.branches):
        return
    repair = on_node(Phrase("journey", "Make it 100 together"), choice.id, _with_even_shares)
    sentence = Phrase("journey", "The ways of “{block}” are {total} of 100 passes.").of(
        block=choice.name, total=total
    )
    yield Problem(Where(choice.id, field="branches"), Severity.ERROR, sentence, (repair,))


def _with_even_shares(node: Node) -> Node:
    if not isinstance(node, Choice):
        return node
    total = sum(max(0, it.share) for it in node.branches) or 1
    return replace(node, branches=tuple(_shared(it, total) for it in node.branches))


def _shared(branch: Branch, total: int) -> Branch:
    return replace(branch, share=max(0, branch.share) * _ALL_PASSES // total)


def _of_code(block: CodeBlock, known: Known) -> Iterator[Problem]:
    names, where = names_in_code(block.text), Where(block.id, field="text")
    if names.fault:
        sentence = Phrase("journey", "The code of “{block}” is no Python: {reason}.")
        yield Problem(where, Severity.ERROR, sentence.of(block=block.name, reason=names.fault))
    for name in _own(names.sets):
        sentence = Phrase(
            "journey", "The code of “{block}” replaces {name}, which is Locust's own."
        )
        yield Problem(where, Severity.ERROR, sentence.of(block=block.name, name=name))
    if not known.allows_code:
        sentence = Phrase("journey", "“{block}” does not run: code is not allowed in this project.")
        yield Problem(where, Severity.WARNING, sentence.of(block=block.name))


def _own(names: Iterable[str]) -> list[str]:
    return [it for it in names if it in LOCUSTS_OWN]
