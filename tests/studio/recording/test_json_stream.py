"""A large JSON file is read piece by piece, and read as the standard library reads it."""

import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.recording.json_stream import BrokenJsonError, JsonStream
from tests.strategies import texts

_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)


class Drip(io.BytesIO):
    """A file that gives a few bytes at a time, whatever it is asked for."""

    def read(self, size: int | None = -1) -> bytes:
        return super().read(3 if size is None else min(size, 3))


@settings(max_examples=40)
@given(st.dictionaries(texts, _values, max_size=4), st.sampled_from((None, 2)))
def test_an_object_is_read_as_it_was_written(whole: dict[str, Any], indent: int | None) -> None:
    written = json.dumps(whole, indent=indent).encode()
    stream = JsonStream(Drip(written))
    assert {key: stream.value() for key in stream.keys()} == whole  # noqa: SIM118


@settings(max_examples=40)
@given(st.lists(_values, max_size=4))
def test_each_item_can_be_found_again_at_its_place(items: list[Any]) -> None:
    file = Drip(json.dumps({"items": items}).encode())
    stream = JsonStream(file)
    places: list[tuple[int, int]] = []
    for _ in stream.keys():  # noqa: SIM118
        for _ in stream.items():
            piece = stream.piece()
            places.append((stream.position - len(piece), len(piece)))
    whole = file.getvalue()
    assert [json.loads(whole[at : at + length]) for at, length in places] == items


@pytest.mark.parametrize(
    "written",
    [
        b"",
        b"{",
        b'{"a',
        b'{"a": [1, 2',
        b"nothing",
        b'{"a": }',
        b"[" * 100_000,
        b"{1: 2}",
        b'{"a" 1]',
    ],
)
def test_what_is_no_json_is_refused_with_the_place(written: bytes) -> None:
    stream = JsonStream(io.BytesIO(written))
    with pytest.raises(BrokenJsonError, match="no JSON"):
        _ = [stream.value() for _ in stream.keys()]  # noqa: SIM118
