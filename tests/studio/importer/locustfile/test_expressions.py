"""Expressions are texts where they can be."""

import ast

import pytest
from hypothesis import given

from studio.importer.locustfile.expressions import json_of, number_of, pairs_of, text_of
from studio.importer.locustfile.scope import NotVisualError, Numbers, Scope
from studio.journey.body import Hole
from studio.journey.template import Secret, Text, Variable
from studio.locustfile.literal import text_literal
from tests.strategies import texts


def scope() -> Scope:
    return Scope(
        {"KEY": (Secret("key"),), "WORD": "w"},
        {},
        Numbers(),
        attributes={"a"},
        locals={"b"},
        rows={"account": "accounts"},
    )


def parsed(source: str) -> ast.expr:
    return ast.parse(source, mode="eval").body


@given(texts)
def test_a_literal_of_the_writer_comes_back(text: str) -> None:
    assert text_of(parsed(text_literal(text)), scope()) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ('f"x{self.a}y{b}"', ("x", Variable("a"), "y", Variable("b"))),
        ('"x" + str(self.a)', ("x", Variable("a"))),
        ("KEY", (Secret("key"),)),
        ('f"Bearer {KEY}"', ("Bearer ", Secret("key"))),
        ('WORD + "x"', "wx"),
        ('self.account["name"]', (Variable("accounts.name"),)),
        ("7", "7"),
    ],
)
def test_variables_and_constants_are_known(source: str, text: Text) -> None:
    assert text_of(parsed(source), scope()) == text


def test_pairs_and_json_hold_their_variables() -> None:
    assert pairs_of(parsed('{"a": ["1", b], "c": None}'), scope()) == (
        ("a", "1"),
        ("a", (Variable("b"),)),
    )
    assert json_of(parsed('{"a~/": [-1.5, self.a]}'), scope()) == (
        '{"a~/": [-1.5, ""]}',
        (Hole("/a~0~1/1", (Variable("a"),)),),
    )


def test_only_written_numbers_are_numbers() -> None:
    assert number_of(parsed("-2.5")) == -2.5
    for source in ("x", "True", '"1"'):
        with pytest.raises(NotVisualError):
            number_of(parsed(source))
