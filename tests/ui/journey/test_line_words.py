"""What lines are called."""

import pytest

from studio.journey.check import Operator, Test
from studio.journey.node import (
    Branch,
    Choice,
    Condition,
    EachItem,
    Group,
    Loop,
    Repeat,
    Times,
    Until,
)
from studio.journey.order import Order
from studio.journey.template import Variable
from ui.journey.line_words import (
    condition_words,
    group_words,
    loop_badge,
    loop_words,
    section_words,
    way_words,
)

PAID = Test((Variable("status"),), Operator.EQUAL, "paid")


@pytest.mark.parametrize(
    ("repeat", "words", "badge"),
    [
        (Times(1, 1), "Repeat 1 time", "×1"),
        (Times(3, 3), "Repeat 3 times", "×3"),
        (Times(1, 4), "Repeat 1 to 4 times", "×1-4"),
        (EachItem("items", "item"), "For each item of items", None),
        (Until(PAID), "Until {{status}} is “paid”, at most 10 times", None),
    ],
    ids=str,
)
def test_a_loop_says_how_often(repeat: Repeat, words: str, badge: str | None) -> None:
    loop = Loop("n1", "Loop", repeat, ())
    assert str(loop_words(loop)) == words
    found = loop_badge(loop)
    assert (found and str(found)) == badge


def test_a_way_says_how_many_come_along_it_and_its_name_where_there_are_several() -> None:
    pays, leaves = Branch("pays", 60, ()), Branch("leaves", 30, ())
    alone, both = Choice("n1", "Choice", (pays,)), Choice("n1", "Choice", (pays, leaves))
    assert str(way_words(alone, pays)) == "In 60 of 100 passes"
    assert str(way_words(both, leaves)) == "In 30 of 100 passes: leaves"


@pytest.mark.parametrize("operator", Operator)
def test_every_test_is_a_sentence(operator: Operator) -> None:
    test = Test((Variable("status"),), operator, "paid")
    words = str(condition_words(Condition("n1", "If", test, ())))
    assert words.startswith("If {{status}} ")
    assert "“paid”" in words
    until = str(loop_words(Loop("n1", "Loop", Until(test), ())))
    assert until.startswith("Until {{status}} ")


def test_a_test_without_a_left_side_shows_where_it_is_missing() -> None:
    words = condition_words(Condition("n1", "If", Test("", Operator.EQUAL, ""), ()))
    assert str(words) == "If … is “”"


def test_sections_and_groups_say_how_they_are_walked() -> None:
    said = {order: str(section_words("again", order)[0]) for order in Order}
    assert len(set(said.values())) == len(Order)
    assert str(section_words("once", Order.CHAIN)[0]) == "Once at the start"
    groups = {str(group_words(Group("n1", "Help", (), order))) for order in Order}
    assert len(groups) == len(Order)
    assert all(it.startswith("Help: ") for it in groups)
