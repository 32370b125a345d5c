"""A project is chosen in the system's own dialog, whose answer comes as a signal."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from ui.shell.project_chooser import ProjectChooser


def test_what_is_chosen_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    chooser = ProjectChooser(window, str)
    told: list[tuple[str, Path]] = []

    def note_open(path: Path) -> None:
        told.append(("open", path))

    def note_make(path: Path) -> None:
        told.append(("make", path))

    chooser.to_open.connect(note_open)
    chooser.to_make.connect(note_make)
    path = str(tmp_path / "shop.swarmbook")
    for ask in (chooser.ask_open, chooser.ask_make):
        ask()
        dialog = window.findChild(QFileDialog)
        assert dialog is not None
        dialog.fileSelected.emit(path)
        dialog.close()
        qtbot.waitUntil(lambda: window.findChild(QFileDialog) is None)
    assert told == [("open", Path(path)), ("make", Path(path))]
