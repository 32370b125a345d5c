"""Secrets of a recorded journey are known by name, wherever they stood."""

import pytest

from studio.importer.hiding import Hiding
from studio.importer.hiding_recorded import hide_in_journey, hide_in_request
from studio.journey.auth import BasicAuth, BearerAuth, KeyAuth
from studio.journey.body import (
    Body,
    FieldPart,
    FormBody,
    GraphqlBody,
    Hole,
    HoleType,
    JsonBody,
    PartsBody,
    RawBody,
)
from studio.journey.request import QueryField, Request
from studio.journey.template import Secret, Variable
from tests.builders import make_journey

CANARY = "Zq8w3aB9xQ7w2eR5"


@pytest.mark.parametrize(
    "body",
    [
        FormBody((("password", CANARY),)),
        JsonBody(f'{{"a": [{{"apiKey": "{CANARY}"}}]}}'),
        GraphqlBody("{a}", f'{{"token": "{CANARY}"}}'),
        RawBody(f"<a><password>{CANARY}</password></a>", "text/xml"),
        PartsBody((FieldPart("secret", CANARY),)),
    ],
)
def test_no_body_keeps_a_secret(body: Body) -> None:
    hiding = Hiding()
    hidden = hide_in_request(Request("r1", "POST", "/", body=body), hiding)
    assert CANARY not in repr(hidden)
    assert [it.value for it in hiding.secrets] == [CANARY]


def test_nothing_else_keeps_one_either() -> None:
    requests = [
        Request("r1", "GET", f"/a?flag&token={CANARY}"),
        Request("r1", "GET", "/", (QueryField("api_key", CANARY),)),
        Request("r1", "GET", "/", headers=(("X-Api-Key", CANARY),)),
        Request("r1", "GET", "/", auth=BearerAuth(CANARY)),
        Request("r1", "GET", "/", auth=BasicAuth("user", CANARY)),
        Request("r1", "GET", "/", auth=KeyAuth("k", CANARY)),
    ]
    for request in requests:
        journey = make_journey(request=request, headers=(("X-Token", CANARY),))
        assert CANARY not in repr(hide_in_journey(journey, Hiding()))


def test_a_secret_in_a_query_is_known_decoded() -> None:
    hiding = Hiding()
    request = Request("r1", "GET", "/", (QueryField("token", "a%2Bb+c"),))
    assert hide_in_request(request, hiding).query[0].value == (Secret("token"),)
    assert [it.value for it in hiding.secrets] == ["a+b c"]


def test_where_a_variable_is_sent_the_recorded_value_stands_no_longer() -> None:
    holes = (Hole("/t", (Variable("t"),)), Hole("/n", (Variable("n"),), HoleType.JSON))
    body = JsonBody(f'{{"t": "{CANARY}", "n": 12345, "x": "kept"}}', holes)
    hidden = hide_in_request(Request("r1", "POST", "/", body=body), Hiding()).body
    assert hidden == JsonBody('{"t": "", "n": 0, "x": "kept"}', holes)
