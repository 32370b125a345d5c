"""Bodies and headers of Postman, of every kind."""

import pytest
from hypothesis import given

from studio.importer.carried_over import CarryingOver, Outcome
from studio.importer.hiding import Hiding
from studio.importer.postman.parts import Reading, body_in, headers_in
from studio.importer.variables import Variables
from studio.journey.body import (
    NO_BODY,
    Body,
    FieldPart,
    FileBody,
    FilePart,
    FormBody,
    GraphqlBody,
    Hole,
    HoleType,
    JsonBody,
    PartsBody,
    RawBody,
)
from studio.journey.template import Secret, Variable
from tests.studio.importer.trees import anything


def reading() -> Reading:
    hiding = Hiding()
    return Reading(Variables(hiding), hiding, CarryingOver(), "Users / Create")


@pytest.mark.parametrize(
    ("body", "media_type", "read"),
    [
        (None, "", NO_BODY),
        ({"mode": "raw", "raw": "a", "disabled": True}, "", NO_BODY),
        ({"mode": "raw", "raw": "a"}, "", RawBody("a", "text/plain")),
        ({"mode": "raw", "raw": "[1]"}, "application/json", JsonBody("[1]")),
        (
            {"mode": "raw", "raw": '{"a": {{b}}}', "options": {"raw": {"language": "json"}}},
            "",
            JsonBody('{"a": null}', (Hole("/a", (Variable("b"),), HoleType.JSON),)),
        ),
        (
            {"mode": "urlencoded", "urlencoded": [{"key": "password", "value": "x1"}]},
            "",
            FormBody((("password", (Secret("password"),)),)),
        ),
        (
            {
                "mode": "formdata",
                "formdata": [
                    {"key": "a", "value": "b", "contentType": "text/x"},
                    {"key": "f", "type": "file", "src": ["/x/a b.png", "c.png"]},
                ],
            },
            "",
            PartsBody(
                (
                    FieldPart("a", "b", "text/x"),
                    FilePart("f", "a-b.png", "a b.png"),
                    FilePart("f", "c.png", "c.png"),
                )
            ),
        ),
        ({"mode": "file", "file": {"src": "x/a.bin"}}, "", FileBody("a.bin")),
        (
            {"mode": "graphql", "graphql": {"query": "{a}", "variables": '{"id": "{{id}}"}'}},
            "",
            GraphqlBody("{a}", '{"id": ""}', (Hole("/id", (Variable("id"),)),)),
        ),
    ],
)
def test_bodies(body: object, media_type: str, read: Body) -> None:
    assert body_in(body, media_type, reading()) == read


@pytest.mark.parametrize(
    "headers",
    [
        [{"key": "A", "value": "b"}, {"key": "Off", "value": "c", "disabled": True}],
        "A: b",
        {"A": "b"},
    ],
)
def test_headers_are_a_list_lines_or_a_mapping(headers: object) -> None:
    with_notes = reading()
    assert headers_in(headers, with_notes) == (("A", "b"),)
    off = with_notes.notes.noted.of(Outcome.LEFT_OUT)
    assert [str(it.what) for it in off] == (["Header Off"] if isinstance(headers, list) else [])


def test_what_did_not_come_is_said() -> None:
    with_notes = reading()
    body_in({"mode": "formdata", "formdata": [{"key": "f", "type": "file"}]}, "", with_notes)
    body_in({"mode": "strange"}, "", with_notes)
    body_in({"mode": "graphql", "graphql": {"variables": "{"}}, "", with_notes)
    assert len(with_notes.notes.noted.of(Outcome.LEFT_OUT)) == 3


@given(anything)
def test_any_tree_is_a_body(tree: object) -> None:
    for mode in ("raw", "urlencoded", "formdata", "file", "graphql", "x"):
        assert body_in({"mode": mode, mode: tree}, "", reading()) is not None
    headers_in(tree, reading())
