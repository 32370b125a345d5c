"""Blocks say what they need, however deep it stands."""

from studio.journey.wait import BetweenWait, ConstantWait, NoWait
from studio.locustfile.block import (
    Attempts,
    Call,
    Draw,
    Each,
    ForgetCookies,
    If,
    Marked,
    Pick,
    Repeat,
    Sleep,
    Source,
    Walk,
    uses_of,
)
from studio.locustfile.layout import Leaf

YES = Source(Leaf("holds(1, 2, 3)"), frozenset({"holds"}))


def test_what_stands_within_is_needed_too() -> None:
    inner = If(YES, (), (Sleep(ConstantWait(1)),))
    nested = Marked("n", (Repeat(2, 2, (Draw(((50, (inner,)),)),)),))
    assert uses_of((nested,)) == {"holds", "time", "random"}


def test_each_block_needs_its_own() -> None:
    assert uses_of((Call("a"), ForgetCookies("cookies"), Sleep(NoWait()))) == set()
    assert uses_of((Call("a", "A"),)) == {"counted"}
    assert uses_of((Repeat(1, 2, ()),)) == {"random"}
    assert uses_of((Each("a", "b", "c", 1, ()),)) == {"items_of"}
    assert uses_of((Pick((("a", 1),)),)) == set()
    assert uses_of((Walk(()),)) == {"walk_chain", "random"}
    attempts = Attempts(YES, 3, BetweenWait(0, 1), "Wait", ())
    assert uses_of((attempts,)) == {"holds", "give_up", "time", "random"}
