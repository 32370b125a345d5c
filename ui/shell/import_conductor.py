"""ImportConductor: joins the sheet that imports, the pages it is opened from and the project."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from studio.errors import StudioError
from studio.phrase import Phrase
from studio.progress import CancelledError
from studio.project.bringing_in import Brought
from ui.bridge.language import Say
from ui.bridge.open_imports import OpenImports
from ui.bridge.open_journeys import OpenJourneys
from ui.bridge.open_project import NoProjectError, OpenProject
from ui.bridge.place import Place
from ui.home.page import HomePage
from ui.journey.list_page import JourneyListPage
from ui.sheet.import_sheet import ImportSheet
from ui.sheet.sheet import Sheet
from ui.shell.main_window import MainWindow
from ui.shell.project_chooser import ProjectChooser


@dataclass(frozen=True)
class ImportParts:
    """What it joins."""

    window: MainWindow
    home: HomePage
    list_page: JourneyListPage
    import_sheet: ImportSheet
    sheet: Sheet
    """The sheet around it."""

    project: OpenProject
    imports: OpenImports
    journeys: OpenJourneys


class ImportConductor(QObject):
    """Leads from a file to the journeys that are made of it."""

    def __init__(self, parts: ImportParts, say: Say) -> None:
        super().__init__(parts.window)
        self._window, self._sheet, self._say = parts.window, parts.sheet, say
        self._import, self._imports, self._journeys = (
            *(parts.import_sheet, parts.imports, parts.journeys),
        )
        self._chooser = ProjectChooser(parts.window, say)
        self._waits_for_project = False
        self._chooser.to_make.connect(parts.project.create)
        parts.project.opened.connect(self._bring_in_new)
        parts.window.closing.connect(self._close)
        parts.home.import_asked.connect(self.open_sheet)
        parts.list_page.import_asked.connect(self.open_sheet)
        parts.list_page.allow_import()
        self._import.choice.files_asked.connect(self._choose)
        self._import.read_asked.connect(self._imports.read_files)
        self._import.bring_asked.connect(self._imports.bring_in)
        self._import.cancelled.connect(self._sheet.close_sheet)
        self._sheet.closed.connect(self._import.stop)
        self._imports.read.connect(self._import.show_imported)
        self._imports.brought.connect(self._show_brought)
        self._imports.failed.connect(self._tell)

    def open_sheet(self) -> None:
        """Ask what is to be brought in."""
        self._import.begin()
        self._sheet.open_over(self._window.whole)

    def _choose(self) -> None:
        title = self._say(Phrase("importer", "Files to bring in"))
        dialog = QFileDialog(self._window, title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._take)
        dialog.open()

    def _take(self, paths: list[str]) -> None:
        self._import.choice.choose([Path(path) for path in paths])

    def _bring_in_new(self, _opened: object) -> None:
        """Go on with what waited for a project to be made."""
        if self._waits_for_project and self._sheet.is_open:
            self._import.bring_button.click()
        self._waits_for_project = False

    def _close(self) -> None:
        self._import.stop()
        self._imports.close()

    def _show_brought(self, brought: Brought) -> None:
        self._sheet.close_sheet()
        words = Phrase("importer", "%n journey(s) brought in.", "", 1).of(n=len(brought.journeys))
        self._window.toast.say(self._say(words))
        self._journeys.list()
        if len(brought.journeys) == 1:
            self._journeys.open(brought.journeys[0].id)
        else:
            self._window.go(Place.JOURNEYS)

    def _tell(self, error: StudioError) -> None:
        if isinstance(error, NoProjectError) and self._sheet.is_open:
            self._waits_for_project = True
            self._chooser.ask_make()
        if self._sheet.is_open and not isinstance(error, CancelledError):
            self._import.show_error(error)
        elif self._sheet.is_open:
            self._import.begin()
