"""Journeys that left as a file come back as they were."""

import pytest

from studio.errors import FileFormatError
from studio.importer.journey_file import read_journey_file
from studio.importer.source import Source
from studio.journey.document import write_document
from studio.journey.sample import PRACTICE, TALK
from studio.progress import Progress


def test_journeys_come_back_equal() -> None:
    written = write_document([TALK, PRACTICE]).encode()
    found = read_journey_file(Source("", pasted=written), Progress())
    assert found.journeys == (TALK, PRACTICE)
    assert [entry.place for entry in found.carried_over.entries] == [TALK.name, PRACTICE.name]


def test_a_document_of_a_newer_version_is_refused() -> None:
    with pytest.raises(FileFormatError):
        read_journey_file(
            Source("", pasted=b'{"format": "swarmbook-journey", "version": 99}'), Progress()
        )
