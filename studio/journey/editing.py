"""Edits of nodes and of the journey itself: add, rename, switch off, weigh, replace, delete."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from studio.journey.check import Operator, Test
from studio.journey.edit import Edit
from studio.journey.journey import Journey
from studio.journey.made import Made
from studio.journey.node import (
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
    Times,
)
from studio.journey.numbering import Numbers, remembering, with_new_ids
from studio.journey.request import Request
from studio.journey.spot import Spot, find_node, with_inserted, with_sections
from studio.journey.tree_changes import Requests, names_of, with_node, without
from studio.journey.walk import with_nodes
from studio.phrase import Phrase


def insert(journey: Journey, spot: Spot, nodes: Sequence[Node]) -> Edit:
    """Put nodes, with all that stands within them, at a spot, under new ids."""
    numbers = Numbers(journey)
    new = with_new_ids(tuple(nodes), numbers)
    changed = replace(with_inserted(journey, spot, new), last_id=numbers.last)
    sentence = Phrase("journey", "Add %n step(s)", "", 1).of(n=len(new))
    if len(new) == 1:
        sentence = Phrase("journey", "Add “{name}”").of(name=new[0].name)
    return Edit(changed, sentence, tuple(node.id for node in new))


def add_step(journey: Journey, spot: Spot, name: str) -> Edit:
    """Add a step with one request of the target's first page."""
    return insert(journey, spot, [Step("", name, (Request("", "GET", "/"),))])


def add_loop(journey: Journey, spot: Spot, name: str, nodes: Nodes = ()) -> Edit:
    """Add a loop that is walked twice."""
    return insert(journey, spot, [Loop("", name, Times(2, 2), nodes)])


def add_choice(journey: Journey, spot: Spot, name: str, ways: Sequence[str]) -> Edit:
    """Add a choice whose ways are taken equally often.

    Args:
        journey: The journey.
        spot: Where.
        name: Of the choice.
        ways: The names of its ways, at most 100.
    """
    branches = tuple(Branch(it, 100 // max(len(ways), 1), ()) for it in ways)
    return insert(journey, spot, [Choice("", name, branches)])


def add_condition(journey: Journey, spot: Spot, name: str) -> Edit:
    """Add a condition whose test is still to be written."""
    return insert(journey, spot, [Condition("", name, Test("", Operator.EQUAL, ""), ())])


def add_group(journey: Journey, spot: Spot, name: str) -> Edit:
    """Add a group without steps."""
    return insert(journey, spot, [Group("", name, ())])


def add_code(journey: Journey, spot: Spot, name: str) -> Edit:
    """Add a block for Python a person writes."""
    return insert(journey, spot, [CodeBlock("", name, "")])


def delete(journey: Journey, ids: Collection[str]) -> Edit:
    """Take nodes and requests away, with all that stands within them."""
    names = names_of(journey, ids)
    sentence = Phrase("journey", "Delete “{name}”").of(name=", ".join(names[:3]))
    return Edit(without(journey, ids) if names else journey, sentence)


def change_node(journey: Journey, node: Node, typing: str = "") -> Edit:
    """Put a node in place of the one of its id.

    Args:
        journey: The journey.
        node: As it is to be, with what stands within it.
        typing: The field being typed in, such as `note`; empty: it is one act.
    """
    find_node(journey, node.id)
    sentence = Phrase("journey", "Change “{name}”").of(name=node.name)
    return Edit(with_node(journey, node), sentence, (node.id,), _key(node.id, typing))


def rename(journey: Journey, node_id: str, name: str) -> Edit:
    """Call a node something else."""
    node = find_node(journey, node_id)
    if node.name == name:
        return Edit(journey, _renaming(node, name))
    changed = with_node(journey, replace(node, name=name))
    return Edit(changed, _renaming(node, name), (node_id,), _key(node_id, "name"))


def switch(journey: Journey, ids: Collection[str], is_on: bool) -> Edit:
    """Switch nodes and requests on or off."""
    changed = with_sections(journey, lambda it: with_nodes(it, lambda n: (_on(n, ids, is_on),)))
    name = ", ".join(names_of(journey, ids)[:3])
    off = Phrase("journey", "Switch “{name}” off").of(name=name)
    return Edit(changed, Phrase("journey", "Switch “{name}” on").of(name=name) if is_on else off)


def set_weight(journey: Journey, node_id: str, weight: int) -> Edit:
    """Say how often a node is drawn, relative to the others; at least 0."""
    node = find_node(journey, node_id)
    sentence = Phrase("journey", "Change the weight of “{name}”").of(name=node.name)
    changed = with_node(journey, replace(node, weight=max(0, weight)))
    return Edit(changed, sentence, (node_id,), _key(node_id, "weight"))


def set_next(journey: Journey, node_id: str, following: Following) -> Edit:
    """Say which nodes may follow one in a chain, and how often."""
    node = find_node(journey, node_id)
    sentence = Phrase("journey", "Change what follows “{name}”").of(name=node.name)
    changed = with_node(journey, replace(node, next=following))
    return Edit(changed, sentence, (node_id,), _key(node_id, "next"))


def change_settings(journey: Journey, changed: Journey, typing: str = "") -> Edit:
    """Change what stands beside the steps, such as the waits; id, steps and ids given stay.

    Args:
        journey: The journey.
        changed: The same journey with other settings.
        typing: The field being typed in, such as `note`; empty: it is one act.
    """
    kept = replace(
        changed,
        id=journey.id,
        once=journey.once,
        again=journey.again,
        at_end=journey.at_end,
        last_id=journey.last_id,
    )
    sentence = Phrase("journey", "Change the settings of the journey")
    if journey.name != kept.name:
        sentence = Phrase("journey", "Rename the journey to “{name}”").of(name=kept.name)
    elif journey.made != kept.made:
        sentence = Phrase("journey", "Change what users make up")
    return Edit(journey if kept == journey else kept, sentence, (), _key("journey", typing))


def set_made(journey: Journey, made: Sequence[Made], typing: str = "") -> Edit:
    """Change the variables users make up themselves."""
    return change_settings(journey, replace(journey, made=tuple(made)), typing)


def restore(journey: Journey, revision: Journey, number: int) -> Edit:
    """Bring a revision back as it stood; ids that came later are not given again.

    Args:
        journey: As it stands.
        revision: The same journey in one of its revisions.
        number: Of the revision.
    """
    back = remembering(replace(revision, id=journey.id), journey)
    sentence = Phrase("journey", "Bring back revision {number}").of(number=number)
    is_same = replace(back, last_id=journey.last_id) == journey
    return Edit(journey if is_same else back, sentence)


def _on(node: Node, ids: Collection[str], is_on: bool) -> Node:
    changed = node
    if node.id in ids and node.is_on != is_on:
        changed = replace(node, is_on=is_on)
    if isinstance(changed, Step) and any(it.id in ids for it in changed.requests):
        requests: Requests = tuple(
            replace(it, is_on=is_on) if it.id in ids and it.is_on != is_on else it
            for it in changed.requests
        )
        return changed if requests == changed.requests else replace(changed, requests=requests)
    return changed


def _key(where: str, field: str) -> str:
    return f"{where}.{field}" if field else ""


def _renaming(node: Node, name: str) -> Phrase:
    return Phrase("journey", "Rename “{old}” to “{name}”").of(old=node.name, name=name)
