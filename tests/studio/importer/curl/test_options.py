"""Options of curl are known by every way they may be written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.importer.curl.options import operations_of
from studio.importer.curl.words import Word


def _given(*words: str) -> list[tuple[str, str]]:
    return [
        (it.name, it.value.text)
        for operation in operations_of([Word(word) for word in words])
        for it in operation.given
    ]


@pytest.mark.parametrize(
    ("words", "given"),
    [
        (["-X", "PUT"], [("request", "PUT")]),
        (["-XPUT"], [("request", "PUT")]),
        (["-sSLd", "a=1"], [("-s", ""), ("-S", ""), ("location", ""), ("data", "a=1")]),
        (["--request", "PUT"], [("request", "PUT")]),
        (["--request=PUT"], [("request", "PUT")]),
        (["--req", "PUT"], [("request", "PUT")]),
        (["--head"], [("head", "")]),
        (["--compressed"], [("compressed", "")]),
        (["-X"], [("request", "")]),
    ],
)
def test_options(words: list[str], given: list[tuple[str, str]]) -> None:
    assert _given(*words) == given


def test_addresses_are_what_is_no_option() -> None:
    one, two = operations_of(
        [Word(it) for it in ("http://a", "--url", "http://b", "--next", "--", "-c")]
    )
    assert [it.text for it in one.addresses] == ["http://a", "http://b"]
    assert [it.text for it in two.addresses] == ["-c"]


@given(st.lists(st.text(alphabet="-aXdH=: b") | st.sampled_from(["--next", "--data", "-:"])))
def test_any_words_are_options_or_addresses(words: list[str]) -> None:
    found = operations_of([Word(it) for it in words])
    assert all(it.addresses or it.given for it in found)
