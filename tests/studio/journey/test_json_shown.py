"""JSON bodies as the editor shows them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.journey.body import Hole, HoleType
from studio.journey.json_shown import (
    JsonTextError,
    read_shown_json,
    refuse_no_json,
    shown_json,
)
from studio.journey.template import Secret, Variable

ORDER = '{ "basket": "b-1",\r\n "card": "4711", "count": 12345678901234567890, "x": "{{no}}" }'
HOLES = (
    Hole("/card", ("no. ", Secret("card"))),
    Hole("/basket", (Variable("basket_id"),)),
    Hole("/count", (Variable("count"),), HoleType.JSON),
)
SHOWN = (
    '{ "basket": "{{basket_id}}",\r\n "card": "no. {{secret.card}}",'
    ' "count": {{count}}, "x": "\\{{no}}" }'
)

KEYS = st.text('ab/~"\\{}é', max_size=4)
LEAVES = st.none() | st.booleans() | st.integers() | st.text('a{}\\"\n/é', max_size=8)
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3)
)


def test_holes_are_shown_as_their_variables() -> None:
    assert shown_json(ORDER, HOLES) == SHOWN


def test_what_nobody_touched_comes_back_to_the_byte() -> None:
    assert read_shown_json(SHOWN, ORDER, HOLES) == (ORDER, HOLES)


def test_an_edit_elsewhere_keeps_what_was_recorded_at_the_holes() -> None:
    text, holes = read_shown_json(SHOWN.replace('"x"', '"y"'), ORDER, HOLES)
    assert text == ORDER.replace('"x"', '"y"')
    assert set(holes) == set(HOLES)


def test_a_variable_typed_into_a_value_is_a_hole() -> None:
    text, holes = read_shown_json('{"a": [1, "id-{{id}}"], "b": {{n}}, "c/d": "{{id}}"}')
    assert json.loads(text) == {"a": [1, ""], "b": None, "c/d": ""}
    assert holes == (
        Hole("/a/1", ("id-", Variable("id"))),
        Hole("/b", (Variable("n"),), HoleType.JSON),
        Hole("/c~1d", (Variable("id"),)),
    )


def test_a_value_that_becomes_a_variable_is_kept_beneath_it() -> None:
    text, _ = read_shown_json('{"a": "{{id}}", "b": {{n}}}', '{"a": "x", "b": 7}')
    assert text == '{"a": "x", "b": 7}'


def test_escapes_within_a_hole_are_read_as_json_writes_them() -> None:
    _, (hole,) = read_shown_json('["say \\"{{word}}\\" \\u00e9"]')
    assert hole.value == ('say "', Variable("word"), '" é')
    assert shown_json('[""]', (hole,)) == '["say \\"{{word}}\\" é"]'


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "{",
        "{{",
        '{"a": 1,}',
        '{"a" 1}',
        '{"{{key}}": 1}',
        '{"a": NaN}',
        '{"a": 1} {{x}}',
        "{{a}} {{b}}",
        '{"a": "{{x}}", "a": "{{y}}"}',
        '["{{x}} \\q"]',
        "[" * 500 + "{{x}}" + "]" * 500,
    ],
)
def test_what_is_no_json_is_refused(wrong: str) -> None:
    with pytest.raises(JsonTextError):
        read_shown_json(wrong, "{}")


def test_the_place_of_a_mistake_is_told() -> None:
    with pytest.raises(JsonTextError) as refusal:
        refuse_no_json('{\n "a": oops}')
    assert "line 2, sign 7" in str(refusal.value.happened)


def test_the_place_of_a_mistake_is_where_it_is_seen() -> None:
    with pytest.raises(JsonTextError) as refusal:
        read_shown_json('{"a": "{{order_id}}" x}', '{"a": "x"}')
    assert "line 1, sign 22" in str(refusal.value.happened)


@given(VALUES)
def test_any_json_comes_back_to_the_byte(value: object) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=1)
    assert read_shown_json(shown_json(text, ()), "null") == (text, ())


@given(st.dictionaries(KEYS, st.text('a{}\\"/é', max_size=6), min_size=1), st.data())
def test_any_hole_comes_back(value: dict[str, str], data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(sorted(value)))
    before = data.draw(st.text('a{}\\"\n', max_size=4))
    text = json.dumps(value)
    pointer = "/" + key.replace("~", "~0").replace("/", "~1")
    hole = Hole(pointer, (before, Variable("x"))) if before else Hole(pointer, (Variable("x"),))
    assert read_shown_json(shown_json(text, (hole,)) + " ", text, ()) == (text + " ", (hole,))
