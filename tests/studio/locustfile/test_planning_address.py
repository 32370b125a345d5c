"""An address is byte for byte as on the wire, and its name in all statistics says what it is."""

import pytest

from studio.journey.auth import KeyAuth, KeyPlace
from studio.journey.body import GraphqlBody
from studio.journey.request import QueryField, Request
from studio.journey.template import Host, Variable, take_apart
from studio.locustfile.planning_address import address_of, endpoint_of

FIELDS = (QueryField("q", "a%20b"), QueryField("page", take_apart("{{page}}")))


def test_fields_follow_a_query_that_is_there_already() -> None:
    assert address_of(Request("r", "GET", "/a", FIELDS)) == take_apart("/a?q=a%20b&page={{page}}")
    assert address_of(Request("r", "GET", "/a?x", FIELDS[:1])) == "/a?x&q=a%20b"
    assert address_of(Request("r", "GET", "/a?x")) == "/a?x"


def test_a_host_and_a_key_are_parts_of_the_address() -> None:
    key = KeyAuth("k&", "v/", KeyPlace.QUERY)
    asked = address_of(Request("r", "GET", "/a", host="api"), key)
    assert asked == (Host("api"), "/a?k%26=v%2F")
    assert address_of(Request("r", "GET", "/a"), KeyAuth("k", "v")) == "/a"


def test_an_endpoint_names_its_variables_in_brackets() -> None:
    path = take_apart("/orders/{{words.id}}/{{secret.token}}?q={{words.q}}")
    assert endpoint_of(Request("r", "GET", path)) == "/orders/[id]/[token]"
    assert endpoint_of(Request("r", "GET", take_apart("{{order}}"))) == "[order]"
    assert endpoint_of(Request("r", "GET", "/a", endpoint="mine")) == "mine"


def test_what_is_done_is_part_of_the_name() -> None:
    graphql = Request("r", "POST", "/graphql", body=GraphqlBody("query Pay {a}", operation="Pay"))
    assert endpoint_of(graphql) == "/graphql Pay"
    action = Request("r", "GET", "/index.php", (QueryField("id", "1"), QueryField("action", "go")))
    assert endpoint_of(action) == "/index.php?action=go"


@pytest.mark.parametrize(
    "action",
    ['"http://shop.test/IOrders/Pay"', "urn:x#Pay", "urn:x:Pay", "Pay", "x/Pay/"],
)
def test_an_action_of_soap_is_called_by_its_last_word(action: str) -> None:
    soap = Request("r", "POST", "/orders.asmx", headers=(("SOAPAction", action),))
    assert endpoint_of(soap) == "/orders.asmx Pay"


def test_no_name_holds_half_a_character() -> None:
    assert endpoint_of(Request("r", "GET", "/\ud800", endpoint="a\ud800")) == "a?"
    assert endpoint_of(Request("r", "GET", "/\ud800")) == "/?"


def test_a_key_with_half_a_character_can_be_sent() -> None:
    auth = KeyAuth("k\ud800", ("a b\ud800", Variable("x")), KeyPlace.QUERY)
    assert address_of(Request("r", "GET", "/"), auth) == ("/?k%3F=a%20b%3F", Variable("x"))
