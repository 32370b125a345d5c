"""Made values keep to their schema."""

import json
import time
from typing import Any

import pytest
from hypothesis import given

from studio.importer.openapi.made_values import ValueMaker
from studio.importer.openapi.references import References
from tests.studio.importer.trees import shaped


def _made(schema: object, root: dict[str, Any] | None = None) -> Any:  # noqa: ANN401  # JSON has no type
    return ValueMaker(References(root or {})).made(schema)


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        ({"example": "a", "default": "b"}, "a"),
        ({"default": "b", "enum": ["c"]}, "b"),
        ({"enum": [None, "c"]}, "c"),
        ({"examples": ["d"]}, "d"),
        ({"const": 3}, 3),
        ({"type": "integer"}, 1),
        ({"type": "integer", "minimum": 5, "exclusiveMinimum": True}, 6),
        ({"type": "integer", "exclusiveMaximum": 0}, -1),
        ({"type": "integer", "minimum": 3, "multipleOf": 5}, 5),
        ({"type": "number", "maximum": 0.5}, 0.5),
        ({"type": ["null", "boolean"]}, True),
        ({"type": "string", "format": "date"}, "2026-01-15"),
        ({"type": "string", "maxLength": 2}, "te"),
        ({"type": "string", "minLength": 6}, "textxx"),
        ({"type": "string", "pattern": "^[A-Z]{3}$"}, "ABC"),
        ({"type": "string", "pattern": r"^\d{5}$"}, "12345"),
        (
            {"type": "array", "items": {"type": "integer"}, "minItems": 2, "uniqueItems": True},
            [1, 2],
        ),
        ({"properties": {"a": {"type": "integer"}, "b": {"readOnly": True}}}, {"a": 1}),
        ({"type": "object", "additionalProperties": {"type": "integer"}}, {"key": 1}),
        ({"type": "object", "required": ["x"]}, {"x": "text"}),
        (
            {"allOf": [{"properties": {"a": {"const": 1}}}, {"properties": {"b": {"const": 2}}}]},
            {"a": 1, "b": 2},
        ),
        ({"oneOf": [{"type": "null"}, {"type": "integer"}]}, 1),
    ],
)
def test_values(schema: object, value: object) -> None:
    assert _made(schema) == value


def test_a_schema_within_itself_ends() -> None:
    root = {"Node": {"properties": {"next": {"$ref": "#/Node"}}, "required": ["next"]}}
    assert json.dumps(_made({"$ref": "#/Node"}, root)).count("next") < 30


def test_a_choice_says_which_it_is() -> None:
    root = {"Cat": {"properties": {"kind": {"type": "string"}}, "required": ["kind"]}}
    schema = {
        "oneOf": [{"$ref": "#/Cat"}],
        "discriminator": {"propertyName": "kind", "mapping": {"cat": "#/Cat"}},
    }
    assert _made(schema, root) == {"kind": "cat"}


@pytest.mark.parametrize("pattern", ["(a+)+$", "^(a|a)*$", "[", "x" * 500, "(?=a)b"])
def test_no_pattern_takes_long(pattern: str) -> None:
    begun = time.process_time()
    assert isinstance(_made({"type": "string", "pattern": pattern}), str)
    assert time.process_time() - begun < 1


def test_a_wide_schema_ends() -> None:
    level: dict[str, Any] = {"type": "string"}
    for _ in range(8):
        level = {"properties": {f"p{number}": level for number in range(9)}}
    begun = time.process_time()
    assert _made(level)
    assert time.process_time() - begun < 2


@given(
    shaped(
        *("type", "object", "array", "string", "integer", "number", "properties", "items", "allOf"),
        *("oneOf", "required", "enum", "minimum", "multipleOf", "minLength", "pattern", "format"),
    )
)
def test_any_tree_is_a_schema(schema: object) -> None:
    json.dumps(_made(schema), default=str)
