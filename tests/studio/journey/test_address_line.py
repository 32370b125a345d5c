"""Path and query of a request as one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.journey.address_line import (
    address_of,
    decoded,
    encoded,
    is_address,
    with_address,
    without_site,
)
from studio.journey.request import QueryField, Request
from studio.journey.template import Text, Variable

SEARCH = Request(
    "r1",
    "GET",
    "/search",
    query=(
        QueryField("q", "blue+shoes"),
        QueryField("debug", "1", is_on=False),
        QueryField("page", (Variable("page"),)),
    ),
)
LETTERS = st.text("ab=&?+%20/#", max_size=8)
ADDRESSES = st.tuples(LETTERS, st.just(Variable("x")), LETTERS).map(
    lambda it: tuple(piece for piece in ("/" + it[0], *it[1:]) if piece)
)


def test_path_and_query_are_one_line() -> None:
    assert address_of(SEARCH) == ("/search?q=blue+shoes&page=", Variable("page"))


def test_a_query_within_the_path_goes_on() -> None:
    request = Request("r1", "GET", "/a?flag", query=(QueryField("b", "1"),))
    assert address_of(request) == "/a?flag&b=1"


def test_fields_that_are_off_stay_where_they_were() -> None:
    changed = with_address(SEARCH, ("/find?q=hat&page=", Variable("page")))
    assert changed.path == "/find"
    assert changed.query == (QueryField("q", "hat"), *SEARCH.query[1:])


def test_what_is_no_list_of_fields_stays_in_the_path() -> None:
    changed = with_address(SEARCH, "/find?flag&q=1")
    assert changed.path == "/find?flag&q=1"
    assert changed.query == (SEARCH.query[1],)


@given(ADDRESSES)
def test_any_line_is_sent_as_it_is_written(address: Text) -> None:
    assert address_of(with_address(SEARCH, address)) == address


def test_a_line_that_was_not_changed_changes_nothing() -> None:
    request = Request("r1", "GET", "/a?x=1", query=(QueryField("b", "1"),))
    assert with_address(request, address_of(request)) is request


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://shop.test/a?b=1", "/a?b=1"),
        ("http://shop.test", "/"),
        ("orders", "/orders"),
        ("", "/"),
        ("/a b", "/a b"),
        ((Variable("next"), "/x"), (Variable("next"), "/x")),
        (("https://x/", Variable("id")), ("/", Variable("id"))),
    ],
)
def test_the_site_is_left_to_the_target(typed: Text, kept: Text) -> None:
    assert without_site(typed) == kept
    assert is_address(kept)


@pytest.mark.parametrize("wrong", ["", "orders", "https://shop.test/a"])
def test_an_address_begins_with_a_slash(wrong: str) -> None:
    assert not is_address(wrong)


def test_fields_are_read_as_people_write_them() -> None:
    assert decoded("blue+shoes%20%C3%A9") == "blue shoes é"
    assert decoded(("100%", Variable("x"), "%E9")) == ("100%", Variable("x"), "%E9")


def test_fields_are_written_as_before() -> None:
    assert encoded("a b&é", "x+y") == "a+b%26%C3%A9"
    assert encoded(("a b=", Variable("x")), "x") == ("a%20b%3D", Variable("x"))


@given(st.text(max_size=12))
def test_what_is_written_is_read_again(text: str) -> None:
    assert (
        decoded(encoded(text.encode("utf-8", "ignore").decode(), ""))
        == text.encode("utf-8", "ignore").decode()
    )
