"""OpenData: the data files of the open project, read and kept in its lane."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from studio.errors import FileFormatError
from studio.journey.data_file import DataFile, is_data_file_name
from studio.journey.data_reading import first_rows
from studio.journey.uses import sources_of
from studio.phrase import Phrase
from studio.project.project import Project
from ui.bridge.open_project import OpenProject

ROWS_SHOWN = 20
LARGEST_BYTES = 100_000_000


@dataclass(frozen=True, slots=True)
class KeptTable:
    """A data file, its first rows, and the journeys that use it."""

    data_file: DataFile
    rows: tuple[tuple[str, ...], ...]
    used_by: tuple[str, ...]


class OpenData(QObject):
    """The data files of the project that is open; every method returns at once.

    Signals:
        listed: A tuple of `KeptTable`, in the order they were made.
        failed: A `StudioError`; nothing was changed.
    """

    listed = Signal(object)
    failed = Signal(object)

    def __init__(self, project: OpenProject) -> None:
        super().__init__(project)
        self._project = project

    def list(self) -> None:
        """List the data files."""
        self._ask(_listed)

    def add(self, path: Path) -> None:
        """Keep a table, CSV or JSON, under a name like that of its file."""
        self._ask(partial(_added, path))

    def save(self, data_file: DataFile) -> None:
        """Keep who gets which row of a data file."""
        self._ask(partial(_saved, data_file))

    def remove(self, data_file_id: str) -> None:
        """Forget a data file."""
        self._ask(partial(_removed, data_file_id))

    def _ask(self, work: Callable[[Project], tuple[KeptTable, ...]]) -> None:
        self._project.ask(work, self.listed.emit, self.failed.emit)


def table_name(path: Path, taken: set[str]) -> str:
    """Return what the table of a file may be called: once, and as `{{name.column}}` allows."""
    plain = "".join(it if it.isascii() and it.isalnum() else "_" for it in path.stem.lower())
    name = plain.strip("_")[:36]
    name = name if is_data_file_name(name) else f"table_{name}".rstrip("_")[:36]
    candidate, number = name, 1
    while candidate in taken or not is_data_file_name(candidate):
        number += 1
        candidate = f"{name}_{number}"
    return candidate


# In the lane ----------------------------------------------------------------------------------


def _listed(project: Project) -> tuple[KeptTable, ...]:
    users = [(journey.name, sources_of(journey)) for journey in project.journeys()]
    return tuple(
        KeptTable(
            it,
            first_rows(project.data.content(it), ROWS_SHOWN),
            tuple(name for name, used in users if it.name in used),
        )
        for it in project.data.all()
    )


def _added(path: Path, project: Project) -> tuple[KeptTable, ...]:
    try:
        content = path.read_bytes() if path.stat().st_size <= LARGEST_BYTES else None
    except OSError as error:
        raise _refusal(path, error.strerror or str(error)) from error
    if content is None:
        raise _refusal(path, "it is too large")
    project.data.add(table_name(path, {it.name for it in project.data.all()}), content)
    return _listed(project)


def _saved(data_file: DataFile, project: Project) -> tuple[KeptTable, ...]:
    project.data.save(data_file)
    return _listed(project)


def _removed(data_file_id: str, project: Project) -> tuple[KeptTable, ...]:
    for data_file in project.data.all():
        if data_file.id == data_file_id:
            project.data.remove(data_file)
    return _listed(project)


def _refusal(path: Path, reason: str) -> FileFormatError:
    return FileFormatError(
        Phrase("data", "{file} cannot be read: {reason}").of(file=path.name, reason=reason),
        meaning=Phrase("data", "Nothing was added."),
        remedy=Phrase("data", "Choose another file."),
    )
