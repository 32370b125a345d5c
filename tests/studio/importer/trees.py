"""Trees of any shape, as JSON and YAML may give them."""

from hypothesis import strategies as st

from tests.strategies import texts

anything: st.SearchStrategy[object] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)


def shaped(*keys: str) -> st.SearchStrategy[object]:
    """Return trees with these keys in all places."""
    return st.recursive(
        st.none() | st.booleans() | st.integers() | st.sampled_from(keys) | texts,
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(keys), inner, min_size=1, max_size=6)
        ),
        max_leaves=25,
    )
