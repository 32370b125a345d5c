"""Blocks become the lines one would write by hand."""

from studio.journey.wait import BetweenWait, ConstantWait, NoWait
from studio.locustfile.block import (
    Assign,
    Attempts,
    Block,
    Call,
    Draw,
    Each,
    ForgetCookies,
    If,
    Marked,
    Note,
    Pick,
    Repeat,
    Sleep,
    Source,
    Walk,
)
from studio.locustfile.emit_block import emit_blocks
from studio.locustfile.layout import Leaf
from studio.locustfile.source_map import read_marks

YES, NO = Source(Leaf("yes")), Source(Leaf("no"))
A, B = Call("a"), Call("b")


def text(*blocks: Block, user: str = "self", depth: int = 0) -> str:
    return read_marks("\n".join(emit_blocks(blocks, depth, user))).text


def test_a_step_is_called_and_counted() -> None:
    assert text(Note("why\n"), A, Sleep(ConstantWait(1.5))) == "# why\nself.a()\ntime.sleep(1.5)"
    assert text(Call("a", 'A "b"'), user="self.user") == (
        "with counted(self.user, 'A \"b\"'):\n    self.a()"
    )
    assert text(Call("c", owner="self.user."), Sleep(NoWait())) == "self.user.c()"


def test_values_are_kept_and_cookies_forgotten() -> None:
    assert text(Assign("self.x", YES), ForgetCookies("cookiejar")) == (
        "self.x = yes\nself.client.cookiejar.clear()"
    )


def test_loops() -> None:
    assert text(Repeat(2, 2, (A,))) == "for _ in range(2):\n    self.a()"
    assert text(Repeat(1, 3, (A,))) == "for _ in range(random.randint(1, 3)):\n    self.a()"
    assert text(Each("self.ids", "item", "self.item", 9, (A,))) == (
        "for item in items_of(self.ids, 9):\n    self.item = item\n    self.a()"
    )


def test_a_loop_until_something_holds_fails_or_goes_on() -> None:
    assert text(Attempts(YES, 3, BetweenWait(1, 2), "Paid", (A,))) == (
        "for attempt in range(3):\n"
        "    if attempt:\n"
        "        time.sleep(random.uniform(1, 2))\n"
        "    self.a()\n"
        "    if yes:\n"
        "        break\n"
        "else:\n"
        '    give_up(self, "Paid")'
    )
    assert text(Attempts(YES, 3, NoWait(), None, (A,))) == (
        "for _ in range(3):\n    self.a()\n    if yes:\n        break"
    )


def test_ways_by_condition() -> None:
    assert text(If(YES, (A,))) == "if yes:\n    self.a()"
    assert text(If(YES, (), (A,))) == "if yes:\n    pass\nelse:\n    self.a()"
    inner = Marked("n", (If(NO, (A,), (B,)),))
    assert text(If(YES, (B,), (inner,))) == (
        "if yes:\n    self.b()\nelif no:\n    self.a()\nelse:\n    self.b()"
    )


def test_ways_by_share() -> None:
    assert text(Draw(((60, (A,)),))) == "if random.random() < 0.6:\n    self.a()"
    assert text(Draw(((100, (A,)),))) == "self.a()"
    assert text(Draw(((60, (A,)), (40, (B,))))) == (
        "if random.random() < 0.6:\n    self.a()\nelse:\n    self.b()"
    )
    assert text(Draw(((60, (A,)), (30, (B,))))) == (
        "drawn = random.random()\nif drawn < 0.6:\n    self.a()\nelif drawn < 0.9:\n    self.b()"
    )


def test_methods_are_drawn_by_weight() -> None:
    assert text(Pick((("a", 1),))) == "self.a()"
    assert text(Pick((("a", 1), ("b", 1)))) == "random.choice([self.a, self.b])()"
    assert text(Pick((("a", 1), ("b", 2)))) == (
        "random.choices([self.a, self.b], weights=[1, 2])[0]()"
    )
    long = Pick((("a" * 50, 1), ("b" * 50, 2)))
    assert text(long).endswith("weights = [1, 2]\nrandom.choices(ways, weights)[0]()")


def test_a_chain_is_walked() -> None:
    walk = Walk((("a", (("a", 3), (None, 1))),))
    assert text(walk) == "walk_chain({self.a: {self.a: 3, None: 1}})"
