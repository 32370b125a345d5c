"""Journeys in the project file, with their revisions."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from studio.database.project_file import ProjectFile
from studio.journey.data_file import DataFile
from studio.journey.document import read_document, write_document
from studio.journey.journey import Journey


@dataclass(frozen=True, slots=True)
class JourneyRevision:
    """A journey as it stands, and which of its revisions that is."""

    journey: Journey

    number: int
    """From 1."""


@dataclass(frozen=True, slots=True)
class _Stored:
    number: int
    document: str


@dataclass(frozen=True, slots=True)
class _Latest:
    number: int
    sha256: str


class JourneyStore:
    """The journeys of one project; belongs to the thread that opened the project file."""

    def __init__(self, file: ProjectFile) -> None:
        self._file = file

    def save(self, journey: Journey, made_at: str, data_files: Sequence[DataFile] = ()) -> None:
        """Keep the journey as its newest revision; one that is equal to the last makes none.

        Args:
            journey: The journey.
            made_at: On the wall clock, UTC, ISO 8601.
            data_files: Those it uses; with other rows in them it is another revision.
        """
        document = write_document([journey], data_files)
        sha256 = hashlib.sha256(document.encode()).hexdigest()
        with self._file.atomic():
            self._file.execute(
                "INSERT INTO journey SELECT ?, ?, count(*) FROM journey WHERE true"
                " ON CONFLICT (id) DO UPDATE SET name = excluded.name",
                journey.id,
                journey.name,
            )
            latest = self._latest(journey.id)
            if latest.sha256 == sha256:
                return
            self._file.execute("INSERT OR IGNORE INTO journey_body VALUES (?, ?)", sha256, document)
            self._file.execute(
                "INSERT INTO journey_revision VALUES (?, ?, ?, ?)",
                journey.id,
                latest.number + 1,
                made_at,
                sha256,
            )

    def all(self) -> tuple[JourneyRevision, ...]:
        """Return every journey in its newest revision, in the order they were made."""
        sql = (
            "SELECT max(r.number) AS number, b.document FROM journey j"
            " JOIN journey_revision r ON r.journey_id = j.id"
            " JOIN journey_body b ON b.sha256 = r.sha256"
            " GROUP BY j.id ORDER BY j.position"
        )
        return tuple(
            JourneyRevision(read_document(row.document)[0], row.number)
            for row in self._file.rows(_Stored, sql)
        )

    def _latest(self, journey_id: str) -> _Latest:
        sql = (
            "SELECT number, sha256 FROM journey_revision WHERE journey_id = ?"
            " ORDER BY number DESC LIMIT 1"
        )
        return next(self._file.rows(_Latest, sql, journey_id), _Latest(0, ""))
