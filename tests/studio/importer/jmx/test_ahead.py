"""Pauses and code between steps go to the step beside them."""

from studio.importer.jmx.ahead import NOTHING_AHEAD, Ahead
from studio.journey.node import Group, Node, Step
from studio.journey.wait import BetweenWait, ConstantWait
from tests.studio.importer.jmx.plans import element, part_of, props

CODE = part_of(element("JSR223Sampler", "Sign", props(script="code")))


def test_a_pause_is_added_to_that_of_a_step() -> None:
    nodes: list[Node] = [Step("n1", "a", (), wait=ConstantWait(1.0))]
    assert NOTHING_AHEAD.with_pause((0, 500)).settled(nodes) == NOTHING_AHEAD
    assert nodes == [Step("n1", "a", (), wait=BetweenWait(1.0, 1.5))]


def test_code_goes_to_a_note_and_a_pause_waits_for_a_step() -> None:
    nodes: list[Node] = [Group("g1", "a", ())]
    ahead = NOTHING_AHEAD.with_code(CODE).with_pause((500, 500))
    assert ahead.settled(nodes) == Ahead((500, 500))
    assert nodes == [Group("g1", "a", (), note="Sign\ncode")]


def test_without_a_node_all_of_it_waits() -> None:
    ahead = NOTHING_AHEAD.with_code(CODE)
    assert ahead.settled([]) == ahead
    assert NOTHING_AHEAD.with_code(part_of(element("JDBCSampler", "x"))) == NOTHING_AHEAD
