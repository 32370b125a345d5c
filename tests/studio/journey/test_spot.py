"""Where nodes stand, and where others may be put."""

import pytest

from studio.journey.journey import Journey
from studio.journey.journey_error import JourneyError
from studio.journey.node import Branch, Choice, Group, Step
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

A, B, C, D = (Step(it, it.upper(), ()) for it in "abcd")
CHOICE = Choice("x", "Either", (Branch("this", 50, (B,)), Branch("that", 50, ())))
JOURNEY = Journey("J1", "J", again=(Group("g", "G", (A, CHOICE)), C), once=(D,))


def test_lists_come_from_the_top_down() -> None:
    owners = [(it.owner, it.way) for it, _ in lists_of(JOURNEY)]
    assert owners == [("once", 0), ("again", 0), ("g", 0), ("x", 0), ("x", 1), ("at_end", 0)]


def test_a_node_is_found_at_any_depth() -> None:
    assert spot_of(JOURNEY, "b") == Spot("x", 0, 0)
    assert find_node(JOURNEY, "b") is B
    assert after(JOURNEY, "a") == Spot("g", 1)
    assert at_end_of(JOURNEY, "x", 1) == Spot("x", 0, 1)
    assert at_end_of(JOURNEY, "once") == Spot("once", 1)


def test_what_stands_within_a_chosen_block_is_not_chosen_again() -> None:
    assert topmost(JOURNEY, {"c", "x", "b", "d"}) == (D, CHOICE, C)


def test_only_the_list_that_changes_is_made_anew() -> None:
    changed = with_inserted(JOURNEY, Spot("x", 0, 1), (Step("e", "E", ()),))
    assert [it.id for it in nodes_at(changed, Spot("x", 0, 1))] == ["e"]
    assert changed.once is JOURNEY.once
    assert find_node(changed, "a") is A


@pytest.mark.parametrize("spot", [Spot("a", 0), Spot("x", 0, 2), Spot("gone", 0)])
def test_a_list_that_is_not_there_is_told_of(spot: Spot) -> None:
    with pytest.raises(JourneyError):
        nodes_at(JOURNEY, spot)
    with pytest.raises(JourneyError):
        with_list(JOURNEY, spot, lambda nodes: nodes)


def test_a_node_that_is_not_there_is_told_of() -> None:
    with pytest.raises(JourneyError, match="no longer"):
        find_node(JOURNEY, "z")
