"""JSON and YAML are read within bounds; bombs are refused before they go off."""

import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import FileFormatError
from studio.importer.tree_reading import read_json, read_tree, read_yaml

LAUGHS = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefghij", "bcdefghijk", strict=True)
)
MERGES = "a: &a {x: 1}\n" + "".join(
    f"{name}: &{name} {{<<: [{','.join([f'*{before}'] * 9)}], {name}1: 1}}\n"
    for before, name in zip("abcdefghij", "bcdefghijk", strict=True)
)
BOMBS = {
    "laughs": LAUGHS,
    "merged laughs": MERGES,
    "deep JSON": "[" * 1_000_000,
    "deep YAML": "a: " + "[" * 1_000_000,
    "steep YAML": "- " * 1_000_000,
    "keys within keys": "? " * 1_000_000,
    "a million values": "[" + "1," * 1_000_000 + "1]",
    "a million lines": "- 1\n" * 1_000_000,
    "a million spaces": "\n".join(" " * number + "a:" for number in range(2_500)),
    "itself": "a: &a [*a]",
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS.keys())
def test_a_bomb_is_refused_at_once(bomb: str) -> None:
    begun = time.process_time()
    if bomb is MERGES:
        assert read_yaml(bomb, "x")  # its parts are the same few keys
    else:
        with pytest.raises(FileFormatError):
            read_tree(bomb, "x")
    assert time.process_time() - begun < 2


@pytest.mark.parametrize(
    "source",
    ["a: \x00", "a: !!python/object/apply:os.system [ls]", "{a: 1, [1]: 2}", "a: [", "a: *b", '{"'],
)
def test_what_is_broken_is_refused_in_a_sentence(source: str) -> None:
    with pytest.raises(FileFormatError, match="x cannot be read"):
        read_tree(source, "x")


def test_plain_values_are_read_as_yaml_1_2_does() -> None:
    found = read_yaml("a: 2020-01-01\nb: yes\nc: 1.5\nd: 0123\ne: ~\nf: 12:30\ng: true\n", "x")
    assert found == {
        "a": "2020-01-01",
        "b": "yes",
        "c": 1.5,
        "d": "0123",
        "e": None,
        "f": "12:30",
        "g": True,
    }


def test_merged_keys_come() -> None:
    assert read_yaml("a: &a {b: 1}\nc: {<<: *a, d: 2}", "x")["c"] == {"b": 1, "d": 2}


def test_a_flow_mapping_is_no_json_and_still_read() -> None:
    assert read_tree("{a: 1}", "x") == {"a": 1}


def test_a_mark_at_the_beginning_is_passed_over() -> None:
    assert read_json('\ufeff{"a": 1}', "x") == {"a": 1}


@given(st.text() | st.text(alphabet="{}[]:-?&*!|>'\"%@`\n ,ab#"))
def test_any_text_is_read_or_refused(source: str) -> None:
    with contextlib.suppress(FileFormatError):
        read_tree(source, "x")
