"""The application: every object made once and handed to whoever needs it."""

import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QWidget

from studio.computer.paths import data_folder
from ui.bridge.crash import CrashReporter
from ui.bridge.garbage import Garbage
from ui.bridge.journey_reader import JourneyReader
from ui.bridge.language import say
from ui.bridge.open_data import OpenData
from ui.bridge.open_exports import OpenExports
from ui.bridge.open_imports import OpenImports
from ui.bridge.open_journeys import OpenJourneys
from ui.bridge.open_project import OpenProject
from ui.bridge.open_trials import OpenTrials
from ui.bridge.place import Place
from ui.bridge.tasks import Tasks
from ui.home.page import HomePage
from ui.journey.journeys_place import JourneysPlace
from ui.later.pages import later_pages
from ui.run.runs_place import RunsPlace
from ui.sheet.allow_sheet import WIDTH_PX as ALLOW_PX
from ui.sheet.allow_sheet import AllowSheet
from ui.sheet.export_sheet import WIDTH_PX as EXPORT_PX
from ui.sheet.export_sheet import ExportSheet
from ui.sheet.import_sheet import WIDTH_PX as IMPORT_PX
from ui.sheet.import_sheet import ImportSheet
from ui.sheet.run_sheet import WIDTH_PX, RunSheet
from ui.sheet.sheet import Sheet
from ui.shell.conductor import Conductor, Parts
from ui.shell.export_conductor import ExportConductor, ExportParts
from ui.shell.import_conductor import ImportConductor, ImportParts
from ui.shell.journey_conductor import JourneyConductor, JourneyParts
from ui.shell.main_window import MainWindow
from ui.shell.rail import Rail
from ui.shell.status_bar import StatusBar
from ui.shell.top_bar import TopBar
from ui.theme.theme import Theme


@dataclass(frozen=True)
class Assembled:
    """The window and what stands behind it."""

    window: MainWindow
    project: OpenProject
    theme: Theme


def run_window() -> int:
    """Show the studio until it is closed; return the exit code."""
    QCoreApplication.setApplicationName("Swarmbook")
    application = QApplication(sys.argv[:1])
    look = application.styleHints().colorScheme()
    theme = Theme(application, "dark" if look is Qt.ColorScheme.Dark else "light")
    assembled = assemble(theme, data_folder())
    CrashReporter(assembled.window, say).install()
    assembled.window.show()
    assembled.project.open_last()
    return application.exec()


def assemble(theme: Theme, home: Path) -> Assembled:
    """Return the window with its pages.

    Args:
        theme: How it looks.
        home: The folder of what this computer knows.
    """
    project = OpenProject(Tasks("project", threads=1), home)
    home_page, runs, run_sheet = HomePage(theme, say), RunsPlace(theme, say), RunSheet(theme, say)
    later = later_pages(theme, say)
    place = JourneysPlace(theme, say)
    pages: dict[Place, QWidget] = {
        Place.HOME: home_page,
        Place.JOURNEYS: place,
        Place.RUNS: runs,
        **later,
    }
    bars = Rail(theme, say), TopBar(theme, say), StatusBar(theme, say)
    window = MainWindow(theme, pages, *bars)
    project.setParent(window)
    window.closing.connect(Garbage(window).leave)
    sheet = Sheet(theme, run_sheet, WIDTH_PX)
    allow_sheet = AllowSheet(theme, say)
    asking = Sheet(theme, allow_sheet, ALLOW_PX)
    parts = Parts(window, home_page, runs, run_sheet, sheet, allow_sheet, asking, project)
    journeys = OpenJourneys(project)
    reader = JourneyReader(Tasks("aside", threads=1), window)
    window.closing.connect(reader.close)
    # First, for it keeps what is edited before the conductor lets the project be closed.
    asides = OpenTrials(project), OpenData(project), reader, theme
    JourneyConductor(JourneyParts(window, place, journeys, project, *asides), say)
    import_sheet = ImportSheet(theme, say)
    imports = OpenImports(Tasks("aside", threads=1), project)
    importing = Sheet(theme, import_sheet, IMPORT_PX)
    ImportConductor(
        ImportParts(
            *(window, home_page, place.list_page, import_sheet, importing),
            *(project, imports, journeys),
        ),
        say,
    )
    conductor = Conductor(parts, say)
    journeys.prepared.connect(conductor.open_sheet)
    _conduct_exports(theme, window, place, project)
    return Assembled(window, project, theme)


def _conduct_exports(
    theme: Theme, window: MainWindow, place: JourneysPlace, project: OpenProject
) -> None:
    export_sheet = ExportSheet(theme, say)
    sheet = Sheet(theme, export_sheet, EXPORT_PX)
    exports = OpenExports(project)
    ExportConductor(ExportParts(window, place.list_page, exports, export_sheet, sheet), say)
