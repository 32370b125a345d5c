"""Values are found in a JSON text without rewriting it."""

import json
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.journey.json_places import place_in, read_pointer

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=10,
)


def places(value: Any, at: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], Any]]:  # noqa: ANN401
    found = [(at, value)]
    if isinstance(value, list):
        for number, item in enumerate(cast("list[Any]", value)):
            found += places(item, (*at, str(number)))
    if isinstance(value, dict):
        for key, item in cast("dict[str, Any]", value).items():
            found += places(item, (*at, key))
    return found


@given(values, st.sampled_from([None, 1, "\t"]), st.booleans())
def test_every_value_is_found(value: object, indent: int | str | None, ascii_only: bool) -> None:
    text = " " + json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    for steps, item in places(value):
        found = place_in(text, list(steps))
        assert found is not None
        assert json.loads(text[slice(*found)]) == item


@pytest.mark.parametrize("text", ["", "{", '{"a"', '{"a": ', "[1,", "x", '{"a": 1', "[" * 9999])
def test_what_is_no_json_has_no_places(text: str) -> None:
    assert place_in(text, ["a", "0"]) is None


def test_of_a_repeated_key_the_first_counts() -> None:
    assert place_in('{"a": 1, "a": 2}', ["a"]) == (6, 7)


def test_a_pointer_can_name_any_key() -> None:
    assert read_pointer("/a~1b/m~0n/0/") == ["a/b", "m~n", "0", ""]
    assert read_pointer("") == []
