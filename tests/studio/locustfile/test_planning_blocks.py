"""Nodes become methods and the blocks that call them, at any depth."""

from dataclasses import replace

import pytest

from studio.journey.check import Operator, Test
from studio.journey.journey_error import JourneyError
from studio.journey.node import Branch, Choice, Condition, EachItem, Group, Loop, Node, Times, Until
from studio.journey.order import Order
from studio.journey.request import Request
from studio.journey.wait import ConstantWait
from studio.locustfile.block import Blocks, Call, Draw, Marked, Pick, Repeat, Sleep
from studio.locustfile.layout import Leaf
from studio.locustfile.planned_step import PlannedRequest
from studio.locustfile.planning_blocks import Methods
from studio.locustfile.planning_text import Names
from tests.studio.locustfile.block_samples import step

A = step("a", wait=ConstantWait(1))
B = step("b", wait=ConstantWait(2))
NAMES = Names({}, {}, {}, {"ids": "self.ids", "item": "self.item"})


def planned(request: Request) -> PlannedRequest:
    return PlannedRequest(Leaf(request.id))


def methods() -> Methods:
    return Methods(NAMES, planned, set())


def blocks(*nodes: Node, is_last: bool = True) -> Blocks:
    return methods().blocks(nodes, is_last=is_last)


def within(block: object) -> Blocks:
    assert isinstance(block, Marked)
    return block.body


def test_there_is_no_pause_after_the_last_step_of_a_pass() -> None:
    assert blocks(A, B) == (Call("a"), Sleep(ConstantWait(1)), Call("b"))
    assert blocks(A, is_last=False) == (Call("a"), Sleep(ConstantWait(1)))


def test_the_last_step_may_stand_in_a_block() -> None:
    (choice,) = blocks(Choice("c", "c", (Branch("x", 60, (A, B)),)))
    assert within(choice) == (Draw(((60, (Call("a"), Sleep(ConstantWait(1)), Call("b"))),)),)
    (loop,) = blocks(Loop("l", "l", Times(2, 2), (A,)))
    assert within(loop) == (Repeat(2, 2, (Call("a"), Sleep(ConstantWait(1)))),)


def test_what_holds_nothing_is_left_out() -> None:
    test = Test("1", Operator.EQUAL, "1")
    empty = (
        Loop("l", "l", Times(2, 2), ()),
        Choice("c", "c", (Branch("x", 0, (A,)), Branch("y", 50, ()))),
        Condition("k", "k", test, ()),
    )
    collected = methods()
    assert collected.blocks(empty, is_last=True) == ()
    assert collected.found == []


def test_a_group_is_a_method_before_those_it_calls() -> None:
    group = Group("g", "Go", (A, B), order=Order.WEIGHTED, is_counted=True)
    collected = methods()
    assert collected.blocks((group,), is_last=False) == (Call("go", "Go"),)
    assert [it.method for it in collected.found] == ["go", "a", "b"]
    assert collected.found[0].body == (Pick((("a", 1), ("b", 1))),)
    assert collected.found[1].body == (Sleep(ConstantWait(1)),)
    assert collected.found[0].counted_as is None, "it is counted where it is called"


def test_ways_that_are_steps_are_drawn_as_methods() -> None:
    branches = tuple(Branch(name, share, (step(name),)) for name, share in (("x", 70), ("y", 20)))
    (choice,) = blocks(Choice("c", "c", (*branches, Branch("z", 10, (step("z"),)))))
    assert within(choice) == (Pick((("x", 7), ("y", 2), ("z", 1))),)


@pytest.mark.parametrize(
    "node",
    [
        Loop("l", "Odd", Times(3, 2), (A,)),
        Loop("l", "Odd", Times(-1, 2), (A,)),
        Loop("l", "Odd", EachItem("ids", "item", -1), (A,)),
        Loop("l", "Odd", Until(Test("1", Operator.EQUAL, "1"), 0), (A,)),
        Choice("c", "Odd", (Branch("x", 60, (A,)), Branch("y", 50, (B,)))),
        Choice("c", "Odd", (Branch("x", -1, (A,)),)),
        Group("g", "Odd", (replace(A, weight=0),), order=Order.WEIGHTED),
    ],
)
def test_numbers_without_a_meaning_are_refused(node: Node) -> None:
    with pytest.raises(JourneyError, match="Odd"):
        blocks(node)


def test_a_list_that_nothing_gives_is_named() -> None:
    with pytest.raises(JourneyError, match="others"):
        blocks(Loop("l", "l", EachItem("others", "item"), (A,)))
