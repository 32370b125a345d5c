"""A variable is put at a named place of a request, and nowhere else."""

import pytest

from studio.journey.auth import BasicAuth, BearerAuth, KeyAuth
from studio.journey.body import (
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
from studio.journey.slots import filled, json_at, put_variable
from studio.journey.template import Variable

ID = Variable("id")


def test_a_path_is_filled_by_segment() -> None:
    request = Request("r1", "GET", "/17/items/17")
    assert put_variable(request, "path", "2", "", "id").path == ("/17/items/", ID)
    assert put_variable(request, "path", "0", "17", "id").path == ("/", ID, "/items/17")
    assert put_variable(request, "path", "3", "17", "id") == request
    again = Request("r1", "GET", ("/a/", ID, "/x17y"))
    assert put_variable(again, "path", "2", "17", "id").path == ("/a/", ID, "/x", ID, "y")


def test_fields_are_filled_by_name() -> None:
    request = Request(
        "r1",
        "POST",
        "/",
        query=(QueryField("a", "7"), QueryField("b", "7")),
        headers=(("X-Key", "Bearer 7"), ("Other", "7")),
        body=FormBody((("a", "7"), ("b", "7"))),
    )
    assert put_variable(request, "query", "b", "7", "id").query == (
        QueryField("a", "7"),
        QueryField("b", (ID,)),
    )
    changed = put_variable(request, "header", "x-key", "7", "id")
    assert changed.headers == (("X-Key", ("Bearer ", ID)), ("Other", "7"))
    form = put_variable(request, "form", "a", "", "id").body
    assert form == FormBody((("a", (ID,)), ("b", "7")))


def test_bodies_of_other_kinds_are_filled() -> None:
    parts = Request("r1", "POST", "/", body=PartsBody((FieldPart("a", "7"), FieldPart("b", "7"))))
    assert put_variable(parts, "part", "a", "", "id").body == PartsBody(
        (FieldPart("a", (ID,)), FieldPart("b", "7"))
    )
    text = Request("r1", "POST", "/", body=RawBody("<id>7</id>", "text/xml"))
    assert put_variable(text, "text", "", "7", "id").body == RawBody(
        ("<id>", ID, "</id>"), "text/xml"
    )
    none = Request("r1", "POST", "/")
    assert put_variable(none, "form", "a", "7", "id") == none


def test_a_json_text_gets_holes_and_stays_as_it_was_written() -> None:
    body = JsonBody('{"a": {"b/c": [7, "x-7"]}}')
    request = Request("r1", "POST", "/", body=body)
    number = put_variable(request, "json", "/a/b~1c/0", "7", "id").body
    assert number == JsonBody(body.text, (Hole("/a/b~1c/0", (ID,), HoleType.JSON),))
    text = put_variable(request, "json", "/a/b~1c/1", "7", "id").body
    assert text == JsonBody(body.text, (Hole("/a/b~1c/1", ("x-", ID)),))
    assert put_variable(request, "json", "/gone", "7", "id") == request
    graph = Request("r1", "POST", "/", body=GraphqlBody("query", '{"id": "7"}'))
    assert put_variable(graph, "json", "/id", "", "id").body == GraphqlBody(
        "query", '{"id": "7"}', (Hole("/id", (ID,)),)
    )


def test_a_hole_is_filled_again_where_it_is() -> None:
    body = JsonBody('{"a": "1-2"}', (Hole("/a", ("1-", Variable("b"))),))
    request = Request("r1", "POST", "/", body=body)
    changed = put_variable(request, "json", "/a", "1", "id").body
    assert changed == JsonBody(body.text, (Hole("/a", (ID, "-", Variable("b"))),))


def test_who_sends_a_request_can_be_variable() -> None:
    for auth, name, then in (
        (BearerAuth("7"), "", BearerAuth((ID,))),
        (KeyAuth("k", "7"), "", KeyAuth("k", (ID,))),
        (BasicAuth("7", "7"), "user", BasicAuth((ID,), "7")),
        (BasicAuth("7", "7"), "password", BasicAuth("7", (ID,))),
        (None, "", None),
    ):
        request = Request("r1", "GET", "/", auth=auth)
        assert put_variable(request, "auth", name, "7", "id").auth == then


def test_a_variable_is_never_torn() -> None:
    assert filled(("a", Variable("order_17"), "17"), "17", ID) == ("a", Variable("order_17"), ID)


@pytest.mark.parametrize("pointer", ["x", "/a/01", "/a/-1", "/a/2", "/a/0/b", "/b"])
def test_a_pointer_that_leads_nowhere_is_told_of(pointer: str) -> None:
    with pytest.raises(LookupError):
        json_at('{"a": [1, 2]}', pointer)
    with pytest.raises(LookupError):
        json_at("[" * 100_000, pointer)


def test_numbers_stay_as_they_are_written() -> None:
    assert json_at('{"a": 12345678901234567890.10}', "/a") == "12345678901234567890.10"
