"""Nodes are moved to any place that is not within them, and blocks are put round them."""

import pytest

from studio.journey.journey import Journey
from studio.journey.journey_error import JourneyError
from studio.journey.moving import (
    can_move,
    choice_around,
    group_around,
    loop_around,
    move,
    move_down,
    move_up,
    nest,
    unnest,
    unwrap,
    wrap,
)
from studio.journey.node import Branch, Choice, Group, Node, Nodes, Step
from studio.journey.spot import Spot

A, B, C, D = (Step(it, it.upper(), ()) for it in "abcd")
GROUP = Group("g", "G", (C, D))
JOURNEY = Journey("J1", "J", again=(A, B, GROUP))


def shape(nodes: Nodes) -> str:
    """Return nodes by id, those within blocks in brackets."""
    return " ".join(map(_shape, nodes))


def _shape(node: Node) -> str:
    match node:
        case Group(nodes=nodes):
            return f"{node.id}({shape(nodes)})"
        case Choice(branches=branches):
            return f"{node.id}({' | '.join(shape(it.nodes) for it in branches)})"
        case _:
            return node.id


@pytest.mark.parametrize(
    ("ids", "spot", "then"),
    [
        ("a", Spot("again", 2), "b a g(c d)"),
        ("b", Spot("again", 0), "b a g(c d)"),
        ("ab", Spot("again", 3), "g(c d) a b"),
        ("a", Spot("g", 1), "b g(c a d)"),
        ("da", Spot("again", 1), "a d b g(c)"),
        ("dc", Spot("g", 2), "a b g(c d)"),
        ("cg", Spot("again", 0), "g(c d) a b"),
        ("a", Spot("again", 1), "a b g(c d)"),
    ],
)
def test_nodes_are_moved_in_the_order_they_stand(ids: str, spot: Spot, then: str) -> None:
    assert shape(move(JOURNEY, set(ids), spot).journey.again) == then


def test_a_move_to_where_it_stands_changes_nothing() -> None:
    assert move(JOURNEY, {"a"}, Spot("again", 1)).journey is JOURNEY


@pytest.mark.parametrize("spot", [Spot("g", 0), Spot("gone", 0), Spot("g", 0, 1)])
def test_a_block_is_not_moved_into_itself(spot: Spot) -> None:
    assert not can_move(JOURNEY, {"g"}, spot)
    with pytest.raises(JourneyError, match="cannot be moved there"):
        move(JOURNEY, {"g"}, spot)


def test_nodes_climb_up_and_down_through_blocks_and_sections() -> None:
    journey, ways = JOURNEY, list[str]()
    for _ in range(5):
        journey = move_down(journey, {"b"}).journey
        ways.append(f"{shape(journey.again)} / {shape(journey.at_end)}")
    assert ways == [
        "a g(c d) b / ",
        "a g(c d) / b",
        "a g(c d) / b",
        "a g(c d) / b",
        "a g(c d) / b",
    ]
    journey = move_up(JOURNEY, {"c"}).journey
    assert shape(journey.again) == "a b c g(d)"
    journey = move_down(JOURNEY, {"d"}).journey
    assert shape(journey.again) == "a b g(c) d"
    journey = move_up(move_up(JOURNEY, {"a"}).journey, {"a"}).journey
    assert (shape(journey.once), shape(journey.again)) == ("a", "b g(c d)")


def test_nodes_climb_through_the_ways_of_a_choice() -> None:
    choice = Choice("x", "X", (Branch("1", 50, (A,)), Branch("2", 50, (B,))))
    journey = Journey("J1", "J", (choice,))
    assert shape(move_down(journey, {"a"}).journey.again) == "x( | a b)"
    assert shape(move_up(journey, {"b"}).journey.again) == "x(a b | )"


def test_nodes_go_into_the_block_above_and_out_again() -> None:
    journey = Journey("J1", "J", (GROUP, A))
    inside = nest(journey, {"a"}).journey
    assert shape(inside.again) == "g(c d a)"
    assert unnest(inside, {"a"}).journey == journey
    assert nest(JOURNEY, {"b"}).journey is JOURNEY
    assert unnest(JOURNEY, {"b"}).journey is JOURNEY


def test_blocks_are_put_round_nodes_and_taken_apart() -> None:
    edit = wrap(JOURNEY, {"a", "b"}, group_around("Both"))
    (block,) = edit.chosen
    assert shape(edit.journey.again) == f"{block}(a b) g(c d)"
    assert shape(unwrap(edit.journey, block).journey.again) == "a b g(c d)"
    assert unwrap(JOURNEY, "a").journey is JOURNEY
    apart = wrap(JOURNEY, {"a", "d"}, group_around("Both"))
    assert shape(apart.journey.again) == f"{apart.chosen[0]}(a d) b g(c)"
    choice = wrap(JOURNEY, {"b"}, choice_around("Either", "this"))
    assert shape(choice.journey.again) == f"a {choice.chosen[0]}(b) g(c d)"
    loop = wrap(JOURNEY, {"b"}, loop_around("Again")).journey.again[1]
    assert loop.KIND == "loop"


def test_a_block_is_drawn_and_followed_as_the_nodes_in_it_were() -> None:
    first = Step("n1", "A", (), weight=2, next=(("n2", 1), ("n3", 2)))
    second = Step("n2", "B", (), weight=3, next=(("n1", 4), ("n3", 5)), labels=("read",))
    third = Step("n3", "C", (), next=(("n1", 6), ("n2", 7)))
    edit = wrap(Journey("J1", "J", (first, second, third)), {"n1", "n2"}, group_around("G"))
    block, last = edit.journey.again
    assert isinstance(block, Group)
    assert (block.weight, block.next, block.labels) == (5, (("n3", 5),), ("read",))
    assert [(it.weight, it.next) for it in block.nodes] == [(1, (("n2", 1),)), (1, (("n1", 4),))]
    assert last.next == ((block.id, 13),)


def test_a_step_that_leaves_its_chain_is_forgotten_there() -> None:
    first, second = Step("n1", "A", (), next=(("n2", 1),)), Step("n2", "B", (), next=(("n1", 1),))
    edit = move(Journey("J1", "J", (first, second)), {"n2"}, Spot("once", 0))
    assert edit.journey.again[0].next == edit.journey.once[0].next == ()


def test_nothing_chosen_is_nothing_moved() -> None:
    for edit in (move_up, move_down, nest, unnest):
        assert edit(JOURNEY, ()).journey is JOURNEY
    assert wrap(JOURNEY, (), group_around("G")).journey is JOURNEY
