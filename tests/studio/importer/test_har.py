"""A HAR file becomes a journey, its report says all, and no secret is in it."""

import json
from pathlib import Path

import pytest

from studio.errors import FileFormatError
from studio.importer.carried_over import Outcome
from studio.importer.detection import importer_of, read_sources
from studio.importer.har import read_har_source
from studio.importer.importer import Format
from studio.importer.source import Source, source_of_file
from studio.journey.body import FormBody
from studio.journey.document import read_document, write_document
from studio.journey.template import Secret, Variable
from studio.journey.walk import requests_of
from studio.progress import CancelledError, Progress
from tests.fixtures import fixture_path
from tests.studio.recording.visits import entry, har

TOKEN = "f3a9c1d77ab24e0f"  # noqa: S105  # it opens nothing
FORM = {"mimeType": "application/x-www-form-urlencoded"}
KIND = [{"name": "Content-Type", "value": FORM["mimeType"]}]


def _login() -> bytes:
    page = f'<input name="_csrf" value="{TOKEN}">'
    text = f"_csrf={TOKEN}&user=tester&password=hunter2%26x"
    return har(
        entry("http://shop.test/", response={"content": {"mimeType": "text/html", "text": page}}),
        entry("http://shop.test/logo.png", response={"content": {"mimeType": "image/png"}}),
        entry(
            "http://shop.test/login",
            "POST",
            request={"headers": KIND, "postData": {**FORM, "text": text}},
        ),
    )


def test_values_are_taken_and_secrets_known_by_name() -> None:
    found = read_har_source(Source("Shop.har", pasted=_login()), Progress())
    (journey,) = found.journeys
    _, post = requests_of(journey)
    assert post.body == FormBody(
        (("_csrf", (Variable("csrf"),)), ("user", "tester"), ("password", (Secret("password"),)))
    )
    assert [(it.name, it.value) for it in found.secrets] == [("password", "hunter2&x")]
    document = write_document([journey])
    assert TOKEN not in document
    assert "hunter2" not in document
    assert read_document(document) == (journey,)
    assert journey.name == "Shop"
    assert found.targets[0].hosts == (("main", "http://shop.test"),)


def test_the_report_says_what_came_and_what_did_not() -> None:
    report = read_har_source(Source("Shop.har", pasted=_login()), Progress()).carried_over
    said = [(it.outcome, str(it.what)) for it in report.entries]
    assert (Outcome.IMPORTED, "2 requests") in said
    assert (Outcome.LEFT_OUT, "1 picture, script, style or font") in said
    assert (Outcome.ADAPTED, "1 value, new each time") in said
    assert all(it.reason.text for it in report.entries if it.outcome is not Outcome.IMPORTED)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_har_is_told_in_each_encoding_whatever_its_name(encoding: str) -> None:
    source = Source("a.txt", pasted=_login().decode().encode(encoding))
    assert importer_of(source).format is Format.HAR
    assert read_sources([source], Progress()).journeys


def test_a_recording_with_nothing_to_send_is_refused() -> None:
    content = har(entry("data:text/plain,x"))
    with pytest.raises(FileFormatError, match="Nothing in"):
        read_har_source(Source("a.har", pasted=content), Progress())


def test_an_import_can_be_cancelled() -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(CancelledError):
        read_har_source(Source("a.har", pasted=_login()), progress)


def test_a_file_beside_is_read_and_no_other(tmp_path: Path) -> None:
    (tmp_path / "outside.json").write_text("secret", "utf-8")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "body.json").write_text("{}", "utf-8")
    for name, text in (("body.json", "{}"), ("../outside.json", "")):
        content = {"mimeType": "application/json", "_file": name}
        path = folder / "a.har"
        path.write_bytes(har(entry("http://shop.test/", response={"content": content})))
        found = read_har_source(source_of_file(path), Progress())
        (exchange,) = found.recordings[0].recording.exchanges
        assert exchange.answer is not None
        assert exchange.answer.text == text


@pytest.mark.parametrize(
    "name",
    [
        *("har/chrome-multipart.har", "har/firefox-multipart.har", "har/charles-form.har"),
        *("har/playwright-redirect.har", "zoo/recording_a.har", "zoo/recording_b.har"),
    ],
)
def test_each_fixture_becomes_a_journey(name: str) -> None:
    found = read_har_source(source_of_file(fixture_path(name)), Progress())
    (journey,) = found.journeys
    assert list(requests_of(journey))
    assert read_document(write_document([journey])) == (journey,)
    values = [it.value for it in found.secrets if len(it.value) > 8]
    assert not [it for it in values if json.dumps(it)[1:-1] in write_document([journey])]
