"""ExportConductor: leads a journey from the list to a folder that CI can take."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from studio.errors import StudioError
from studio.export.ci_bundle import Files, Leaving
from studio.phrase import Phrase
from ui.bridge.language import Say
from ui.bridge.open_exports import OpenExports, Written
from ui.journey.list_page import JourneyListPage
from ui.sheet.export_sheet import ExportSheet
from ui.sheet.sheet import Sheet
from ui.shell.main_window import MainWindow

AskFolder = Callable[[Callable[[Path], None]], None]
"""Asks for a folder, and gives it to whoever wants it once it is chosen."""


@dataclass(frozen=True)
class ExportParts:
    """What it joins."""

    window: MainWindow
    list_page: JourneyListPage
    exports: OpenExports
    export_sheet: ExportSheet
    sheet: Sheet
    """Around it."""


class ExportConductor(QObject):
    """What leaves, from its being asked for to its being written."""

    def __init__(self, parts: ExportParts, say: Say, ask_folder: AskFolder | None = None) -> None:
        super().__init__(parts.window)
        self._window, self._exports, self._say = parts.window, parts.exports, say
        self._export_sheet, self._sheet = parts.export_sheet, parts.sheet
        self._ask_folder = ask_folder or self._ask
        self._files: Files = {}
        parts.list_page.allow_export()
        parts.list_page.export_asked.connect(self._exports.prepare)
        self._exports.prepared.connect(self._open)
        self._exports.written.connect(self._tell)
        self._exports.failed.connect(self._tell_error)
        self._export_sheet.save_asked.connect(self._choose)
        self._export_sheet.over_asked.connect(self._write_over)
        self._export_sheet.cancelled.connect(self._sheet.close_sheet)

    def _open(self, leaving: Leaving, is_tried: bool) -> None:
        self._export_sheet.show_leaving(leaving, is_tried=is_tried)
        self._sheet.open_over(self._window.whole)

    def _choose(self, files: Files) -> None:
        self._files = files
        self._ask_folder(self._write)

    def _write(self, folder: Path) -> None:
        self._exports.write(folder, self._files, is_over=False)

    def _write_over(self, folder: Path, files: Files) -> None:
        self._exports.write(folder, files, is_over=True)

    def _tell(self, written: Written) -> None:
        if written.lost:
            self._export_sheet.show_lost(written.folder, written.lost)
            return
        self._sheet.close_sheet()
        words = Phrase("export", "{count} files were written to {folder}.")
        told = words.of(count=written.count, folder=str(written.folder))
        self._window.toast.say(self._say(told))

    def _tell_error(self, error: StudioError) -> None:
        self._sheet.close_sheet()
        self._window.problem_bar.show_error(error, self._say)

    def _ask(self, chosen: Callable[[Path], None]) -> None:
        def tell(path: str) -> None:
            chosen(Path(path))

        title = self._say(Phrase("export", "Where to"))
        dialog = QFileDialog(self._window, title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, on=True)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(tell)
        dialog.open()
