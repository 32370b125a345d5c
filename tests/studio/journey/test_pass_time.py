"""How long a pass waits."""

import pytest

from studio.journey.check import Operator, Test
from studio.journey.journey import Journey
from studio.journey.node import (
    Branch,
    Choice,
    CodeBlock,
    Condition,
    Group,
    Loop,
    Step,
    Times,
    Until,
)
from studio.journey.order import Order
from studio.journey.pass_time import waiting_s
from studio.journey.wait import BetweenWait, ConstantWait, NoWait

FOUR_S = Step("n1", "Four", (), wait=BetweenWait(2, 6))
ONE_S = Step("n2", "One", (), wait=ConstantWait(1))
NONE = Step("n3", "None", (), wait=NoWait())
OFF = Step("n4", "Off", (), wait=ConstantWait(100), is_on=False)
TEST = Test("a", Operator.EQUAL, "a")


@pytest.mark.parametrize(
    ("node", "seconds"),
    [
        (FOUR_S, 4),
        (NONE, 0),
        (OFF, 0),
        (Step("n5", "No pause", ()), 0),
        (CodeBlock("n6", "Code", ""), 0),
        (Loop("n7", "Two to four", Times(2, 4), (FOUR_S, ONE_S)), 15),
        (Loop("n8", "Until", Until(TEST), (ONE_S,)), 1),
        (Choice("n9", "Choice", (Branch("a", 50, (FOUR_S,)), Branch("b", 25, (ONE_S,)))), 2.25),
        (Condition("n10", "If", TEST, (FOUR_S,), (ONE_S,)), 1),
        (Group("n11", "All", (FOUR_S, ONE_S)), 5),
        (Group("n12", "One of them", (FOUR_S, NONE), Order.WEIGHTED), 2),
    ],
    ids=lambda it: getattr(it, "name", None),
)
def test_a_node_waits_so_long(node: Step, seconds: float) -> None:
    assert waiting_s(Journey("J1", "Visitor", (node,))) == pytest.approx(seconds)


def test_a_journey_whose_steps_are_drawn_waits_the_mean_of_them() -> None:
    journey = Journey("J1", "Visitor", (FOUR_S, NONE), order=Order.WEIGHTED)
    assert waiting_s(journey) == pytest.approx(2)
    assert waiting_s(Journey("J1", "Visitor", (), order=Order.WEIGHTED)) == 0
