"""Headers stand above each other by name, and say who sends a request."""

from studio.journey.auth import NO_AUTH, BasicAuth, BearerAuth, KeyAuth, KeyPlace
from studio.journey.template import Variable
from studio.locustfile.layout import flat
from studio.locustfile.planning_headers import (
    BasicValue,
    auth_headers,
    headers_node,
    joined_headers,
    pieces_in_headers,
    stacked,
    uses_basic,
    without_headers,
)
from studio.locustfile.planning_text import Names

NAME = Variable("users.name")
NAMES = Names({}, {"users": "row"}, {"users": ("name",)})


def test_headers_of_one_name_are_joined_with_their_variables() -> None:
    pairs = joined_headers((("Cookie", "a=1"), ("cookie", ("b=", NAME)), ("Accept", "x")))
    assert pairs == (("Cookie", ("a=1; b=", NAME)), ("Accept", "x"))


def test_a_later_layer_stands_above_an_earlier_one() -> None:
    assert stacked((("A", "1"), ("B", "2")), (("a", "3"),)) == (("B", "2"), ("a", "3"))
    assert without_headers((("A", "1"), ("B", "2")), ["a"]) == (("B", "2"),)


def test_each_kind_of_auth_has_its_header() -> None:
    assert auth_headers(BasicAuth("é", "b")) == (("Authorization", "Basic w6k6Yg=="),)
    assert auth_headers(BearerAuth(("a", NAME))) == (("Authorization", ("Bearer a", NAME)),)
    assert auth_headers(KeyAuth("X-Key", "k")) == (("X-Key", "k"),)
    assert auth_headers(KeyAuth("key", "k", KeyPlace.QUERY)) == auth_headers(NO_AUTH) == ()


def test_a_name_with_a_variable_is_put_together_when_it_is_known() -> None:
    headers = auth_headers(BasicAuth((NAME,), "x"))
    assert headers == (("Authorization", BasicValue((NAME,), "x")),)
    assert uses_basic(headers)
    assert pieces_in_headers(headers) == (NAME, "x")
    assert flat(headers_node(headers, NAMES)) == '{"Authorization": basic(row["name"], "x")}'
