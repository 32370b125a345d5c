"""A request of Insomnia is said in the words of Postman."""

from typing import Any

import pytest
from hypothesis import given

from studio.importer.insomnia.items import events_of, request_item, values_of, with_takes
from studio.importer.insomnia.tags import Tags
from studio.importer.tree import mapping
from tests.studio.importer.trees import shaped


def _request(**it: object) -> dict[str, Any]:
    return request_item({"url": "http://a.test", "method": "POST", **it}, Tags())["request"]


def test_parameters_are_added_to_the_address() -> None:
    url = _request(
        url="{{ _.base }}/x/:id?a=1",
        parameters=[
            {"name": "b c", "value": "{{ _.d }} e"},
            {"name": "off", "value": "1", "disabled": True},
            {"name": ""},
        ],
        pathParameters=[{"name": "id", "value": "7"}],
    )["url"]
    assert url["raw"] == "{{base}}/x/:id?a=1&b%20c={{d}}%20e"
    assert [it["key"] for it in url["query"]] == ["a", "b c", "off"]
    assert url["variable"] == [{"key": "id", "value": "7"}]


@pytest.mark.parametrize(
    ("body", "mode"),
    [
        ({"mimeType": "application/json", "text": "{}"}, "raw"),
        (
            {"mimeType": "application/x-www-form-urlencoded", "params": [{"name": "a"}]},
            "urlencoded",
        ),
        ({"mimeType": "multipart/form-data", "params": []}, "formdata"),
        ({"mimeType": "application/graphql", "text": '{"query": "{a}"}'}, "graphql"),
        ({"mimeType": "application/octet-stream", "fileName": "/x/a.bin"}, "file"),
        ("text", "raw"),
    ],
)
def test_bodies(body: object, mode: str) -> None:
    assert _request(body=body)["body"]["mode"] == mode
    assert _request(body={})["body"] is None


def test_a_body_says_its_type_once() -> None:
    body = {"mimeType": "text/x", "text": "a"}
    assert [it["value"] for it in _request(body=body)["header"]] == ["text/x"]
    own = _request(body=body, headers=[{"name": "content-type", "value": "text/y"}])
    assert [it["value"] for it in own["header"]] == ["text/y"]


@pytest.mark.parametrize(
    ("auth", "kind", "headers"),
    [
        ({"type": "bearer", "token": "t"}, "bearer", []),
        ({"type": "bearer", "token": "t", "prefix": "Token"}, None, ["Token t"]),
        ({"type": "apikey", "key": "k", "value": "v", "addTo": "cookie"}, None, ["k=v"]),
        ({"username": "u", "password": ""}, "basic", []),
        ({"type": "none"}, "noauth", []),
        ({"type": "basic", "disabled": True}, None, []),
        ({}, None, []),
    ],
)
def test_sign_ins(auth: object, kind: str | None, headers: list[str]) -> None:
    request = _request(authentication=auth)
    assert mapping(request["auth"]).get("type") == kind
    assert [it["value"] for it in request["header"]] == headers


def test_scripts_speak_of_postman() -> None:
    (event,) = events_of({"scripts": {"afterResponse": "insomnia.test()"}})
    assert event == {"listen": "test", "script": {"exec": ["pm.test()"]}}


def test_environments_are_flat() -> None:
    values = values_of({"a": {"b": 1}, "c": "{{ _.d }}"})
    assert values == [{"key": "a.b", "value": "1"}, {"key": "c", "value": "{{d}}"}]


def test_takes_go_to_the_request_they_come_from() -> None:
    tags = Tags(takes={"req_1": {"x": "line"}})
    item = request_item({"_id": "req_1", "url": "http://a.test"}, tags)
    with_takes({"item": [item]}, tags)
    assert item["event"] == [{"listen": "test", "script": {"exec": ["line"]}}]


@given(shaped("url", "name", "value", "headers", "body", "params", "parameters", "authentication"))
def test_any_tree_is_a_request(tree: object) -> None:
    for key in ("url", "headers", "body", "parameters", "authentication", "scripts"):
        assert request_item({key: tree}, Tags())["request"]
    values_of(tree)
