"""Each kind of body becomes the shortest argument that sends the same bytes."""

import pytest

from studio.journey.body import (
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
from studio.journey.journey_error import JourneyError
from studio.journey.template import take_apart
from studio.locustfile.layout import flat
from studio.locustfile.planning_body import body_arguments, content_type, modules_for_body
from studio.locustfile.planning_text import Names

NAMES = Names({}, {"users": "row"}, {"users": ("id",)}, files={"scan.png": "SCAN_PNG"})
ID = take_apart("{{users.id}}")


def written(body: Body) -> str:
    (argument,) = body_arguments(body, NAMES)
    return flat(argument)


def test_a_form_is_a_dict_unless_a_field_comes_twice() -> None:
    assert written(FormBody((("a", "1"),))) == 'data={"a": "1"}'
    twice = FormBody((("a", "1"), ("a", "2")))
    assert written(twice) == 'data=urlencode([("a", "1"), ("a", "2")])'
    assert content_type(twice) == "application/x-www-form-urlencoded"
    assert list(modules_for_body(twice)) == ["urlencode"]


@pytest.mark.parametrize("text", ['{"a": [1, 2.5, null, true, "é"]}', "[]", '"x"', "17"])
def test_json_that_survives_parsing_is_written_as_values(text: str) -> None:
    assert written(JsonBody(text)).startswith("json=")
    assert content_type(JsonBody(text)) is None


@pytest.mark.parametrize(
    "text", ["null", '{"a": 1, "a": 2}', "1e400", "1.10", "-0", "NaN", "{", "", '"\ud800"']
)
def test_json_that_would_change_is_sent_as_it_is(text: str) -> None:
    assert written(JsonBody(text)).startswith("data=")
    assert content_type(JsonBody(text)) == "application/json"


def test_parts_are_fields_and_files() -> None:
    parts = (
        FieldPart("title", "Scan"),
        FieldPart("meta", ID, "application/json"),
        FilePart("scan", "scan.png", "my scan.png", "image/png"),
        FilePart("raw", "scan.png", "x", ""),
    )
    assert written(PartsBody(parts)) == (
        'files=[("title", (None, "Scan")), ("meta", (None, row["id"], "application/json")), '
        '("scan", ("my scan.png", SCAN_PNG, "image/png")), ("raw", ("x", SCAN_PNG))]'
    )
    assert body_arguments(PartsBody(()), NAMES) == ()


def test_a_file_goes_as_it_is() -> None:
    assert written(FileBody("scan.png", "image/png")) == "data=SCAN_PNG"
    assert content_type(FileBody("scan.png", "image/png")) == "image/png"
    with pytest.raises(JourneyError, match=r"other\.png"):
        written(FileBody("other.png"))


def test_any_other_text_goes_with_its_type() -> None:
    assert written(RawBody("<a/>", "text/xml")) == 'data="<a/>"'
    assert content_type(RawBody("<a/>", "text/xml")) == "text/xml"


def test_graphql_is_json_with_its_operation_and_variables() -> None:
    holes = (Hole("/id", ID), Hole("/n", ID, HoleType.JSON))
    body = GraphqlBody("query Pay {a}", '{"id": "1", "n": 2}', holes, "Pay")
    assert written(body) == (
        'json={"query": "query Pay {a}", "variables": {"id": row["id"], "n": json.loads(row["id"])}'
        ', "operationName": "Pay"}'
    )
    assert list(modules_for_body(body)) == ["json"]
    assert written(GraphqlBody("{a}")) == 'json={"query": "{a}"}'


def test_graphql_variables_that_parsing_would_change_stay_as_they_are() -> None:
    body = GraphqlBody("{a}", '{"n": 1.10}')
    assert written(body) == """data='{"query": "{a}", "variables": {"n": 1.10}}'"""
    assert content_type(body) == "application/json"
    with pytest.raises(JourneyError):
        written(GraphqlBody("{a}", "[1]"))
