"""What is asked about each block."""

from typing import get_args

from studio.journey.node import Node, Repeat, Step, Times
from studio.journey.order import Order
from ui.journey.pane.block_kinds import BLOCKS, ORDERS, REPEATS


def test_there_is_a_plan_for_every_block() -> None:
    assert set(BLOCKS) == set(get_args(Node)) - {Step}
    assert set(REPEATS) == set(get_args(Repeat))
    assert set(ORDERS) == set(Order)


def test_the_ends_of_a_range_push_each_other() -> None:
    low, high = REPEATS[Times].specs
    assert low.with_value(Times(1, 3), 5) == Times(5, 5)
    assert high.with_value(Times(2, 3), 1) == Times(1, 1)
