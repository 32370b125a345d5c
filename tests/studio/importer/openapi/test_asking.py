"""One operation becomes the request that asks for it."""

from typing import Any

from studio.importer.carried_over import CarryingOver, Outcome
from studio.importer.hiding import Hiding
from studio.importer.openapi.asking import Asking, request_for
from studio.importer.openapi.linking import Links
from studio.importer.openapi.operations import operations_in
from studio.importer.openapi.references import References
from studio.importer.openapi.servers import Server
from studio.importer.openapi.sign_ins import NOBODY
from studio.journey.auth import NO_AUTH, KeyAuth
from studio.journey.body import JsonBody
from studio.journey.check import StatusCheck
from studio.journey.request import QueryField, Request
from studio.journey.template import Secret, Variable

SERVER = Server("https://a.test", "/v1", "")


def _asked(operation: dict[str, Any], links: Links | None = None) -> tuple[Request, CarryingOver]:
    references = References(
        {
            "paths": {"/pets/{petId}": {"post": operation}},
            "components": {
                "securitySchemes": {"k": {"type": "apiKey", "in": "header", "name": "K"}}
            },
        }
    )
    notes = CarryingOver()
    asking = Asking(references, Hiding(), notes, SERVER, NOBODY)
    (found,) = operations_in(references)
    return request_for(found, asking, links or Links(), 7), notes


def test_parameters_stand_in_their_places() -> None:
    request, notes = _asked(
        {
            "parameters": [
                {"name": "petId", "in": "path", "example": "a b"},
                {"name": "q", "in": "query", "required": True, "example": 1},
                {"name": "H", "in": "header", "required": True, "example": "h"},
                {"name": "Other", "in": "header", "schema": {"type": "string"}},
                {"name": "c", "in": "cookie", "required": True, "example": "d"},
            ],
            "responses": {"201": {}, "2XX": {}, "404": {}},
        }
    )
    assert (request.id, request.method, request.host) == ("r7", "POST", "https://a.test")
    assert (request.path, request.endpoint) == ("/v1/pets/a%20b", "/v1/pets/[petId]")
    assert request.query == (QueryField("q", "1"),)
    assert request.headers == (("H", "h"), ("Cookie", "c=d"))
    assert request.checks == (StatusCheck((201,), (2,)),)
    assert [str(it.what) for it in notes.noted.of(Outcome.LEFT_OUT)] == ["Header Other"]


def test_what_is_linked_is_a_variable() -> None:
    links = Links(uses={("POST /pets/{petId}", "petId"): "pet_id"})
    request, _ = _asked({"summary": "x"}, links)
    assert request.path == ("/v1/pets/", Variable("pet_id"))


def test_bodies_say_their_type() -> None:
    content = {"application/json": {"example": {"a": 1}}}
    request, _ = _asked({"requestBody": {"content": content}})
    assert request.body == JsonBody('{\n  "a": 1\n}')
    assert request.headers == (("Content-Type", "application/json"),)


def test_an_operation_may_have_a_server_and_a_sign_in_of_its_own() -> None:
    request, _ = _asked({"servers": [{"url": "http://b.test"}], "security": [{"k": []}]})
    assert (request.host, request.path) == ("http://b.test", "/pets/text")
    assert request.auth == KeyAuth("K", (Secret("k"),))
    assert request.auth != NO_AUTH


def test_files_are_told_and_unknown_sign_ins_left_out() -> None:
    _, notes = _asked(
        {
            "requestBody": {"content": {"image/png": {}}},
            "security": [{"unknown": []}],
        }
    )
    assert [str(it.what) for it in notes.noted.entries] == [
        "Sign-in of the kind unknown",
        "File upload.bin",
    ]
