"""OpenImports: files read beside the project, and brought into it in its lane."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from studio.importer.detection import read_sources
from studio.importer.imported import Imported
from studio.importer.source import Source
from studio.progress import Progress
from ui.bridge.open_project import OpenProject
from ui.bridge.tasks import Tasks


class OpenImports(QObject):
    """Reads what is to be imported, and keeps it.

    Signals:
        read: An `Imported`: nothing of it is in the project yet.
        brought: What it became in the project, a `Brought`.
        failed: A `StudioError`.
    """

    read = Signal(object)
    brought = Signal(object)
    failed = Signal(object)

    def __init__(self, aside: Tasks, project: OpenProject) -> None:
        super().__init__(project)
        self._aside, self._project = aside, project

    def read_files(self, sources: Sequence[Source], progress: Progress) -> None:
        """Read files, off the project's lane."""
        self._aside.run(lambda: read_sources(sources, progress), self.read.emit, self.failed.emit)

    def bring_in(self, imported: Imported, progress: Progress) -> None:
        """Keep what was read in the project that is open."""
        self._project.ask(
            lambda project: project.bring_in(imported, progress),
            self.brought.emit,
            self.failed.emit,
        )

    def close(self) -> None:
        """Wait for what is being read; take no more."""
        self._aside.close()
