"""Collections of Postman become journeys; environments become targets."""

import json
from typing import Any

import pytest
from hypothesis import given

from studio.errors import FileFormatError, StudioError
from studio.importer.carried_over import Outcome
from studio.importer.detection import importer_of, read_sources
from studio.importer.imported import Imported
from studio.importer.importer import Format
from studio.importer.postman.postman import POSTMAN, read_postman
from studio.importer.source import Source, source_of_file
from studio.journey.auth import BearerAuth
from studio.journey.check import StatusCheck
from studio.journey.node import Group
from studio.journey.take import JsonPlace
from studio.journey.template import Secret, Variable, pieces_of
from studio.journey.walk import nodes_of, requests_of
from studio.progress import CancelledError, Progress
from tests.fixtures import fixture_path
from tests.studio.importer.trees import shaped

Tree = dict[str, Any]


def _source(tree: object, *beside: Source, name: str = "x.json") -> Source:
    return Source(name, pasted=json.dumps(tree).encode(), beside=beside)


def _read(tree: object, *beside: Source) -> Imported:
    return read_postman(_source(tree, *beside), Progress())


def _collection(*items: Tree, **more: object) -> Tree:
    return {"info": {"name": "Shop"}, "item": list(items), **more}


def _get(url: str) -> Tree:
    return {"name": url, "request": {"method": "GET", "url": url}}


@pytest.mark.parametrize(
    ("name", "requests"),
    [("conduit-v2.1.json", 32), ("request-chaining-v2.0.json", 2), ("bodies-v2.1.json", 6)],
)
def test_every_request_of_the_fixtures_comes(name: str, requests: int) -> None:
    source = source_of_file(fixture_path(f"postman/{name}"))
    assert importer_of(source).format is Format.POSTMAN
    imported = read_postman(source, Progress())
    (journey,) = imported.journeys
    assert len(list(requests_of(journey))) == requests
    assert len(imported.carried_over.of(Outcome.IMPORTED)) == requests


def test_conduit_signs_in_and_keeps_what_it_is_given() -> None:
    imported = read_postman(source_of_file(fixture_path("postman/conduit-v2.1.json")), Progress())
    (journey,) = imported.journeys
    takes = {it.variable: it.place for request in requests_of(journey) for it in request.takes}
    assert takes == {
        "token": JsonPlace(("user", "token")),
        "slug": JsonPlace(("article", "slug")),
        "commentId": JsonPlace(("comment", "id")),
    }
    statuses = [it for request in requests_of(journey) for it in request.checks]
    assert statuses.count(StatusCheck((200,))) == 15
    groups = [node.name for node in nodes_of(journey) if isinstance(node, Group)]
    assert groups == ["Auth", "Articles", "Articles, Favorite, Comments", "Profiles", "Tags"]


def test_variables_come_from_collection_globals_and_environment() -> None:
    collection = _collection(
        _get("{{base}}/{{lang}}/{{id}}/{{key_id}}"),
        variable=[{"key": "base", "value": "http://no"}],
    )
    environment = _source(
        {
            "name": "Staging",
            "_postman_variable_scope": "environment",
            "values": [
                {"key": "base", "value": "https://a.test"},
                {"key": "key_id", "value": "k1", "type": "secret"},
            ],
        }
    )
    globals_ = _source(
        {"_postman_variable_scope": "globals", "values": [{"key": "lang", "value": "fr"}]}
    )
    imported = _read(collection, environment, globals_)
    (target,) = imported.targets
    assert (target.name, target.hosts) == ("Staging", (("main", "https://a.test"),))
    assert dict(target.variables) == {"base": "https://a.test", "lang": "fr", "id": ""}
    assert [it.value for it in imported.secrets] == ["k1"]
    (request,) = requests_of(imported.journeys[0])
    assert Secret("key_id") in pieces_of(request.path)


def test_tables_beside_it_feed_variables() -> None:
    table = Source("My users.csv", pasted=b"user,mail\na,b\n")
    imported = _read(_collection(_get("http://a.test/{{user}}")), table)
    (request,) = requests_of(imported.journeys[0])
    assert request.path == ("/", Variable("my_users.user"))
    assert [it.name for it in imported.data_files] == ["my_users"]


def test_a_collection_and_its_table_can_be_chosen_together() -> None:
    table = Source("users.csv", pasted=b"user,mail\na,b\n")
    collection = _source(_collection(_get("http://a.test/{{user}}")), table)
    imported = read_sources([collection, table], Progress())
    assert [it.name for it in imported.data_files] == ["users"]
    with pytest.raises(FileFormatError, match="no kind"):
        read_sources([table], Progress())


def test_an_environment_alone_is_a_target() -> None:
    tree = {
        "name": "Live",
        "values": [
            {"key": "url", "value": "https://a.test/v1"},
            {"key": "password", "value": "x1"},
        ],
    }
    imported = _read(tree)
    assert imported.journeys == ()
    assert imported.targets[0].hosts == (("main", "https://a.test"),)
    assert [it.value for it in imported.secrets] == ["x1"]
    assert "x1" not in str(imported.targets)


def test_a_collection_and_its_environment_are_read_once() -> None:
    tree: Tree = {"name": "E", "_postman_variable_scope": "environment", "values": []}
    collection, environment = _source(_collection(_get("http://a.test"))), _source(tree)
    both = [
        Source("c.json", pasted=collection.pasted, beside=(environment,)),
        Source("e.json", pasted=environment.pasted, beside=(collection,)),
    ]
    imported = read_sources(both, Progress())
    assert (len(imported.journeys), len(imported.targets)) == (1, 1)


def test_sign_in_of_the_collection_is_the_journeys() -> None:
    auth = {"type": "bearer", "bearer": [{"key": "token", "value": "abc"}]}
    imported = _read({"collection": _collection(_get("http://a.test"), auth=auth)})
    assert imported.journeys[0].auth == BearerAuth((Secret("token"),))


def test_version_1_is_told_apart() -> None:
    with pytest.raises(FileFormatError, match="version 1"):
        _read({"requests": [], "name": "x", "order": []})


@pytest.mark.parametrize("tree", [{}, [], {"item": {}}, 3, {"info": {}}])
def test_what_is_no_collection_is_refused(tree: object) -> None:
    with pytest.raises(FileFormatError):
        _read(tree)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_marks_at_the_beginning_do_no_harm(encoding: str) -> None:
    content = json.dumps(_collection(_get("http://a.test"))).encode(encoding)
    source = Source("x.json", pasted=content)
    assert importer_of(source).format is Format.POSTMAN
    assert read_postman(source, Progress()).journeys


def test_it_can_be_cancelled() -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(CancelledError):
        read_postman(_source(_collection(_get("http://a.test"))), progress)


def test_a_flood_of_requests_is_refused() -> None:
    with pytest.raises(FileFormatError, match="requests in this file"):
        _read(_collection(*[{"request": ""}] * 25_000))


def test_it_knows_its_own() -> None:
    assert POSTMAN.knows("x.json", '{"info": {"_postman_id": "1"}, "item": []}')
    assert POSTMAN.knows("x.postman_collection.json", "{")
    assert not POSTMAN.knows("x.har", '{"log": {}}')


@given(
    shaped("item", "info", "variable", "key", "value", "request", "url", "auth", "event", "name")
)
def test_any_tree_is_read_or_refused(tree: object) -> None:
    try:
        imported = _read({"item": tree, "info": tree, "variable": tree, "auth": tree})
    except StudioError:
        return
    assert imported.journeys
