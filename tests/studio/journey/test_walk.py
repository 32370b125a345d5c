"""All nodes of a journey are met, however deep they stand."""

from dataclasses import replace

from studio.journey.check import Operator, Test
from studio.journey.journey import Journey
from studio.journey.node import (
    Branch,
    Choice,
    CodeBlock,
    Condition,
    Group,
    Loop,
    Node,
    Nodes,
    Step,
    Times,
)
from studio.journey.request import Request
from studio.journey.walk import nodes_of, only_steps, requests_of, walked_part, with_nodes


def step(name: str) -> Step:
    return Step(name, name, (Request(f"r-{name}", "GET", "/"),))


INNER = Condition("k", "k", Test("", Operator.EQUAL, ""), (step("b"),), (step("c"),))
JOURNEY = Journey(
    "J1",
    "Deep",
    once=(step("a"),),
    again=(
        Group("g", "g", (INNER,)),
        Loop("l", "l", Times(2, 2), (step("d"),)),
        Choice("o", "o", (Branch("x", 60, (step("e"),)), Branch("y", 20, (step("f"),)))),
        CodeBlock("p", "p", "pass"),
    ),
    at_end=(step("z"),),
)


def test_nodes_come_from_the_top_down() -> None:
    assert "".join(node.id for node in nodes_of(JOURNEY)) == "agkbcldoefpz"


def test_all_requests_are_met() -> None:
    assert [it.id for it in requests_of(JOURNEY)] == [f"r-{name}" for name in "abcdefz"]


def test_only_steps_at_the_top_are_the_top_s() -> None:
    assert only_steps(JOURNEY.again) == ()
    assert only_steps(JOURNEY.once) == JOURNEY.once


def test_nodes_can_be_renamed_doubled_and_taken_out_at_any_depth() -> None:
    def change(node: Node) -> Nodes:
        match node.id:
            case "b":
                return (node, replace(node, id="b2"))
            case "e":
                return ()
            case _:
                return (replace(node, name="n"),)

    changed = replace(JOURNEY, again=with_nodes(JOURNEY.again, change))
    assert " ".join(node.id for node in nodes_of(changed)) == "a g k b b2 c l d o f p z"


def test_what_is_off_is_not_walked() -> None:
    off = Request("r-off", "GET", "/", is_on=False)
    begin = replace(step("a"), requests=(*step("a").requests, off))
    inner = replace(INNER, nodes=(replace(step("b"), is_on=False),))
    changed = replace(JOURNEY, once=(begin,), again=(inner, replace(JOURNEY.again[1], is_on=False)))
    walked = walked_part(changed)
    assert [it.id for it in nodes_of(walked)] == ["a", "k", "c", "z"]
    assert [it.id for it in requests_of(walked)] == ["r-a", "r-c", "r-z"]
