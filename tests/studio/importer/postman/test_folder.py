"""A collection that is a folder of YAML files reads as one of version 2.1."""

from pathlib import Path

import pytest

from studio.errors import FileFormatError
from studio.importer.detection import importer_of
from studio.importer.importer import Format
from studio.importer.postman.folder import collection_of_folder, is_collection_folder
from studio.importer.postman.postman import read_postman
from studio.importer.source import Source, source_of_file
from studio.journey.body import FormBody, JsonBody
from studio.journey.check import StatusCheck
from studio.journey.node import Group, Step
from studio.progress import Progress

REQUEST = """$kind: http-request
name: Create one
method: POST
url: '{{base}}/things/:id'
order: 2000
headers: {X-A: b}
pathVariables: [{key: id, value: '7'}]
body:
  type: json
  content: |-
    {"a": 1}
scripts:
  - type: afterResponse
    language: text/javascript
    code: pm.response.to.have.status(201);
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shop = tmp_path / "Shop"
    (shop / ".resources").mkdir(parents=True)
    (shop / ".resources" / "definition.yaml").write_text(
        "$kind: collection\nname: My shop\nvariables: {base: 'https://a.test'}\n"
    )
    (shop / "Create.request.yaml").write_text(REQUEST)
    (shop / "First.request.yaml").write_text(
        "method: POST\nurl: 'https://a.test/x'\norder: 1000\n"
        "body: {type: urlencoded, content: {a: b}}\n"
    )
    (shop / "Empty").mkdir()
    (shop / "Inner").mkdir()
    (shop / "Inner" / "Get.request.yml").write_text("method: GET\nurl: https://a.test/y\n")
    return shop


def test_a_folder_is_a_collection(folder: Path) -> None:
    imported = read_postman(Source("Shop", folder), Progress())
    (journey,) = imported.journeys
    first, second, third = journey.again
    assert journey.name == "My shop"
    assert isinstance(first, Step)
    assert isinstance(second, Step)
    assert isinstance(third, Group)
    assert first.requests[0].body == FormBody((("a", "b"),))
    (request,) = second.requests
    assert (request.path, request.headers) == ("/things/7", (("X-A", "b"),))
    assert (request.body, request.checks) == (JsonBody('{"a": 1}'), (StatusCheck((201,)),))
    assert imported.targets[0].hosts == (("main", "https://a.test"),)


def test_a_folder_is_known(folder: Path) -> None:
    assert importer_of(source_of_file(folder)).format is Format.POSTMAN
    with pytest.raises(FileFormatError, match="no kind"):
        importer_of(source_of_file(folder / "Empty"))


def test_a_folder_without_requests_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileFormatError, match="no Postman request"):
        collection_of_folder(tmp_path)


def test_links_out_of_the_folder_are_not_followed(folder: Path) -> None:
    outside = folder.parent / "outside"
    outside.mkdir()
    (outside / "Secret.request.yaml").write_text("method: GET\nurl: https://b.test\n")
    (folder / "Link").symlink_to(outside)
    (folder / "Link.request.yaml").symlink_to(outside / "Secret.request.yaml")
    assert "b.test" not in str(collection_of_folder(folder))


def test_a_broken_file_is_named(folder: Path) -> None:
    (folder / "First.request.yaml").write_text("url: {{base}}/x")
    with pytest.raises(FileFormatError, match=r"First.request.yaml cannot be read"):
        collection_of_folder(folder)


def test_one_of_its_files_is_known() -> None:
    assert is_collection_folder("a.request.yaml", "")
    assert is_collection_folder("definition.yaml", "$kind: collection\n")
    assert not is_collection_folder("a.yaml", "openapi: 3.0.0")
