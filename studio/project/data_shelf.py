"""DataShelf: the data files of a project and the files it uploads, with what is in them."""

from collections.abc import Callable

from studio.database.project_file import ProjectFile
from studio.journey.attachment_store import AttachmentStore
from studio.journey.data_file import AtEnd, DataFile, RowUse
from studio.journey.data_reading import read_table
from studio.journey.data_store import DataStore


class DataShelf:
    """The data files of one project; belongs to the thread that opened it."""

    def __init__(self, file: ProjectFile, revise: Callable[[str], None]) -> None:
        """Look at a project's data files.

        Args:
            file: The project file.
            revise: Called with the name of a data file that has changed.
        """
        self._store = DataStore(file)
        self._revise = revise
        self.attachments = AttachmentStore(file)
        """Files that journeys upload."""

    def all(self) -> tuple[DataFile, ...]:
        """Return every data file, in the order they were made."""
        return self._store.all()

    def content(self, data_file: DataFile) -> str:
        """Return what is in a data file, as CSV."""
        return self._store.content(data_file)

    def add(
        self,
        name: str,
        content: bytes,
        rows: RowUse = RowUse.OWN,
        at_end: AtEnd = AtEnd.AGAIN,
    ) -> DataFile:
        """Keep a table as people have it, CSV or JSON, under the next free id, and return it.

        Raises:
            DataFileError: It is no table, or cannot be called so.
        """
        table = read_table(content)
        number = max((int(it.id[1:]) for it in self.all()), default=0) + 1
        kept = self._store.keep(table.to_csv())
        size = len(table.rows)
        data_file = DataFile(f"D{number}", name, table.columns, size, kept, rows, at_end)
        self.save(data_file)
        return data_file

    def remove(self, data_file: DataFile) -> None:
        """Forget a data file; journeys that use it are left without it, and say so."""
        self._store.remove(data_file)

    def save(self, data_file: DataFile) -> None:
        """Keep a data file in place of the one it replaces; journeys that use it are revised."""
        self._store.save(data_file)
        self._revise(data_file.name)
