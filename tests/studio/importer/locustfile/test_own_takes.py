"""Each function of our own files says where a value stands."""

import ast

import pytest

from studio.importer.locustfile.own_takes import Found, found_by
from studio.importer.locustfile.scope import NotVisualError
from studio.journey.take import (
    AnyItem,
    CookiePlace,
    Decoding,
    ElementPlace,
    ItemWhere,
    JsonPlace,
    PatternPlace,
)


def found(source: str) -> Found:
    return found_by(ast.parse(source, mode="eval").body, "response")


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        (
            'json_value(response, "a", "*", {"b": 1}, -1)',
            Found(JsonPlace(("a", AnyItem(), ItemWhere("b", 1), -1))),
        ),
        (
            'element_value(response, "a", "href", nth=2, classes=["x"], wanted=[("y", None)])',
            Found(ElementPlace("a.x[y]", "href"), 2),
        ),
        (
            'unquote(pattern_value(response, "a=(.)", missing=nothing))',
            Found(PatternPlace("a=(.)"), 1, Decoding.URL, may_be_missing=True),
        ),
        ('cookie_value(response, self.client.cookiejar, "s")', Found(CookiePlace("s"))),
    ],
)
def test_places_are_read(source: str, wanted: Found) -> None:
    assert found(source) == wanted


@pytest.mark.parametrize(
    "source",
    [
        "json_value(other, 'a')",
        "json_value(response, a)",
        "json_value(response, 1.5)",
        "form_value(response)",
        "form_value(response, 'a', missing=leave)",
        "response.json()",
    ],
)
def test_anything_else_is_none(source: str) -> None:
    with pytest.raises(NotVisualError):
        found(source)
