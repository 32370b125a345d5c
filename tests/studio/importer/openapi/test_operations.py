"""The operations of a description are those it says, no more and no fewer."""

from typing import Any

from studio.importer.openapi.operations import (
    Operation,
    answers_of,
    has_webhooks,
    operations_in,
    parameters_of,
)
from studio.importer.openapi.references import References

ROOT: dict[str, Any] = {
    "paths": {
        "/pets": {
            "summary": "Pets",
            "parameters": [{"name": "a", "in": "query"}, {"name": "b", "in": "query"}],
            "get": {
                "operationId": "list",
                "tags": ["pet", "other"],
                "parameters": [{"$ref": "#/B"}],
                "responses": {"200": {"$ref": "#/Ok"}},
            },
            "x-more": {"get": {}},
        },
        "/more": {"$ref": "#/More"},
        "x-not": {"get": {"summary": "x"}},
    },
    "B": {"name": "b", "in": "query", "required": True},
    "Ok": {"description": "ok"},
    "Post": {"summary": "Do more"},
    "More": {"post": {"$ref": "#/Post"}, "additionalOperations": {"COPY": {"summary": "Copy"}}},
}


def _operations() -> tuple[Operation, ...]:
    return operations_in(References(ROOT))


def test_each_method_of_each_path_is_one() -> None:
    assert [(it.key, it.name, it.tag) for it in _operations()] == [
        ("GET /pets", "list", "pet"),
        ("POST /more", "Do more", ""),
        ("COPY /more", "Copy", ""),
    ]


def test_own_parameters_stand_above_those_of_the_path() -> None:
    references = References(ROOT)
    found = parameters_of(_operations()[0], references)
    assert [(it["name"], it.get("required")) for it in found] == [("a", None), ("b", True)]
    assert answers_of(_operations()[0], references) == {"200": {"description": "ok"}}


def test_webhooks_are_seen() -> None:
    assert has_webhooks({"webhooks": {"x": {}}})
    assert not has_webhooks(ROOT)
