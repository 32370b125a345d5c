"""Exports of Insomnia become journeys; their environments become targets."""

import base64
import json
from typing import Any

import pytest
from hypothesis import given

from studio.errors import FileFormatError, StudioError
from studio.importer.carried_over import Outcome
from studio.importer.detection import importer_of
from studio.importer.imported import Imported
from studio.importer.importer import Format
from studio.importer.insomnia.insomnia import INSOMNIA, read_insomnia
from studio.importer.source import Source
from studio.journey.auth import BearerAuth
from studio.journey.take import JsonPlace
from studio.journey.template import Secret, Variable
from studio.journey.walk import requests_of
from studio.progress import CancelledError, Progress
from tests.studio.importer.trees import shaped

TAG = "{% response 'body', 'r1', 'b64::" + base64.b64encode(b"$.id").decode() + "::46b' %}"
EXPORT: dict[str, Any] = {
    "type": "collection.insomnia.rest/5.0",
    "name": "Shop",
    "collection": [
        {
            "name": "Create",
            "meta": {"id": "r1", "sortKey": 1},
            "method": "POST",
            "url": "{{ _.base }}/orders",
            "body": {"mimeType": "application/json", "text": '{"a": "{{ _.lang }}"}'},
            "authentication": {"type": "bearer", "token": "{{ _.token }}"},
        },
        {"name": "Show", "meta": {"sortKey": 2}, "url": "{{ _.base }}/orders/" + TAG},
        {"name": "Odd", "meta": {"sortKey": 3}, "url": "{{ _.base }}/{% hash 'md5' %}"},
    ],
    "environments": {
        "name": "Base",
        "data": {"lang": "fr", "token": "t1"},
        "subEnvironments": [
            {"name": "Staging", "data": {"base": "https://a.test/v1"}},
            {"name": "Live", "data": {"base": "https://b.test"}},
        ],
    },
}


def _source(tree: object) -> Source:
    return Source("x.json", pasted=json.dumps(tree).encode())


def _read(tree: object) -> Imported:
    return read_insomnia(_source(tree), Progress())


def test_requests_come_with_what_they_take_from_each_other() -> None:
    imported = _read(EXPORT)
    create, show, _ = requests_of(imported.journeys[0])
    (take,) = create.takes
    assert take.place == JsonPlace(("id",))
    assert create.auth == BearerAuth((Secret("token"),))
    assert show.path == ("/v1/orders/", Variable(take.variable))
    assert [it.value for it in imported.secrets] == ["t1"]


def test_each_environment_is_a_target() -> None:
    staging, live = _read(EXPORT).targets
    assert (staging.name, staging.main_host) == ("Staging", "https://a.test")
    assert (live.name, live.main_host) == ("Live", "https://b.test")
    assert dict(live.variables)["lang"] == "fr"


def test_what_does_not_come_is_said() -> None:
    left_out = _read(EXPORT).carried_over.of(Outcome.LEFT_OUT)
    assert [str(it.what) for it in left_out] == ["Template tag {% hash 'md5' %}"]


def test_environments_alone_are_targets() -> None:
    imported = _read({**EXPORT, "collection": []})
    assert (imported.journeys, len(imported.targets)) == ((), 2)


@pytest.mark.parametrize("tree", [{}, [], {"items": []}, {"resources": 3}])
def test_what_is_no_export_is_refused(tree: object) -> None:
    with pytest.raises(FileFormatError, match="no export of Insomnia"):
        _read(tree)


def test_it_can_be_cancelled() -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(CancelledError):
        read_insomnia(_source(EXPORT), progress)


def test_exports_are_known_by_their_marks() -> None:
    assert importer_of(_source(EXPORT)).format is Format.INSOMNIA
    assert INSOMNIA.knows("x.yaml", "_type: export\n__export_format: 4\n")
    assert INSOMNIA.knows("", "type: collection.insomnia.rest/5.0\n")
    assert not INSOMNIA.knows("x.yaml", "openapi: 3.0.0")


@given(shaped("collection", "children", "url", "name", "body", "mimeType", "text", "environments"))
def test_any_tree_is_read_or_refused(tree: object) -> None:
    try:
        imported = _read({"type": "collection.insomnia.rest/5.0", "collection": [tree]})
    except StudioError:
        return
    assert imported.targets
