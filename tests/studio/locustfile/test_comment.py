"""No text leaves its comment."""

import ast

from hypothesis import given
from hypothesis import strategies as st

from studio.locustfile.comment import comment_line, one_line
from studio.locustfile.layout import WIDTH
from tests.strategies import texts


@given(texts, st.integers(0, 20))
def test_a_comment_is_one_line_of_no_code(text: str, depth: int) -> None:
    lines = comment_line(text, depth)
    assert len(lines) <= 1
    for line in lines:
        assert line.isprintable()
        assert len(line.splitlines()) == 1
        assert ast.parse(line.strip()).body == []
        assert len(line) <= max(WIDTH, 4 * depth + 42)
        assert not line.endswith(" ")


def test_what_cannot_be_seen_becomes_a_space() -> None:
    assert one_line(" a\n\tb\u202e\x00c ", 99) == "a b c"
    assert one_line("abcdef", 4) == "abc…"
    assert comment_line(" \n", 1) == []
