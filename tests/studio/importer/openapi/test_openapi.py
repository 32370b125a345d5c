"""Descriptions of APIs become journeys, one for each of their parts."""

import json
from typing import Any

import pytest
from hypothesis import given

from studio.errors import FileFormatError, StudioError
from studio.importer.carried_over import Outcome
from studio.importer.detection import importer_of
from studio.importer.imported import Imported
from studio.importer.importer import Format
from studio.importer.openapi.openapi import OPENAPI, operations, read_chosen, read_openapi
from studio.importer.source import Source, source_of_file
from studio.journey.walk import requests_of
from studio.locustfile.check import check
from studio.locustfile.emit import emit
from studio.locustfile.planning import plan_journeys
from studio.progress import CancelledError, Progress
from tests.fixtures import fixture_path
from tests.studio.importer.trees import shaped


def _source(tree: object) -> Source:
    return Source("api.json", pasted=json.dumps(tree).encode())


def _api(**more: object) -> dict[str, Any]:
    paths = {"/a": {"get": {"tags": ["x"], "summary": "One"}, "post": {"tags": ["y"]}}}
    return {"openapi": "3.1.0", "info": {"title": "Shop"}, "paths": paths, **more}


def _read(tree: object) -> Imported:
    return read_openapi(_source(tree), Progress())


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("petstore-2.0.yaml", 4),
        ("petstore-3.0.yaml", 19),
        ("api-keys-3.0.yaml", 2),
        ("museum-3.1.yaml", 8),
    ],
)
def test_every_operation_of_the_fixtures_comes(name: str, count: int) -> None:
    source = source_of_file(fixture_path(f"openapi/{name}"))
    assert importer_of(source).format is Format.OPENAPI
    assert len(operations(source)) == count
    imported = read_openapi(source, Progress())
    assert sum(len(list(requests_of(it))) for it in imported.journeys) == count
    assert len(imported.carried_over.of(Outcome.IMPORTED)) == count


def test_a_journey_made_from_a_description_is_written() -> None:
    imported = read_openapi(source_of_file(fixture_path("openapi/museum-3.1.yaml")), Progress())
    plan = plan_journeys([(it, 1) for it in imported.journeys], target=imported.targets[0])
    assert "def create_special_events" in check(emit(plan))


def test_each_part_is_a_journey() -> None:
    imported = _read(_api(servers=[{"url": "https://a.test"}, {"url": "https://b.test/v2"}]))
    assert [(it.id, it.name) for it in imported.journeys] == [("J1", "x"), ("J2", "y")]
    assert [it.main_host for it in imported.targets] == ["https://a.test", "https://b.test"]


def test_a_server_without_a_usable_address_gets_a_harmless_one() -> None:
    tree = _api(servers=[{"url": "https://a.test"}])
    tree["paths"]["/a"]["post"]["servers"] = [{"url": "https://{site}/x"}]
    (target,) = _read(tree).targets
    assert dict(target.hosts) == {"main": "https://a.test", "other": "http://localhost"}


def test_operations_are_chosen_by_their_keys() -> None:
    source = _source(_api())
    assert [it.key for it in operations(source)] == ["GET /a", "POST /a"]
    imported = read_chosen(source, Progress(), {"GET /a"})
    assert [it.name for it in imported.journeys] == ["x"]


def test_what_does_not_come_is_said() -> None:
    tree = _api(webhooks={"w": {}})
    tree["paths"]["/a"]["get"]["callbacks"] = {"c": {}}
    tree["paths"]["/a"]["post"]["parameters"] = [{"$ref": "https://b.test/x"}]
    imported = _read(tree)
    assert [it.place for it in imported.carried_over.of(Outcome.LEFT_OUT)] == [
        *("GET /a", "webhooks", "https://b.test/x")
    ]
    assert [str(it.what) for it in imported.carried_over.of(Outcome.ADAPTED)] == ["Address"]


def test_files_to_upload_are_made() -> None:
    tree = _api()
    tree["paths"]["/a"]["post"]["requestBody"] = {"content": {"image/png": {}}}
    assert [it.name for it in _read(tree).attachments] == ["upload.bin"]


@pytest.mark.parametrize("tree", [{}, [], {"openapi": "4"}, {"openapi": "3.0.0", "paths": []}, 3])
def test_what_is_no_description_is_refused(tree: object) -> None:
    with pytest.raises(FileFormatError):
        _read(tree)


def test_a_description_without_operations_is_read_and_says_so() -> None:
    imported = _read({"openapi": "3.1.0", "webhooks": {"w": {}}})
    assert imported.journeys == ()
    left_out = [str(it.what) for it in imported.carried_over.of(Outcome.LEFT_OUT)]
    assert left_out == ["Operations", "Webhooks"]
    with pytest.raises(FileFormatError, match="no operation"):
        read_chosen(_source(_api()), Progress(), {"GET /other"})


def test_it_can_be_cancelled() -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(CancelledError):
        read_openapi(_source(_api()), progress)


@pytest.mark.parametrize(
    ("beginning", "is_known"),
    [
        ("openapi: 3.0.3\n", True),
        ('# note\nswagger: "2.0"', True),
        ('{"info": {}, "openapi":"3.1.0"', True),
        ('{"log": {"openapi": "3.1.0"}', False),
        ("openapi is nice", False),
    ],
)
def test_descriptions_are_told_by_their_version(beginning: str, is_known: bool) -> None:
    assert OPENAPI.knows("x.yaml", beginning) is is_known


@given(
    shaped(
        *("/a", "/a/{id}", "get", "post", "parameters", "name", "in", "query", "schema", "$ref"),
        *("#/paths/~1a", "responses", "200", "content", "security", "servers", "url", "tags"),
    )
)
def test_any_tree_is_read_or_refused(tree: object) -> None:
    try:
        imported = _read({"openapi": "3.0.0", "paths": tree, "servers": tree, "security": tree})
    except StudioError:
        return
    assert imported.carried_over.entries
