"""Trees of others are looked at without believing anything."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import FileFormatError
from studio.importer.tree import (
    DEEPEST,
    MOST_NODES,
    as_json,
    broken,
    items,
    mapping,
    mappings,
    refuse_bombs,
    text,
)

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.integers(), inner),
    max_leaves=20,
)


@given(anything)
def test_any_tree_can_be_looked_at(tree: object) -> None:
    assert all(isinstance(key, str) for key in mapping(tree))
    assert isinstance(items(tree), list)
    assert all(isinstance(it, dict) for it in mappings(tree))
    assert isinstance(text(tree), str)
    assert isinstance(as_json(tree), str)
    refuse_bombs(tree, "x")


def test_keys_that_are_numbers_become_texts() -> None:
    assert mapping({200: "ok"}) == {"200": "ok"}


def test_a_cycle_is_too_deep() -> None:
    tree: list[object] = []
    tree.append(tree)
    with pytest.raises(FileFormatError, match="more in it"):
        refuse_bombs(tree, "x")


def test_shared_parts_count_each_time() -> None:
    tree: object = "laugh"
    for _ in range(12):
        tree = [tree] * 9
    with pytest.raises(FileFormatError) as refusal:
        refuse_bombs(tree, "x")
    assert f"{MOST_NODES}" in str(refusal.value.meaning)
    assert f"{DEEPEST}" in str(refusal.value.meaning)


def test_a_refusal_names_the_file() -> None:
    assert str(broken("", "why")) == "The pasted text cannot be read: why"
