"""Journeys in the project file, with their revisions and a bin."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from studio.database.project_file import ProjectFile
from studio.journey.data_file import DataFile
from studio.journey.document import read_document, write_document
from studio.journey.journey import Journey
from studio.journey.revision import (
    BinnedJourney,
    JourneyRevision,
    RevisionCause,
    RevisionSummary,
)


@dataclass(frozen=True, slots=True)
class _Stored:
    number: int
    sha256: str
    document: str


@dataclass(frozen=True, slots=True)
class _Latest:
    number: int
    sha256: str


@dataclass(frozen=True, slots=True)
class _Named:
    id: str
    name: str


def kept_name(name: str) -> str:
    """Return a name as a column takes it: half a character is written as its number."""
    return name.encode("utf-8", "backslashreplace").decode()


class JourneyStore:
    """The revisions of one project's journeys; belongs to the thread that opened the file."""

    def __init__(self, file: ProjectFile) -> None:
        self._file = file
        self._read: dict[str, Journey] = {}  # the newest revisions, by sum

    def save(
        self,
        journey: Journey,
        made_at: str,
        data_files: Sequence[DataFile] = (),
        cause: RevisionCause = RevisionCause.SAVED,
        label: str = "",
    ) -> int:
        """Keep the journey as its newest revision; one that is equal to the last makes none.

        Args:
            journey: The journey.
            made_at: On the wall clock, UTC, ISO 8601.
            data_files: Those it uses; with other rows in them it is another revision.
            cause: Why.
            label: What somebody calls it; an equal revision without a label gets it.

        Returns:
            The number of its newest revision.
        """
        document = write_document([journey], data_files)
        sha256 = hashlib.sha256(document.encode()).hexdigest()
        with self._file.atomic():
            self.name(journey)
            latest = self._latest(journey.id)
            if latest.sha256 == sha256:
                self._label(journey.id, latest.number, label)
                return latest.number
            self._file.execute("INSERT OR IGNORE INTO journey_body VALUES (?, ?)", sha256, document)
            self._file.execute(
                "INSERT INTO journey_revision VALUES (?, ?, ?, ?, ?, ?)",
                journey.id,
                latest.number + 1,
                made_at,
                sha256,
                cause,
                label,
            )
        return latest.number + 1

    def name(self, journey: Journey) -> None:
        """Make a journey known under its name, or call it otherwise."""
        self._file.execute(
            "INSERT INTO journey (id, name, position)"
            " SELECT ?, ?, ifnull(max(position) + 1, 0) FROM journey WHERE true"
            " ON CONFLICT (id) DO UPDATE SET name = excluded.name",
            journey.id,
            kept_name(journey.name),
        )

    def all(self) -> tuple[JourneyRevision, ...]:
        """Return every journey in its newest revision, in the order they were made."""
        sql = (
            "SELECT max(r.number) AS number, r.sha256, b.document FROM journey j"
            " JOIN journey_revision r ON r.journey_id = j.id"
            " JOIN journey_body b ON b.sha256 = r.sha256"
            " WHERE j.binned_at IS NULL GROUP BY j.id ORDER BY j.position"
        )
        rows = list(self._file.rows(_Stored, sql))
        self._read = {
            row.sha256: self._read.get(row.sha256) or read_document(row.document)[0] for row in rows
        }
        return tuple(JourneyRevision(self._read[row.sha256], row.number) for row in rows)

    def names(self) -> dict[str, str]:
        """Return the names of all journeys by id; those in the bin have one nobody else has."""
        rows = self._file.rows(_Named, "SELECT id, name FROM journey ORDER BY position")
        return {row.id: row.name for row in rows}

    def revisions(self, journey_id: str) -> tuple[RevisionSummary, ...]:
        """Return what is known of a journey's revisions, newest first."""
        sql = (
            "SELECT number, made_at, cause, label FROM journey_revision"
            " WHERE journey_id = ? ORDER BY number DESC"
        )
        return tuple(self._file.rows(RevisionSummary, sql, journey_id))

    def read(self, journey_id: str, number: int) -> Journey | None:
        """Return a journey as it stood in a revision; None: there is none of that number."""
        sql = (
            "SELECT r.number, r.sha256, b.document FROM journey_revision r"
            " JOIN journey_body b ON b.sha256 = r.sha256 WHERE r.journey_id = ? AND r.number = ?"
        )
        row = next(self._file.rows(_Stored, sql, journey_id, number), None)
        return None if row is None else read_document(row.document)[0]

    def bin(self, journey_id: str, at: str) -> None:
        """Put a journey into the bin; its name is free for another."""
        self._file.execute(
            "UPDATE journey SET binned_at = ?, name = char(31) || id WHERE id = ?", at, journey_id
        )

    def unbin(self, journey: Journey) -> None:
        """Bring a journey back from the bin, under the name it has now."""
        self._file.execute("UPDATE journey SET binned_at = NULL WHERE id = ?", journey.id)
        self.name(journey)

    def binned(self) -> tuple[BinnedJourney, ...]:
        """Return the journeys in the bin, the last to go first; their names are not known here."""
        sql = (
            "SELECT id, '' AS name, binned_at FROM journey"
            " WHERE binned_at IS NOT NULL ORDER BY binned_at DESC, position"
        )
        return tuple(self._file.rows(BinnedJourney, sql))

    def purge(self, journey_id: str) -> None:
        """Forget a journey in the bin, but for the revisions that runs were made of."""
        with self._file.atomic():
            self._file.execute(
                "DELETE FROM journey_revision WHERE journey_id = ?1 AND number NOT IN"
                " (SELECT revision FROM run_journey WHERE journey_id = ?1)",
                journey_id,
            )
            self._file.execute(
                "DELETE FROM journey_body WHERE sha256 NOT IN (SELECT sha256 FROM journey_revision)"
            )
            self._file.execute(
                "DELETE FROM journey WHERE id = ?1 AND NOT EXISTS"
                " (SELECT 1 FROM journey_revision WHERE journey_id = ?1)",
                journey_id,
            )

    def _label(self, journey_id: str, number: int, label: str) -> None:
        if label:
            self._file.execute(
                "UPDATE journey_revision SET label = ? WHERE journey_id = ? AND number = ?",
                label,
                journey_id,
                number,
            )

    def _latest(self, journey_id: str) -> _Latest:
        sql = (
            "SELECT number, sha256 FROM journey_revision WHERE journey_id = ?"
            " ORDER BY number DESC LIMIT 1"
        )
        return next(self._file.rows(_Latest, sql, journey_id), _Latest(0, ""))
