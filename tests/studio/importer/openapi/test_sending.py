"""What an operation is sent."""

from typing import Any

import pytest
from hypothesis import given

from studio.importer.hiding import Hiding
from studio.importer.openapi.made_values import ValueMaker
from studio.importer.openapi.references import References
from studio.importer.openapi.sending import Making, body_of, files_in, plain, query_of, sample_of
from studio.journey.body import (
    NO_BODY,
    Body,
    FieldPart,
    FileBody,
    FilePart,
    FormBody,
    JsonBody,
    PartsBody,
    RawBody,
)
from studio.journey.request import QueryField
from tests.studio.importer.trees import shaped

OBJECT = {"properties": {"a": {"const": 1}, "b": {"const": ["x", "y"]}}}


def _making() -> Making:
    references = References({})
    return Making(references, ValueMaker(references), Hiding(), "GET /")


@pytest.mark.parametrize(
    ("media_type", "schema", "body"),
    [
        ("application/json", {"const": [1]}, JsonBody("[\n  1\n]")),
        (
            "application/x-www-form-urlencoded",
            OBJECT,
            FormBody((("a", "1"), ("b", "x"), ("b", "y"))),
        ),
        (
            "multipart/form-data",
            {"properties": {"f": {"format": "binary"}, "o": {"const": {"k": 1}}}},
            PartsBody(
                (
                    FilePart("f", "f.bin", "f.bin"),
                    FieldPart("o", '{"k": 1}', "application/json"),
                )
            ),
        ),
        ("application/octet-stream", {}, FileBody("upload.bin")),
        (
            "application/xml",
            {**OBJECT, "xml": {"name": "r"}},
            RawBody("<r><a>1</a><b>x</b><b>y</b></r>", "application/xml"),
        ),
        ("text/plain", {"const": "hi"}, RawBody("hi", "text/plain")),
    ],
)
def test_bodies(media_type: str, schema: object, body: Body) -> None:
    tree = {"requestBody": {"content": {media_type: {"schema": schema}}}}
    assert body_of(tree, [], _making()) == (body, media_type)


def test_an_example_goes_before_what_is_made_and_json_before_other_types() -> None:
    content = {
        "application/xml": {},
        "application/json": {"examples": {"one": {"value": {"a": 2}}}, "schema": OBJECT},
    }
    body, media_type = body_of({"requestBody": {"content": content}}, [], _making())
    assert (body, media_type) == (JsonBody('{\n  "a": 2\n}'), "application/json")


def test_bodies_of_version_2_are_parameters() -> None:
    body = [{"in": "body", "name": "b", "schema": {"const": 1}}]
    assert body_of({}, body, _making())[0] == JsonBody("1")
    form: list[dict[str, Any]] = [
        {"in": "formData", "name": "a", "type": "string", "default": "x"},
        {"in": "formData", "name": "f", "type": "file"},
    ]
    assert body_of({}, form[:1], _making())[0] == FormBody((("a", "x"),))
    parts = body_of({}, form, _making())[0]
    assert parts == PartsBody((FieldPart("a", "x"), FilePart("f", "f.bin", "f.bin")))
    assert files_in(parts) == ["f.bin"]
    assert body_of({}, [], _making()) == (NO_BODY, "")


@pytest.mark.parametrize(
    ("parameter", "fields"),
    [
        ({"name": "a b", "example": "c d", "required": True}, [QueryField("a%20b", "c%20d")]),
        ({"name": "a", "example": 1}, [QueryField("a", "1", is_on=False)]),
        (
            {"name": "a", "example": [1, 2], "required": True},
            [QueryField("a", "1"), QueryField("a", "2")],
        ),
        (
            {"name": "a", "example": [1, 2], "explode": False, "required": True},
            [QueryField("a", "1,2")],
        ),
        (
            {"name": "a", "example": [1, 2], "style": "pipeDelimited", "required": True},
            [QueryField("a", "1%7C2")],
        ),
        (
            {"name": "a", "example": {"b": 1}, "style": "deepObject", "required": True},
            [QueryField("a[b]", "1")],
        ),
    ],
)
def test_query_parameters(parameter: dict[str, object], fields: list[QueryField]) -> None:
    assert query_of(parameter, _making()) == fields


def test_a_parameter_may_hold_json() -> None:
    content = {"application/json": {"schema": {"const": {"a": 1}}}}
    assert sample_of({"name": "x", "content": content}, _making()) == '{"a": 1}'
    assert plain([1, {"a": True}]) == "1,a,true"


@given(shaped("requestBody", "content", "application/json", "multipart/x", "text/xml", "schema"))
def test_any_tree_has_a_body(tree: object) -> None:
    body_of({"requestBody": tree}, [], _making())
    body_of({}, [{"in": "body", "schema": tree}], _making())
