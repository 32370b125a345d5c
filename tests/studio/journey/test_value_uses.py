"""A recorded value is found where it is sent."""

import pytest

from studio.journey.auth import BearerAuth
from studio.journey.body import Body, FieldPart, FormBody, GraphqlBody, JsonBody, PartsBody, RawBody
from studio.journey.journey import Journey
from studio.journey.node import Step
from studio.journey.request import QueryField, Request
from studio.journey.take import JsonPlace, Take
from studio.journey.template import Variable
from studio.journey.tree_changes import find_request
from studio.journey.uses import pieces_in_request
from studio.journey.value_uses import uses_of_value
from studio.journey.variable_edits import Use, apply_take


def test_it_is_found_in_addresses_headers_and_tokens() -> None:
    request = Request(
        "r1",
        "GET",
        "/orders/8812/lines",
        (QueryField("of", "8812"), QueryField("page", "2")),
        headers=(("X-Order", "no 8812"),),
        auth=BearerAuth("8812"),
    )
    assert uses_of_value(request, "8812") == (
        Use("r1", "path", "1", "8812"),
        Use("r1", "query", "of", "8812"),
        Use("r1", "header", "X-Order", "8812"),
        Use("r1", "auth", "token", "8812"),
    )
    assert uses_of_value(request, "") == ()


@pytest.mark.parametrize(
    ("body", "where", "name"),
    [
        (FormBody((("order", "8812"), ("page", "2"))), "form", "order"),
        (JsonBody('{"a": [{"id": 8812}, "x"]}'), "json", "/a/0/id"),
        (JsonBody('{"a/b": "no 8812"}'), "json", "/a~1b"),
        (GraphqlBody("query", '{"id": "8812"}'), "json", "/id"),
        (PartsBody((FieldPart("order", "8812"),)), "part", "order"),
        (RawBody("<id>8812</id>", "text/xml"), "text", ""),
    ],
    ids=str,
)
def test_a_variable_can_take_its_place_in_every_body(body: Body, where: str, name: str) -> None:
    request = Request("r1", "POST", "/", body=body)
    uses = uses_of_value(request, "8812")
    assert [(it.where, it.name) for it in uses] == [(where, name)]
    journey = Journey("J1", "Visitor", (Step("n1", "Step", (Request("r0", "GET", "/"), request)),))
    take = Take("order_id", JsonPlace(("id",)))
    changed = find_request(apply_take(journey, "r0", take, uses).journey, "r1")
    assert Variable("order_id") in set(pieces_in_request(changed))


def test_what_is_no_json_holds_nothing() -> None:
    assert uses_of_value(Request("r1", "POST", "/", body=JsonBody("{8812")), "8812") == ()
