"""Addresses of Postman: a text or an object."""

import pytest
from hypothesis import given

from studio.importer.carried_over import CarryingOver, Outcome
from studio.importer.hiding import Hiding
from studio.importer.postman.addresses import address_in
from studio.importer.postman.parts import Reading
from studio.importer.variables import Variables
from studio.journey.request import QueryField
from studio.journey.template import Text, Variable
from tests.studio.importer.trees import shaped


def reading() -> Reading:
    hiding = Hiding()
    variables = Variables(hiding)
    variables.define("base", "https://a.test/v1")
    variables.define("host", "a.test")
    variables.take("id")
    return Reading(variables, hiding, CarryingOver(), "x")


@pytest.mark.parametrize(
    ("url", "origin", "path"),
    [
        ("https://a.test/x", "https://a.test", "/x"),
        ("a.test", "http://a.test", "/"),
        ("{{base}}/users/{{id}}", "https://a.test", ("/v1/users/", Variable("id"))),
        ("https://{{host}}:8443/x", "https://a.test:8443", "/x"),
        ("{{unknown}}/x", "{{unknown}}", "/x"),
        ("{{unknown}}v2/x", "{{unknown}}", "/v2/x"),
        ("https://{{unknown}}/x", "https://{{unknown}}", "/x"),
        ({"raw": "https://a.test/a b"}, "https://a.test", "/a%20b"),
        (
            {"protocol": "https", "host": ["a", "test"], "port": "81", "path": ["x", "y"]},
            "https://a.test:81",
            "/x/y",
        ),
        (
            {"raw": "https://a.test/:id/:n/:z", "variable": [{"key": "n", "value": "5 6"}]},
            "https://a.test",
            ("/", Variable("id"), "/5%206/:z"),
        ),
        (None, "http://", "/"),
    ],
)
def test_where_it_goes(url: object, origin: str, path: Text) -> None:
    found = address_in(url, reading())
    assert (found.origin, found.path) == (origin, path)


def test_fields_that_are_off_stay_in_their_place() -> None:
    listed = [
        {"key": "a", "value": "1"},
        {"key": "b", "value": "2", "disabled": True},
        {"key": "c", "value": "3"},
    ]
    fields = (QueryField("a", "1"), QueryField("b", "2", is_on=False), QueryField("c", "3"))
    for raw in ("http://x/?a=1&c=3", "http://x/?a=1&b=2&c=3"):
        assert address_in({"raw": raw, "query": listed}, reading()).query == fields
    with_notes = reading()
    address_in({"raw": "http://x/?a=1", "query": listed}, with_notes)
    assert len(with_notes.notes.noted.of(Outcome.LEFT_OUT)) == 1


@given(shaped("raw", "host", "path", "query", "variable", "key", "value", "disabled", "protocol"))
def test_any_tree_is_an_address(tree: object) -> None:
    assert address_in(tree, reading()).path
