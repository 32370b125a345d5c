"""A text that is sent is the body its type says, as far as that gives it back."""

import pytest
from hypothesis import given

from studio.importer.hiding import Hiding
from studio.importer.text_body import FORM, body_of, form_fields
from studio.journey.body import FormBody, JsonBody, RawBody
from studio.journey.template import Text, Variable
from tests.strategies import templates, texts


def test_the_type_decides() -> None:
    assert body_of("[1]", "application/vnd.api+json; charset=utf-8", Hiding(), "") == JsonBody(
        "[1]"
    )
    assert body_of("[1", "application/json", Hiding(), "") == RawBody("[1", "application/json")
    assert body_of("a=%20", FORM, Hiding(), "") == FormBody((("a", " "),))
    assert body_of("<a/>", "text/xml", Hiding(), "") == RawBody("<a/>", "text/xml")


def test_variables_stay_in_a_form_as_text() -> None:
    text: Text = ("a=", Variable("b"))
    assert body_of(text, FORM, Hiding(), "") == RawBody(text, FORM)


@pytest.mark.parametrize("data", ["a", "a=1&", "=1", '{"a=b"}', "a=%5*"])
def test_what_is_no_form_is_none(data: str) -> None:
    assert form_fields(data) is None


@given(templates, texts)
def test_any_text_is_a_body(data: Text, media_type: str) -> None:
    assert body_of(data, media_type, Hiding(), "") is not None
