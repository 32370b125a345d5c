"""Edits that move nodes: elsewhere, up, down, into blocks, out of them, and blocks round them."""

from collections.abc import Collection
from dataclasses import replace

from studio.journey.edit import Edit
from studio.journey.journey import Journey
from studio.journey.journey_error import JourneyError
from studio.journey.node import Branch, Choice, Following, Group, Loop, Node, Nodes, Step, Times
from studio.journey.numbering import Numbers
from studio.journey.spot import (
    Spot,
    after,
    at_end_of,
    find_node,
    lists_of,
    nodes_at,
    spot_of,
    topmost,
    with_inserted,
    with_list,
)
from studio.journey.tree_changes import taken_out, without
from studio.journey.walk import SECTIONS, children_of, walk
from studio.phrase import Phrase

Block = Loop | Choice | Group
"""What can be put round nodes at once; a condition needs its test first."""


def can_move(journey: Journey, ids: Collection[str], spot: Spot) -> bool:
    """Return whether nodes can be moved to a spot: not where none are left, nor into themselves."""
    inner = {it.id for it in walk(topmost(journey, ids))}
    lists = {(it.owner, it.way) for it, _ in lists_of(journey)}
    return bool(inner) and spot.owner not in inner and (spot.owner, spot.way) in lists


def move(journey: Journey, ids: Collection[str], spot: Spot) -> Edit:
    """Move nodes to a spot, in the order they stand.

    Raises:
        JourneyError: The spot is within one of them, or is not there.
    """
    moved = topmost(journey, ids)
    return Edit(_moved(journey, moved, spot), _moving(moved), _ids(moved))


def move_up(journey: Journey, ids: Collection[str]) -> Edit:
    """Move nodes one place up; at the top of a block before it, and of a section into the last."""
    moved = topmost(journey, ids)
    spot = _above(journey, moved[0].id) if moved else None
    sentence = Phrase("journey", "Move “{name}” up").of(name=_name(moved))
    return Edit(_moved(journey, moved, spot) if spot else journey, sentence, _ids(moved))


def move_down(journey: Journey, ids: Collection[str]) -> Edit:
    """Move nodes one place down; at the end of a block after it, and of a section into the next."""
    moved = topmost(journey, ids)
    spot = _below(journey, moved[-1].id) if moved else None
    sentence = Phrase("journey", "Move “{name}” down").of(name=_name(moved))
    return Edit(_moved(journey, moved, spot) if spot else journey, sentence, _ids(moved))


def nest(journey: Journey, ids: Collection[str]) -> Edit:
    """Move nodes to the end of the block that stands right above them."""
    moved = topmost(journey, ids)
    spot = spot_of(journey, moved[0].id) if moved else Spot("again", 0)
    above = nodes_at(journey, spot)[spot.index - 1] if spot.index else None
    ways = len(children_of(above)) if above else 0
    sentence = Phrase("journey", "Move “{name}” into the block").of(name=_name(moved))
    if above is None or not ways:
        return Edit(journey, sentence, _ids(moved))
    into = at_end_of(journey, above.id, ways - 1)
    return Edit(_moved(journey, moved, into), sentence, _ids(moved))


def unnest(journey: Journey, ids: Collection[str]) -> Edit:
    """Move nodes out of the block they stand in, to after it."""
    moved = topmost(journey, ids)
    owner = spot_of(journey, moved[0].id).owner if moved else "again"
    sentence = Phrase("journey", "Move “{name}” out of the block").of(name=_name(moved))
    if owner in SECTIONS:
        return Edit(journey, sentence, _ids(moved))
    return Edit(_moved(journey, moved, after(journey, owner)), sentence, _ids(moved))


def wrap(journey: Journey, ids: Collection[str], block: Block) -> Edit:
    """Put a new block round nodes; it stands where the first of them stood, and is drawn as they.

    Args:
        journey: The journey.
        ids: Of the nodes; those that stand elsewhere come to the first of them.
        block: Empty, its id too; of a choice the first way gets the nodes.
    """
    moved = topmost(journey, ids)
    sentence = Phrase("journey", "Put “{name}” into “{block}”").of(
        name=_name(moved), block=block.name
    )
    if not moved:
        return Edit(journey, sentence)
    numbers = Numbers(journey)
    new = numbers.node()
    together = _moved(journey, moved, spot_of(journey, moved[0].id))
    spot = spot_of(together, moved[0].id)
    inside = tuple(
        _plain(it, _ids(moved)) for it in nodes_at(together, spot)[spot.index :][: len(moved)]
    )
    whole = _drawn_as(_filled(replace(block, id=new), inside), moved)
    changed = with_list(together, spot, lambda it: _wrapped(it, whole, set(_ids(moved))))
    return Edit(replace(changed, last_id=numbers.last), sentence, (new,))


def unwrap(journey: Journey, block_id: str) -> Edit:
    """Put what stands within a block in its place."""
    block = find_node(journey, block_id)
    sentence = Phrase("journey", "Take “{name}” apart").of(name=block.name)
    inside = tuple(node for within in children_of(block) for node in within)
    if not children_of(block):
        return Edit(journey, sentence, (block_id,))
    spot = spot_of(journey, block_id)
    changed = with_inserted(without(journey, {block_id}), spot, inside)
    return Edit(changed, sentence, _ids(inside))


