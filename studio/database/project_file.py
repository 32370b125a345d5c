"""The project file: one SQLite file, opened, and left behind as one file."""

import sqlite3
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

from sqlite_utils import Database

from studio.database.migrations import MIGRATIONS, VERSION
from studio.errors import FileFormatError, NotSavedError, StudioError
from studio.phrase import Phrase
from studio.typed_json import read

APPLICATION_ID = 0x5357424B
"""`SWBK`: how a Swarmbook project is told from any other SQLite file."""

Cell = str | int | float | bytes | None
Row = TypeVar("Row")

_HEADER_BYTES = 100
_MAGIC = b"SQLite format 3\x00"
_USER_VERSION_AT, _APPLICATION_ID_AT = 60, 68
"""Places in SQLite's file header: https://sqlite.org/fileformat2.html#the_database_header."""


class ReadOnlyError(StudioError):
    """A project that is only looked at was to be changed."""


class ProjectFile:
    """One project file, open; belongs to the thread that opened it.

    Readers never wait for the writer (WAL). Each write is kept at once, unless it is inside
    `atomic`. The stores of `studio` speak SQL through this class and nothing else does.
    """

    def __init__(self, path: Path, *, look_only: bool = False) -> None:
        """Open the file; a new one is created, an older one upgraded, a newer one only looked at.

        Raises:
            FileFormatError: The file exists and is not a Swarmbook project; it is not touched.
        """
        is_new = not path.exists()
        version = VERSION if is_new else version_of(path)
        self.look_only = look_only or version > VERSION
        self._db: Any = _connect(path, look_only=self.look_only)
        try:
            self._prepare()
        except sqlite3.OperationalError as error:
            self._db.close()
            raise _cannot_open(path, str(error)) from error
        except sqlite3.DatabaseError as error:
            self._db.close()
            raise _damaged(path) from error
        self._path = path
        self._identity = _identity_of(path)

    def rows(self, kind: type[Row], sql: str, *values: Cell) -> Iterator[Row]:
        """Yield the rows of a query as dataclasses of `kind`, whose fields are its columns."""
        return (read(kind, row) for row in self._db.query(sql, values))

    def add(self, table: str, rows: Iterable[Mapping[str, Cell]]) -> None:
        """Insert rows, each with the same columns."""
        with self._saving():
            self._writable().table(table).insert_all(rows)

    def execute(self, sql: str, *values: Cell) -> None:
        """Change what is there.

        Raises:
            NotSavedError: The file cannot be written; nothing was changed.
        """
        with self._saving():
            self._writable().execute(sql, values)

    @contextmanager
    def atomic(self) -> Generator[None]:
        """Return a context in which either every change is kept or none.

        Raises:
            NotSavedError: The file cannot be written; nothing was changed.
        """
        with self._saving(), self._writable().atomic():
            yield

    def close(self) -> None:
        """Close the file and fold its write-ahead log back in, so that copying it is a backup.

        Where that cannot be done, on a full disk or because the file was moved, the log stays
        beside it, and the next opening folds it in.
        """
        if not self.look_only:
            with suppress(sqlite3.OperationalError):
                self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                self._db.disable_wal()
        self._db.close()

    def _prepare(self) -> None:
        self._db.execute("PRAGMA trusted_schema = OFF")
        self._db.execute("PRAGMA cell_size_check = ON")
        self._db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if self.look_only:
            return
        self._db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        self._db.execute("PRAGMA foreign_keys = ON")
        self._db.enable_wal()
        self._db.execute("PRAGMA synchronous = FULL")
        MIGRATIONS.apply(self._db)
        self._db.execute(f"PRAGMA user_version = {VERSION}")
        self._db.execute("PRAGMA wal_checkpoint(PASSIVE)")

    @contextmanager
    def _saving(self) -> Generator[None]:
        """Say in the user's words why the file could not be written."""
        if not self.look_only and _identity_of(self._path) != self._identity:
            raise _moved(self._path)
        try:
            yield
        except (sqlite3.OperationalError, OSError) as error:
            raise _not_saved(self._path, error) from error

    def _writable(self) -> Any:  # noqa: ANN401  # sqlite-utils has no types
        if self.look_only:
            raise ReadOnlyError(
                Phrase("project", "This project is open to look only; nothing was changed.")
            )
        return self._db


def version_of(path: Path) -> int:
    """Return the schema version of a project file, reading only its first bytes.

    Raises:
        FileFormatError: The file is not a Swarmbook project, or cannot be read.
    """
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
    except OSError as error:
        raise _no_project(path, str(error)) from error
    found = int.from_bytes(header[_APPLICATION_ID_AT : _APPLICATION_ID_AT + 4], "big")
    if not header.startswith(_MAGIC) or found != APPLICATION_ID:
        raise _no_project(path, "")
    return int.from_bytes(header[_USER_VERSION_AT : _USER_VERSION_AT + 4], "big")


def _connect(path: Path, *, look_only: bool) -> Any:  # noqa: ANN401
    if not look_only:
        return Database(path)
    return Database(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True))


def _identity_of(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from any other, whatever it is named; None if there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _moved(path: Path) -> NotSavedError:
    return NotSavedError(
        Phrase("project", "{file} was moved, renamed or deleted while it was open.").of(
            file=path.name
        ),
        meaning=Phrase("project", "The last change was not saved."),
        remedy=Phrase("project", "Put it back, or open it where it is now."),
    )


def _not_saved(path: Path, error: Exception) -> NotSavedError:
    return NotSavedError(
        Phrase("project", "{file} could not be saved: {reason}").of(
            file=path.name, reason=getattr(error, "strerror", None) or str(error)
        ),
        meaning=Phrase("project", "The last change was not saved."),
        remedy=Phrase("project", "Make room on the disk, or see whether it may be written."),
    )


def _cannot_open(path: Path, reason: str) -> FileFormatError:
    return FileFormatError(
        Phrase("project", "{file} cannot be opened: {reason}").of(file=path.name, reason=reason),
        meaning=Phrase("project", "It was not changed."),
        remedy=Phrase("project", "Make room on the disk, or see whether it may be written."),
    )


def _no_project(path: Path, detail: str) -> FileFormatError:
    return FileFormatError(
        Phrase("project", "{file} is not a Swarmbook project. {detail}").of(
            file=path.name, detail=detail
        ),
        meaning=Phrase("project", "It was not touched."),
        remedy=Phrase("project", "Choose a file that ends in .swarmbook, or make a new project."),
    )


def _damaged(path: Path) -> FileFormatError:
    return FileFormatError(
        Phrase("project", "{file} is damaged and cannot be opened.").of(file=path.name),
        meaning=Phrase("project", "It was not changed."),
        remedy=Phrase("project", "Open the last copy you have of it."),
    )
