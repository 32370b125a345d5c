"""Ids that one answer issues are what later operations ask for."""

from typing import Any

import pytest

from studio.importer.openapi.linking import Links, in_order, links_between, variable_of
from studio.importer.openapi.operations import Operation, operations_in
from studio.importer.openapi.references import References
from studio.journey.take import JsonPlace, Take

PET = {"properties": {"id": {"type": "integer"}}}


def _json(schema: object) -> dict[str, Any]:
    return {"content": {"application/json": {"schema": schema}}}


def _linked(paths: dict[str, Any]) -> tuple[list[Operation], Links]:
    references = References({"paths": paths})
    operations = operations_in(references)
    links = links_between(operations, references)
    return in_order(operations, links), links


def _operation(**answers: object) -> dict[str, Any]:
    return {"summary": "x", "responses": {code.strip("_"): it for code, it in answers.items()}}


def test_what_a_post_issues_is_asked_for_and_walked_in_order() -> None:
    operations, links = _linked(
        {
            "/pets/{petId}": {"delete": _operation(), "get": _operation(), "put": _operation()},
            "/pets": {"get": _operation(), "post": _operation(_201=_json(PET))},
        }
    )
    assert [it.key for it in operations] == [
        *("POST /pets", "GET /pets/{petId}", "GET /pets"),
        *("PUT /pets/{petId}", "DELETE /pets/{petId}"),
    ]
    assert links.takes == {"POST /pets": [Take("pet_id", JsonPlace(("id",)))]}
    assert set(links.uses.values()) == {"pet_id"}


def test_an_id_may_be_wrapped_or_of_version_2() -> None:
    _, links = _linked(
        {
            "/a": {"post": _operation(_200=_json({"properties": {"data": PET}}))},
            "/a/{id}": {"get": _operation()},
            "/b": {"post": _operation(_200={"schema": PET})},
            "/b/{id}": {"get": _operation()},
        }
    )
    assert [it.place for takes in links.takes.values() for it in takes] == [
        JsonPlace(("data", "id")),
        JsonPlace(("id",)),
    ]


def test_links_that_are_told_go_first() -> None:
    post = _operation(
        _201={
            **_json(PET),
            "links": {
                "a": {"operationId": "show", "parameters": {"id": "$response.body#/key/0"}},
                "b": {
                    "operationRef": "#/paths/~1c~1{n}/get",
                    "parameters": {"path.n": "$response.body#/n"},
                },
            },
        }
    )
    _, links = _linked(
        {
            "/a": {"post": post},
            "/a/{id}": {"get": {**_operation(), "operationId": "show"}},
            "/c/{n}": {"get": _operation()},
        }
    )
    assert [it.place for it in links.takes["POST /a"]] == [
        JsonPlace(("key", 0)),
        JsonPlace(("n",)),
    ]


def test_nothing_is_linked_that_is_not_issued() -> None:
    _, links = _linked({"/a": {"post": _operation(_204={})}, "/a/{id}": {"get": _operation()}})
    assert (links.takes, links.uses) == ({}, {})


@pytest.mark.parametrize(
    ("path", "name", "variable"),
    [
        ("/pets/{petId}", "petId", "pet_id"),
        ("/pets/{id}", "id", "pet_id"),
        ("/a/addresses/{uuid}", "uuid", "addresse_uuid"),
        ("/{id}", "id", "id"),
        ("/x/{1-é}", "1-é", "v_1"),
    ],
)
def test_variables_are_named_by_what_they_are(path: str, name: str, variable: str) -> None:
    assert variable_of(path, name) == variable