def loop_around(name: str) -> Loop:
    """Return an empty loop, to be put round nodes."""
    return Loop("", name, Times(2, 2), ())


def choice_around(name: str, way: str) -> Choice:
    """Return a choice with one way that every other pass takes, to be put round nodes."""
    return Choice("", name, (Branch(way, 50, ()),))


def group_around(name: str) -> Group:
    """Return an empty group, to be put round nodes."""
    return Group("", name, ())


def _moved(journey: Journey, moved: Nodes, spot: Spot) -> Journey:
    if not moved:
        return journey
    if not can_move(journey, _ids(moved), spot):
        raise JourneyError(
            Phrase("journey", "“{name}” cannot be moved there.").of(name=_name(moved)),
            meaning=Phrase("journey", "Nothing was changed."),
            remedy=Phrase("journey", "Choose a place outside of it."),
        )
    ids = set(_ids(moved))
    siblings = nodes_at(journey, spot)
    staying = {it.id for it in siblings}
    before = sum(it.id in ids for it in siblings[: spot.index])
    target = replace(spot, index=spot.index - before)
    rest = taken_out(journey, ids - staying)
    rest = with_list(rest, target, lambda it: tuple(node for node in it if node.id not in ids))
    arriving = tuple(_known_there(it, staying | ids) for it in moved)
    changed = with_inserted(rest, target, arriving)
    return journey if changed == journey else changed


def _known_there(node: Node, known: set[str]) -> Node:
    """Return a node whose chain goes on only to what stands beside it, or out of its group."""
    following = tuple(it for it in node.next if it[0] in known or not it[0])
    return node if following == node.next else replace(node, next=following)


def _above(journey: Journey, node_id: str) -> Spot | None:
    spot = spot_of(journey, node_id)
    if spot.index:
        return replace(spot, index=spot.index - 1)
    if spot.way:
        return at_end_of(journey, spot.owner, spot.way - 1)
    if spot.owner not in SECTIONS:
        return spot_of(journey, spot.owner)
    section = SECTIONS.index(spot.owner)
    return at_end_of(journey, SECTIONS[section - 1]) if section else None


def _below(journey: Journey, node_id: str) -> Spot | None:
    spot = spot_of(journey, node_id)
    if spot.index + 1 < len(nodes_at(journey, spot)):
        return replace(spot, index=spot.index + 2)
    if spot.owner not in SECTIONS:
        ways = len(children_of(find_node(journey, spot.owner)))
        within = Spot(spot.owner, 0, spot.way + 1)
        return within if spot.way + 1 < ways else after(journey, spot.owner)
    section = SECTIONS.index(spot.owner)
    return Spot(SECTIONS[section + 1], 0) if section + 1 < len(SECTIONS) else None


def _filled(block: Block, nodes: Nodes) -> Block:
    if isinstance(block, Choice):
        first = replace(block.branches[0], nodes=nodes)
        return replace(block, branches=(first, *block.branches[1:]))
    return replace(block, nodes=nodes)


def _drawn_as(block: Block, nodes: Nodes) -> Block:
    """Return a block that is drawn as often as the nodes in it were, and followed as the last."""
    inside = set(_ids(nodes))
    following = tuple(it for it in nodes[-1].next if it[0] not in inside)
    labels = tuple(dict.fromkeys(label for it in nodes for label in it.labels))
    return replace(block, weight=sum(it.weight for it in nodes), next=following, labels=labels)


def _plain(node: Node, siblings: Collection[str]) -> Node:
    following = tuple(it for it in node.next if it[0] in siblings)
    return replace(node, weight=1, next=following, labels=())


def _wrapped(nodes: Nodes, block: Node, inside: set[str]) -> Nodes:
    """Return a list with a block in place of what it holds; chains lead to the block instead."""
    at = next(index for index, node in enumerate(nodes) if node.id in inside)
    rest = [_leading_to(it, block.id, inside) for it in nodes if it.id not in inside]
    return (*rest[:at], block, *rest[at:])


def _leading_to(node: Node, block_id: str, inside: set[str]) -> Node:
    if not any(it in inside for it, _ in node.next):
        return node
    summed: dict[str, int] = {}
    for target, weight in node.next:
        key = block_id if target in inside else target
        summed[key] = summed.get(key, 0) + weight
    following: Following = tuple(summed.items())
    return replace(node, next=following)


def _ids(nodes: Nodes) -> tuple[str, ...]:
    return tuple(it.id for it in nodes)


def _name(nodes: Nodes) -> str:
    return ", ".join(it.name[:60] for it in nodes[:3])


def _moving(nodes: Nodes) -> Phrase:
    if len(nodes) == 1 and isinstance(nodes[0], Step):
        return Phrase("journey", "Move the step “{name}”").of(name=_name(nodes))
    return Phrase("journey", "Move “{name}”").of(name=_name(nodes))
