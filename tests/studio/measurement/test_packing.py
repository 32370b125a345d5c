"""Packed counts come back, and damage is noticed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.measurement.packing import PackingError, pack, pack_text, unpack, unpack_text

counts = st.dictionaries(st.integers(0, 5000), st.integers(1, 10**9))


@given(counts)
def test_counts_come_back(given_counts: dict[int, int]) -> None:
    assert unpack(pack(given_counts)) == given_counts
    assert unpack_text(pack_text(given_counts)) == given_counts


@given(st.binary(max_size=60))
def test_rubbish_is_refused_or_reads_as_counts(packed: bytes) -> None:
    try:
        found = unpack(packed)
    except PackingError:
        return
    assert all(count > 0 for count in found.values())


@pytest.mark.parametrize(
    "packed", [b"\x01", b"\x81", b"\x01\x00", b"\xff" * 12, b"\x00\x01\x00\x01"]
)
def test_damage_is_named(packed: bytes) -> None:
    with pytest.raises(PackingError):
        unpack(packed)


def test_a_text_that_is_not_base64_is_refused() -> None:
    with pytest.raises(PackingError):
        unpack_text("?")
