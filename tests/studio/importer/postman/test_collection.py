"""Items of a collection become steps and groups, in their order."""

from typing import Any

from hypothesis import given

from studio.importer.carried_over import CarryingOver, Outcome
from studio.importer.hiding import Hiding
from studio.importer.postman.collection import (
    Collecting,
    count_requests,
    scripts_of,
    taken_names,
)
from studio.importer.postman.scripts import NO_SCRIPT, read_script
from studio.importer.variables import Variables
from studio.journey.auth import NO_AUTH, BasicAuth
from studio.journey.check import StatusCheck
from studio.journey.node import Group, Node, Step
from studio.journey.take import IfMissing, JsonPlace, Take
from studio.progress import Progress
from tests.studio.importer.trees import shaped

Tree = dict[str, Any]


def _event(source: str, listen: str = "test") -> Tree:
    return {"listen": listen, "script": {"exec": source.split("\n")}}


def _request(name: str, *events: Tree, **more: object) -> Tree:
    return {"name": name, "request": {"url": "http://a.test/x", **more}, "event": list(events)}


def _read(*items: object) -> tuple[tuple[Node, ...], Collecting]:
    hiding = Hiding()
    collecting = Collecting(Variables(hiding), hiding, CarryingOver(), Progress())
    return collecting.nodes(list(items), collecting.within(NO_SCRIPT)), collecting


def _step(*items: object) -> Step:
    nodes, _ = _read(*items)
    (node,) = nodes
    while isinstance(node, Group):
        (node,) = node.nodes
    assert isinstance(node, Step)
    return node


def test_folders_give_sign_in_and_checks_to_what_is_in_them() -> None:
    folder: Tree = {
        "name": "Users",
        "auth": {"type": "basic", "basic": {"username": "a", "password": ""}},
        "event": [_event("pm.response.to.have.status(200);")],
        "description": "All of them",
        "item": [_request("One")],
    }
    nodes, _ = _read(folder)
    (group,) = nodes
    assert isinstance(group, Group)
    assert (group.name, group.note) == ("Users", "All of them")
    request = _step(folder).requests[0]
    assert request.auth == BasicAuth("a", "")
    assert request.checks == (StatusCheck((200,)),)


def test_a_request_may_be_a_text() -> None:
    assert _step({"name": "x", "request": "http://a.test/y"}).requests[0].path == "/y"


def test_a_request_may_have_no_sign_in() -> None:
    assert _step(_request("x", auth={"type": "noauth"})).requests[0].auth == NO_AUTH


def test_scripts_take_and_their_rest_is_a_note() -> None:
    source = "pm.globals.set('id', pm.response.json().id);\npm.sendRequest('x');"
    step = _step(_request("x", _event(source)))
    assert step.requests[0].takes == (Take("id", JsonPlace(("id",)), if_missing=IfMissing.FAIL),)
    assert step.note == source


def test_what_did_not_come_is_said_with_its_place() -> None:
    _, collecting = _read(
        {"name": "A", "item": [{"name": "B"}, _request("C", _event("pm.setNextRequest('x')"))]},
        _request("D", _event("postman.setNextRequest('x');")),
    )
    left_out = collecting.notes.noted.of(Outcome.LEFT_OUT)
    assert [it.place for it in left_out] == ["A / B", "A / C", "D"]


def test_items_are_counted_and_scripts_found() -> None:
    items = [{"item": [_request("a", _event("pm.globals.set('t', pm.response.json().t)"))]}]
    assert count_requests(items) == 1
    assert list(taken_names(items)) == ["t"]
    assert list(scripts_of({"event": [_event("x"), {"listen": "test"}]})) == [("test", "x")]
    assert read_script("") == NO_SCRIPT


def test_a_folder_too_deep_is_left_out() -> None:
    item = _request("x")
    for _ in range(80):
        item = {"name": "f", "item": [item]}
    nodes, collecting = _read(item)
    assert nodes == ()
    assert len(collecting.notes.noted.of(Outcome.LEFT_OUT)) == 1


@given(
    shaped(
        *(
            "item",
            "name",
            "request",
            "url",
            "raw",
            "method",
            "header",
            "body",
            "mode",
            "urlencoded",
        ),
        *("auth", "type", "basic", "event", "listen", "test", "script", "exec", "disabled", "key"),
    )
)
def test_any_tree_becomes_nodes(tree: object) -> None:
    nodes, _ = _read({"item": tree}, tree)
    assert all(isinstance(node, Step | Group) for node in nodes)
