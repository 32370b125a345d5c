"""JSON paths are read as they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.journey.json_path import JsonPathError, json_path_text, read_json_path
from studio.journey.take import AnyItem, ItemWhere, JsonPath
from tests.strategies import texts

_keys = st.text(
    st.characters(whitelist_categories=("Lu", "Ll"), max_codepoint=127), min_size=1, max_size=8
)
_steps = st.one_of(
    texts,
    st.integers(-(10**8), 10**8),
    st.just(AnyItem()),
    st.builds(ItemWhere, _keys, texts | st.integers(-(10**9), 10**9) | st.booleans()),
)


@given(st.lists(_steps, max_size=5).map(tuple))
def test_a_path_comes_back_as_it_was_written(path: JsonPath) -> None:
    assert read_json_path(json_path_text(path)) == path


@pytest.mark.parametrize(
    ("shown", "path"),
    [
        ("$.items[*].id", ("items", AnyItem(), "id")),
        ("items.0.id", ("items", "0", "id")),
        ("$[-1]['a b']", (-1, "a b")),
        ("""$['it\\'s "so"']""", ("""it's "so\"""",)),
        ("$.a[?(@.name=='x')].id", ("a", ItemWhere("name", "x"), "id")),
        ("$.a[?@.sold == false]", ("a", ItemWhere("sold", value=False))),
        ("$", ()),
    ],
)
def test_the_usual_spellings_are_read(shown: str, path: JsonPath) -> None:
    assert read_json_path(shown) == path


@pytest.mark.parametrize("shown", ["$..id", "$.a[1:2]", "$.a b", "$[?(@.a > 1)]", "$.", "$.a]"])
def test_more_than_a_take_can_follow_is_refused(shown: str) -> None:
    with pytest.raises(JsonPathError):
        read_json_path(shown)
