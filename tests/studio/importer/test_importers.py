"""One of each kind is imported, and the journey made of it is written and checked."""

import contextlib
import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import StudioError
from studio.importer.detection import importer_of
from studio.importer.importer import Format
from studio.importer.importers import IMPORTERS
from studio.importer.source import Source, source_of_file
from studio.locustfile.check import check
from studio.locustfile.emit import emit
from studio.locustfile.planning import plan_journeys
from studio.progress import Progress
from tests.fixtures import fixture_path
from tests.studio.importer.trees import anything

INSOMNIA = {
    "type": "collection.insomnia.rest/5.0",
    "name": "Shop",
    "collection": [
        {
            "name": "Folder",
            "children": [
                {
                    "name": "Create",
                    "method": "POST",
                    "url": "{{ _.base }}/orders?x={% uuid 'v4' %}",
                    "body": {"mimeType": "application/json", "text": '{"a": "{{ _.lang }}"}'},
                    "scripts": {"afterResponse": "insomnia.response.to.have.status(201);"},
                }
            ],
        }
    ],
    "environments": {"name": "Base", "data": {"lang": "fr", "base": "https://a.test"}},
}


def _source(name: str) -> Source:
    if name == "insomnia":
        return Source("x.json", pasted=json.dumps(INSOMNIA).encode())
    return source_of_file(fixture_path(name))


@pytest.mark.parametrize(
    ("name", "format_"),
    [
        ("curl/commands.txt", Format.CURL),
        ("postman/conduit-v2.1.json", Format.POSTMAN),
        ("postman/request-chaining-v2.0.json", Format.POSTMAN),
        ("insomnia", Format.INSOMNIA),
        ("openapi/petstore-2.0.yaml", Format.OPENAPI),
        ("openapi/museum-3.1.yaml", Format.OPENAPI),
        ("openapi/api-keys-3.0.yaml", Format.OPENAPI),
    ],
)
def test_a_journey_made_of_each_kind_is_written_and_checked(name: str, format_: Format) -> None:
    source = _source(name)
    if format_ is Format.CURL:  # without those for Windows, and those with files
        text = source.text()
        kept = [it for it in text.split("### ") if it[:2] not in ("", "03", "04", "05", "10")]
        source = Source("x.sh", pasted="\n".join(f"# {it}" for it in kept).encode())
    importer = importer_of(source)
    assert importer.format is format_
    imported = importer.read(source, Progress())
    plan = plan_journeys([(it, 1) for it in imported.journeys], target=imported.targets[0])
    written = check(emit(plan))
    assert not [it.value for it in imported.secrets if len(it.value) > 6 and it.value in written]


def test_no_importer_is_there_twice() -> None:
    formats = [it.format for it in IMPORTERS]
    assert len(set(formats)) == len(formats)


@given(anything | st.text())
def test_whatever_it_is_everybody_reads_or_refuses_it(tree: object) -> None:
    content = tree if isinstance(tree, str) else json.dumps(tree)
    source = Source("x.json", pasted=content.encode("utf-8", "replace"))
    for importer in IMPORTERS:
        with contextlib.suppress(StudioError):
            importer.knows("x.json", content)
            importer.read(source, Progress())


@pytest.mark.parametrize(
    "content",
    [
        b"[" * 1_000_000,
        b'{"item": [' + b"{}," * 1_000_000 + b"{}]}",
        b'{"a":' * 200_000,
        b"\x00" * 1_000_000,
        b"a: &a [*a, *a]\n" * 10,
        b"- " * 500_000,
        b"<a>" * 300_000,
    ],
    ids=["deep", "wide", "nested", "NUL", "aliases", "steep", "tags"],
)
def test_bombs_are_refused_in_time(content: bytes) -> None:
    source = Source("x.json", pasted=content)
    for importer in IMPORTERS:
        begun = time.process_time()
        with pytest.raises(StudioError):
            importer.read(source, Progress())
        assert time.process_time() - begun < 2, importer.format
