"""Statements are laid out as Black leaves them."""

from black import Mode, format_str
from hypothesis import given
from hypothesis import strategies as st

from studio.locustfile.layout import WIDTH, Group, Leaf
from studio.locustfile.literal import text_literal
from studio.locustfile.statement import Kept, When, lay_out_all

PASS = (Leaf("pass"),)


def lines(*statements: Kept | When | Leaf | Group) -> str:
    return "\n".join(lay_out_all(statements, 0)) + "\n"


def test_several_ways_are_one_chain() -> None:
    assert lines(When(((Leaf("a"), PASS), (Leaf("b"), PASS)), PASS)) == (
        "if a:\n    pass\nelif b:\n    pass\nelse:\n    pass\n"
    )


@given(st.text("abc 'x", max_size=120), st.integers(1, 40))
def test_black_leaves_what_is_kept(text: str, length: int) -> None:
    source = lines(Kept("k" * length, text_literal(text)))
    assert format_str(source, mode=Mode(line_length=WIDTH)) == source


@given(st.text("abc 'x", max_size=120))
def test_black_leaves_conditions(text: str) -> None:
    call = Group("not holds(", (Leaf("text_of(response)"), Leaf(text_literal(text))), ")")
    source = lines(When(((Leaf("a"), PASS), (call, (Group("fail(", (call,), ")"),)))))
    assert format_str(source, mode=Mode(line_length=WIDTH)) == source
