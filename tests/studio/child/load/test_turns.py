"""Everyone has as many turns as weight, evenly mixed."""

from collections import Counter
from itertools import islice

from hypothesis import given
from hypothesis import strategies as st

from studio.child.load.turns import turns

weights = st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 20), min_size=1)


@given(weights)
def test_a_round_gives_each_its_weight(weight: dict[str, int]) -> None:
    total = sum(weight.values())
    for rounds in (1, 3):
        assert Counter(islice(turns(weight), rounds * total)) == {
            name: rounds * count for name, count in weight.items()
        }


def test_turns_are_mixed_not_bunched() -> None:
    assert "".join(islice(turns({"a": 5, "b": 1, "c": 1}), 7)) == "aabacaa"
