"""A source is read by whoever knows its format."""

import pytest

from studio.errors import FileFormatError
from studio.importer.detection import importer_of, read_sources
from studio.importer.importer import Format
from studio.importer.source import Source
from studio.journey.document import write_document
from studio.journey.journey import Journey
from studio.journey.sample import PRACTICE, TALK
from studio.progress import CancelledError, Progress


def _journey(*journeys: Journey) -> Source:
    return Source("", pasted=write_document(list(journeys)).encode())


def test_a_format_is_told_by_its_beginning_whatever_the_name() -> None:
    assert importer_of(_journey(TALK)).format is Format.JOURNEY


def test_several_sources_are_read_in_order() -> None:
    found = read_sources([_journey(TALK), _journey(PRACTICE)], Progress())
    assert found.journeys == (TALK, PRACTICE)


def test_a_cancelled_import_ends() -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(CancelledError):
        read_sources([_journey(TALK)], progress)


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"hello", b"[1, 2]"])
def test_what_nobody_knows_is_refused_in_a_sentence(content: bytes) -> None:
    with pytest.raises(FileFormatError, match="no kind that can be imported"):
        importer_of(Source("note.txt", pasted=content))
