"""ProjectChooser: the system's own dialogs for opening a project and for making one."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from studio.computer.paths import SUFFIX
from studio.phrase import Phrase
from ui.bridge.language import Say


class ProjectChooser(QObject):
    """Asks for a project file; the answer comes as a signal, so nothing waits in a nested loop.

    Signals:
        to_open: The `Path` of an existing project.
        to_make: The `Path` of a project to be made.
    """

    to_open = Signal(object)
    to_make = Signal(object)

    def __init__(self, parent: QWidget, say: Say) -> None:
        super().__init__(parent)
        self._parent = parent
        self._say = say

    def ask_open(self) -> None:
        """Ask which project to open."""
        dialog = self._dialog(Phrase("project", "Open a project"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._open)
        dialog.open()

    def ask_make(self) -> None:
        """Ask where to make a new project."""
        dialog = self._dialog(Phrase("project", "New project"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.fileSelected.connect(self._make)
        dialog.open()

    def _dialog(self, title: Phrase) -> QFileDialog:
        dialog = QFileDialog(self._parent, self._say(title))
        files = Phrase("project", "Swarmbook projects ({pattern})").of(pattern=f"*{SUFFIX}")
        dialog.setNameFilter(self._say(files))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _open(self, path: str) -> None:
        self.to_open.emit(Path(path))

    def _make(self, path: str) -> None:
        self.to_make.emit(Path(path))
