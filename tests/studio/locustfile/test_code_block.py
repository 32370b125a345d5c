"""Code a person wrote stands in a method as it was, or is refused."""

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.journey.journey_error import JourneyError
from studio.journey.node import CodeBlock
from studio.locustfile.code_block import body_of_code, code_lines, set_by_code, used_by_code
from tests.strategies import texts

LINES = st.sampled_from(
    ("x = 1", "if x:", "    y = 2", "    return", 'z = """a', "  b", '"""', "", "  ", "# note")
)
HOSTILE = st.lists(LINES | texts, max_size=6).map("\n".join)


def block(text: str) -> CodeBlock:
    return CodeBlock("c", "Sign", text)


def test_a_text_over_several_lines_keeps_its_lines() -> None:
    text = 'x = """a\n b\n\n"""\nif x:\n    y = 2\n'
    assert code_lines(block(text), 2) == [
        '        x = """a',
        " b",
        "",
        '"""',
        "        if x:",
        "            y = 2",
    ]


@given(HOSTILE)
def test_code_stays_within_its_method(text: str) -> None:
    try:
        lines = code_lines(block(text), 1)
    except JourneyError:
        return
    method, after = ast.parse("\n".join(["def f(self):", *lines, "    pass", "after"])).body
    assert isinstance(method, ast.FunctionDef)
    assert isinstance(after, ast.Expr)
    wanted = [ast.dump(it) for it in body_of_code(block(text))]
    assert [ast.dump(it) for it in method.body[:-1]] == wanted


@pytest.mark.parametrize(
    "text",
    ["x = (", "  x = 1", "x = 1\n\x0cimport os", "from os import *", "\x00", "nonlocal x", "("],
)
def test_what_cannot_stand_in_a_method_is_refused(text: str) -> None:
    with pytest.raises(JourneyError, match="Sign"):
        code_lines(block(text), 2)


def test_nothing_but_comments_is_no_code() -> None:
    assert code_lines(block("# later\n"), 2) == []


def test_what_it_keeps_and_reads_on_the_user_is_found() -> None:
    text = "self.mark = self.token\nfor self.n in ():\n    other.x = self.client.get('/')"
    assert set_by_code(block(text)) == ("mark", "n")
    assert set(used_by_code(block(text))) == {"mark", "n", "token", "client"}
