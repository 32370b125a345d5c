"""Bodies by the kinds people know."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.journey.body import (
    NO_BODY,
    Body,
    FieldPart,
    FileBody,
    FilePart,
    FormBody,
    GraphqlBody,
    Hole,
    JsonBody,
    PartsBody,
    RawBody,
)
from studio.journey.body_kinds import (
    BodyKind,
    kind_of,
    read_json_body,
    shown_body,
    turned_into,
)
from studio.journey.json_shown import JsonTextError
from studio.journey.template import Variable

TOKEN = (Variable("token"),)
JSON = JsonBody('{"a": ""}', (Hole("/a", TOKEN),))
PARTS = PartsBody((FieldPart("a", TOKEN), FilePart("scan", "scan.png", "scan.png")))
BODIES: list[tuple[BodyKind, Body]] = [
    (BodyKind.NONE, NO_BODY),
    (BodyKind.JSON, JSON),
    (BodyKind.JSON, RawBody("{", "application/vnd.api+json")),
    (BodyKind.XML, RawBody("<a/>", "text/xml; charset=utf-8")),
    (BodyKind.TEXT, RawBody("a", "text/plain")),
    (BodyKind.FORM, FormBody((("a", TOKEN),))),
    (BodyKind.PARTS, PARTS),
    (BodyKind.FILE, FileBody("scan.png")),
    (BodyKind.GRAPHQL, GraphqlBody("{ me }")),
]


@pytest.mark.parametrize(("kind", "body"), BODIES)
def test_each_body_has_its_kind(kind: BodyKind, body: Body) -> None:
    assert kind_of(body) is kind


@given(st.sampled_from(BODIES), st.sampled_from(BodyKind))
def test_any_body_turns_into_any_kind(found: tuple[BodyKind, Body], kind: BodyKind) -> None:
    assert kind_of(turned_into(found[1], kind)) is kind


def test_variables_go_along_from_json_to_text_and_back() -> None:
    text = turned_into(JSON, BodyKind.TEXT)
    assert text == RawBody(('{"a": "', *TOKEN, '"}'), "text/plain")
    assert turned_into(text, BodyKind.JSON) == JSON


def test_what_is_no_json_is_kept_as_it_stands() -> None:
    assert turned_into(RawBody("{", "text/plain"), BodyKind.JSON) == RawBody(
        "{", "application/json"
    )


def test_fields_become_parts_and_back() -> None:
    form = turned_into(PARTS, BodyKind.FORM)
    assert form == FormBody((("a", TOKEN),))
    assert turned_into(form, BodyKind.PARTS) == PartsBody((FieldPart("a", TOKEN),))
    assert turned_into(PARTS, BodyKind.FILE) == FileBody("scan.png")


def test_a_json_body_is_read_from_what_is_shown() -> None:
    assert read_json_body(shown_body(JSON), JSON) is JSON
    assert read_json_body('{"a": 1}', JSON) == JsonBody('{"a": 1}')
    with pytest.raises(JsonTextError):
        read_json_body("{", JSON)
