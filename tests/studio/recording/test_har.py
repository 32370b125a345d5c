"""A HAR file becomes a recording, whoever wrote it."""

import io
import json
from pathlib import Path

import pytest

from studio.errors import FileFormatError
from studio.progress import CancelledError, Progress
from studio.recording.har import read_har
from tests.fixtures import fixture_path
from tests.studio.recording.visits import entry, har, read


def test_exchanges_come_in_the_order_of_time_and_are_numbered() -> None:
    late = entry("http://shop.test/b", startedDateTime="2026-03-14T10:00:01.5Z")
    found = read(har(late, entry("http://shop.test/a#top")))
    assert [(it.number, it.request.address) for it in found.exchanges] == [
        (0, "http://shop.test/a"),
        (1, "http://shop.test/b"),
    ]
    assert found.exchanges[1].at_s - found.exchanges[0].at_s == 1.5
    assert [it.number for it in found.exchanges[-1:]] == [1]


def test_what_no_journey_needs_is_counted_and_not_kept() -> None:
    found = read(
        har(
            entry("http://shop.test/"),
            entry("http://shop.test/a.png", response={"content": {"mimeType": "image/png"}}),
            entry("http://ads.test/x"),
            entry("http://shop.test/", "OPTIONS"),
            entry("ws://shop.test/live"),
            *(entry(f"http://shop.test/{n}") for n in range(4)),
        )
    )
    assert len(found.exchanges) == 5
    assert {(it.reason, it.host, it.count) for it in found.hidden} == {
        ("static", "shop.test", 1),
        ("other_site", "ads.test", 1),
        ("pre_flight", "shop.test", 1),
        ("socket", "shop.test", 1),
    }


def test_pages_and_producer_are_read_wherever_they_stand() -> None:
    content = har(
        entry("http://shop.test/", pageref="p1"),
        pages=[{"id": "p1", "title": "Home", "startedDateTime": "2026-03-14T10:00:00Z"}],
        creator={"name": "Firefox", "version": "153"},
    )
    found = read(b"\xef\xbb\xbf" + content)
    assert (found.producer, found.pages[0].title, found.exchanges[0].page) == (
        "Firefox 153",
        "Home",
        "p1",
    )


@pytest.mark.parametrize(
    "content",
    [b"{}", b"[]", b'{"log": 1}', b'{"log": {"entries": 1}}', b'{"log": {"entries": [', b"\x00"],
)
def test_what_is_no_har_is_refused_in_a_sentence(content: bytes) -> None:
    with pytest.raises(FileFormatError):
        read(content)


def test_entries_that_are_no_objects_are_passed_over() -> None:
    assert len(read(har(1, None, [], entry("http://shop.test/"))).exchanges) == 1


def test_reading_can_be_cancelled() -> None:
    progress = Progress()
    progress.cancel()
    content = har(entry("http://shop.test/"))
    with pytest.raises(CancelledError):
        read_har(lambda: io.BytesIO(content), "a.har", progress, len(content))


@pytest.mark.parametrize("name", ["chrome-multipart", "firefox-multipart", "charles-form"])
def test_each_browsers_files_keep_method_address_and_body(name: str) -> None:
    content = fixture_path(f"har/{name}.har").read_bytes()
    found = read(content)
    said = {
        (it["request"]["method"], it["request"]["url"].partition("#")[0])
        for it in json.loads(content.decode("utf-8-sig"))["log"]["entries"]
    }
    assert found.exchanges
    assert {(it.request.method, it.request.address) for it in found.exchanges} <= said


def test_a_form_without_its_text_is_built_from_its_fields() -> None:
    found = read(fixture_path("har/charles-form.har").read_bytes())
    posts = [it.request for it in found.exchanges if it.request.method == "POST"]
    assert posts
    for post in posts:
        length = next(v for k, v in post.headers if k.lower() == "content-length")
        assert len(post.body) == int(length)


def test_a_large_file_is_read_where_it_lies(tmp_path: Path) -> None:
    path = tmp_path / "a.har"
    answer = {"content": {"mimeType": "application/json", "text": "x" * 100_000}}
    entries = [entry(f"http://shop.test/{n}", response=answer) for n in range(30)]
    path.write_bytes(har(*entries))
    found = read_har(lambda: path.open("rb"), "a.har", Progress(), path.stat().st_size)
    answers = [it.answer for it in found.exchanges]
    assert all(it and it.text == "x" * 100_000 for it in answers)
    assert found.exchanges[7].request.address == "http://shop.test/7"
