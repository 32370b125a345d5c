"""Blocks: what is asked about a loop, a choice, a condition, a group and a block of code."""

from collections.abc import Mapping
from dataclasses import dataclass

from studio.journey.check import Operator, Test
from studio.journey.node import (
    Choice,
    CodeBlock,
    Condition,
    EachItem,
    Group,
    Loop,
    Times,
    Until,
)
from studio.journey.order import Order
from studio.journey.template import Variable
from studio.journey.typed_line import read_variable
from studio.phrase import NOTHING, Phrase
from ui.journey.pane.branches_field import BranchesField
from ui.journey.pane.larger_fields import CodeField, PauseField, TestField
from ui.journey.pane.making import count, line, one_of, union
from ui.journey.pane.record_form import Spec
from ui.journey.pane.union_form import Kind
from ui.theme.icons import Icon

_MOST_TIMES = 100_000

ORDERS: Mapping[Order, Phrase] = {
    Order.IN_ORDER: Phrase("journey", "All of them, top to bottom"),
    Order.WEIGHTED: Phrase("journey", "One at random, by weight"),
    Order.CHAIN: Phrase("journey", "A chain: each says what may follow"),
}

_ENDS = {
    True: Phrase("journey", "Give up this pass"),
    False: Phrase("journey", "Go on behind it"),
}


def _with_low(times: Times, low: int) -> Times:
    return Times(low, max(low, times.high))


def _with_high(times: Times, high: int) -> Times:
    return Times(min(times.low, high), high)


REPEATS: Mapping[type, Kind] = {
    Times: Kind(
        Phrase("journey", "So many times"),
        lambda: Times(3, 3),
        (
            Spec("low", Phrase("journey", "At least"), count(0, _MOST_TIMES), put=_with_low),
            Spec("high", Phrase("journey", "At most"), count(1, _MOST_TIMES), put=_with_high),
        ),
        Phrase("journey", "Where the two differ, the number is drawn anew each time."),
    ),
    EachItem: Kind(
        Phrase("journey", "For each item of a list"),
        lambda: EachItem("items", "item"),
        (
            Spec("variable", Phrase("journey", "The list"), line(read_variable, hint="items")),
            Spec("item", Phrase("journey", "Call one"), line(read_variable, hint="item")),
            Spec("at_most", Phrase("journey", "At most"), count(1, _MOST_TIMES)),
        ),
        Phrase("journey", "A list is taken from a JSON answer, such as $.items."),
    ),
    Until: Kind(
        Phrase("journey", "Until a test holds"),
        lambda: Until(Test((Variable("status"),), Operator.EQUAL, "done")),
        (
            Spec("test", Phrase("journey", "Until"), TestField),
            Spec("at_most", Phrase("journey", "Times at most"), count(1, _MOST_TIMES)),
            Spec("pause", Phrase("journey", "Between two"), PauseField),
            Spec("fails", Phrase("journey", "Else"), one_of(_ENDS)),
        ),
    ),
}
"""Every way to repeat, in the order they are offered."""


@dataclass(frozen=True, slots=True)
class BlockPlan:
    """What the pane of a block shows."""

    icon: Icon
    part_icon: Icon
    title: Phrase
    specs: tuple[Spec, ...]
    hint: Phrase = NOTHING


BLOCKS: Mapping[type, BlockPlan] = {
    Loop: BlockPlan(
        Icon.LOOP,
        Icon.LOOP,
        Phrase("journey", "Repeats"),
        (Spec("repeat", Phrase("journey", "Repeats"), union(REPEATS), is_wide=True),),
    ),
    Choice: BlockPlan(
        Icon.CHOICE,
        Icon.CHOICE,
        Phrase("journey", "Ways"),
        (Spec("branches", Phrase("journey", "Ways"), BranchesField, is_wide=True),),
        Phrase("journey", "Each pass takes one way, drawn by its share."),
    ),
    Condition: BlockPlan(
        Icon.CONDITION,
        Icon.CONDITION,
        Phrase("journey", "When"),
        (Spec("when", Phrase("journey", "When"), TestField, is_wide=True),),
        Phrase("journey", "Numbers are held against each other as numbers."),
    ),
    Group: BlockPlan(
        Icon.GROUP,
        Icon.RANDOM,
        Phrase("journey", "Walks"),
        (Spec("order", Phrase("journey", "Walks"), one_of(ORDERS), is_wide=True),),
    ),
    CodeBlock: BlockPlan(
        Icon.CODE,
        Icon.CODE,
        Phrase("journey", "Python"),
        (Spec("text", Phrase("journey", "Python"), CodeField, is_wide=True),),
        Phrase(
            "journey",
            "It runs only where this project is trusted and code is allowed."
            " In it, self is the user, and self.client sends its requests.",
        ),
    ),
}
"""Every block, with what is asked about it."""
