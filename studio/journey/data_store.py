"""Data files in the project file, each content once."""

import json
from dataclasses import dataclass

from studio.database.project_file import ProjectFile
from studio.journey.data_file import DataFile
from studio.journey.data_reading import sha256_of
from studio.typed_json import read, write


@dataclass(frozen=True, slots=True)
class _Stored:
    document: str


@dataclass(frozen=True, slots=True)
class _Content:
    content: str


class DataStore:
    """The data files of one project; belongs to the thread that opened the project file."""

    def __init__(self, file: ProjectFile) -> None:
        self._file = file

    def save(self, data_file: DataFile) -> None:
        """Keep a data file under its id, in place of one that was there; not what is in it."""
        self._file.execute(
            "INSERT INTO data_file SELECT ?, ?, count(*), ? FROM data_file WHERE true"
            " ON CONFLICT (id) DO UPDATE SET name = excluded.name, document = excluded.document",
            data_file.id,
            data_file.name,
            json.dumps(write(data_file)),
        )

    def remove(self, data_file: DataFile) -> None:
        """Forget a data file; what is in it stays, for the runs that had it."""
        self._file.execute("DELETE FROM data_file WHERE id = ?", data_file.id)

    def keep(self, content: str) -> str:
        """Keep a table as CSV and return the sum by which it is found again."""
        sha256 = sha256_of(content)
        self._file.execute("INSERT OR IGNORE INTO data_body VALUES (?, ?)", sha256, content)
        return sha256

    def content(self, data_file: DataFile) -> str:
        """Return what is in a data file, as CSV."""
        sql = "SELECT content FROM data_body WHERE sha256 = ?"
        (found,) = self._file.rows(_Content, sql, data_file.sha256)
        return found.content

    def all(self) -> tuple[DataFile, ...]:
        """Return every data file, in the order they were made."""
        stored = self._file.rows(_Stored, "SELECT document FROM data_file ORDER BY position")
        return tuple(read(DataFile, json.loads(row.document)) for row in stored)
