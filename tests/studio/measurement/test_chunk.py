"""A minute comes back from its three blobs to the last request."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.measurement.chunk import Chunk, ChunkSecond, pack_chunk, unpack_chunk, unpack_minute
from studio.measurement.histogram import histogram_of, merge
from studio.measurement.packing import PackingError

seconds = st.dictionaries(
    st.integers(0, 59),
    st.builds(
        ChunkSecond,
        st.lists(st.integers(0, 10**8), min_size=1, max_size=20).map(histogram_of),
        st.integers(0, 10**12),
    ),
    min_size=1,
    max_size=20,
)


@given(seconds)
def test_a_minute_comes_back(minute: dict[int, ChunkSecond]) -> None:
    assert unpack_chunk(pack_chunk(minute)) == minute


@given(seconds)
def test_its_histogram_is_that_of_all_its_seconds(minute: dict[int, ChunkSecond]) -> None:
    chunk = pack_chunk(minute)
    times = merge(it.response_time for it in minute.values())
    assert unpack_minute(chunk.seconds, chunk.histogram) == times


def whole() -> Chunk:
    return pack_chunk({3: ChunkSecond(histogram_of([5, 7, 900]), 12)})


def test_damage_is_named() -> None:
    chunk = whole()
    for damaged in (
        replace(chunk, fine=b""),
        replace(chunk, seconds=chunk.fine),
        replace(chunk, fine=pack_chunk({3: ChunkSecond(histogram_of([5]), 1)}).fine),
    ):
        with pytest.raises(PackingError):
            unpack_chunk(damaged)


def test_damage_of_a_histogram_is_named() -> None:
    chunk = whole()
    other = pack_chunk({3: ChunkSecond(histogram_of([5]), 1)})
    for seconds_blob, histogram in (
        (chunk.seconds, b""),
        (chunk.histogram, chunk.histogram),
        (chunk.seconds, other.histogram),
    ):
        with pytest.raises(PackingError):
            unpack_minute(seconds_blob, histogram)
