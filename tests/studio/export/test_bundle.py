"""A bundle holds what its journeys need, and nothing else."""

import pytest

from studio.export.bundle import make_bundle
from studio.journey.attachment import Attachment
from studio.journey.journey_error import JourneyError
from studio.journey.sample import PRACTICE, TALK
from tests.studio.locustfile.request_samples import ATTACHMENTS, UPLOADS
from tests.studio.locustfile.samples import BROWSER, BUYER, TABLES


def test_only_tables_that_are_used_are_read() -> None:
    read: list[str] = []
    bundle = make_bundle([(BUYER, 1)], TABLES, lambda it: read.append(it.name) or f"<{it.name}>")
    assert read == ["accounts", "words", "cities"]
    assert bundle.tables["words.csv"] == "<words>"
    assert 'accounts = Feed("accounts.csv"' in bundle.locustfile


def test_a_journey_without_variables_needs_no_table() -> None:
    assert make_bundle([(TALK, 1)], TABLES, lambda _: "").tables == {}


def test_a_fixed_number_of_users_stands_in_place_of_a_share() -> None:
    source = make_bundle([(BROWSER, 6), (PRACTICE, 4)], TABLES, lambda _: "", {BROWSER.id: 3})
    assert "fixed_count = 3" in source.locustfile
    assert "weight = " not in source.locustfile


def test_a_variable_without_a_table_is_named() -> None:
    with pytest.raises(JourneyError, match=r"accounts\.username"):
        make_bundle([(BUYER, 1)], TABLES[1:], lambda _: "")


class Shelf:
    def all(self) -> tuple[Attachment, ...]:
        return ATTACHMENTS

    def content(self, attachment: Attachment) -> bytes:
        return attachment.name.encode()


def test_only_files_that_are_uploaded_go_along() -> None:
    bundle = make_bundle([(UPLOADS, 1)], (), lambda _: "", uploads=Shelf())
    assert bundle.attachments == {"scan.png": b"scan.png"}
    assert bundle.beside == {"scan.png": b"scan.png"}
    assert 'Path(__file__).with_name("scan.png").read_bytes()' in bundle.locustfile


def test_a_file_that_is_gone_is_named() -> None:
    with pytest.raises(JourneyError, match=r"scan\.png"):
        make_bundle([(UPLOADS, 1)], (), lambda _: "")
