"""A journey goes from the list to a folder, in the real window with a real project."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.project.opening import add_practice, create_project
from ui.app import Assembled, assemble
from ui.bridge.open_exports import OpenExports
from ui.journey.list_page import JourneyListPage
from ui.sheet.export_sheet import WIDTH_PX, ExportSheet
from ui.sheet.sheet import Sheet
from ui.shell.export_conductor import ExportConductor, ExportParts
from ui.theme.theme import Theme

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def assembled(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Assembled]:
    project = create_project(tmp_path / "shop.swarmbook", tmp_path / "home")
    add_practice(project)
    project.close()
    assembled = assemble(theme, tmp_path / "home")
    qtbot.addWidget(assembled.window)
    assembled.window.show()
    with qtbot.waitSignal(assembled.project.opened):
        assembled.project.open(tmp_path / "shop.swarmbook")
    yield assembled
    assembled.window.close()


def test_a_journey_is_written_whole_and_nothing_is_lost_unasked(
    assembled: Assembled, qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    folder = tmp_path / "ci"
    folder.mkdir()
    (folder / "README.md").write_text("mine", "utf-8")

    def answer(chosen: Callable[[Path], None]) -> None:
        chosen(folder)

    export_sheet = ExportSheet(theme, str)
    sheet = Sheet(theme, export_sheet, WIDTH_PX)
    exports = OpenExports(assembled.project)
    pages = assembled.window.findChild(JourneyListPage)
    assert isinstance(pages, JourneyListPage)
    parts = ExportParts(assembled.window, pages, exports, export_sheet, sheet)
    ExportConductor(parts, str, answer)
    with qtbot.waitSignal(exports.prepared):
        exports.prepare("J1")
    assert sheet.is_open
    with qtbot.waitSignal(exports.written):
        QTest.mouseClick(export_sheet.save_button, LEFT)
    assert "README.md" in export_sheet.problem.text()
    assert [it.name for it in folder.iterdir()] == ["README.md"]
    with qtbot.waitSignal(exports.written):
        QTest.mouseClick(export_sheet.save_button, LEFT)
    assert not sheet.is_open
    assert (folder / ".github" / "workflows" / "load-test.yml").is_file()
    assert (folder / "README.md").read_text("utf-8").startswith("# Load test: Shop visitor")


def test_the_list_leads_to_the_sheet(assembled: Assembled, qtbot: QtBot) -> None:
    pages = assembled.window.findChild(JourneyListPage)
    sheet = assembled.window.findChild(ExportSheet)
    assert isinstance(pages, JourneyListPage)
    pages.export_asked.emit("J1")
    qtbot.waitUntil(lambda: assembled.window.findChild(ExportSheet) is not None)
    sheet = assembled.window.findChild(ExportSheet)
    assert isinstance(sheet, ExportSheet)
    qtbot.waitUntil(sheet.isVisible)
    assert "Shop visitor" in sheet.title.text()
    QTest.mouseClick(sheet.cancel_button, LEFT)
    qtbot.waitUntil(lambda: not sheet.isVisible())
