"""A file leads to a journey that is open, from the window itself."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.studio.recording.visits import entry, har
from ui.app import assemble
from ui.home.page import HomePage
from ui.journey.journeys_place import JourneysPlace
from ui.sheet.import_sheet import ImportSheet
from ui.theme.theme import Theme


def _only(kind: type, qapp: QApplication, window: object) -> object:
    found = [it for it in qapp.allWidgets() if isinstance(it, kind) and it.window() is window]
    return found[-1]


def test_a_recording_becomes_a_journey_that_is_open(
    theme: Theme, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    assembled = assemble(theme, tmp_path / "home")
    window = assembled.window
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(assembled.project.opened, timeout=20_000):
        assembled.project.create(tmp_path / "shop.swarmbook")
    path = tmp_path / "Visit.har"
    path.write_bytes(har(entry("http://shop.test/"), entry("http://shop.test/next")))
    home = _only(HomePage, qapp, window)
    assert isinstance(home, HomePage)
    home.import_button.click()
    sheet = _only(ImportSheet, qapp, window)
    assert isinstance(sheet, ImportSheet)
    assert sheet.isVisible()
    sheet.choice.choose([path])
    qtbot.waitUntil(sheet.report.isVisible, timeout=20_000)
    sheet.bring_button.click()
    place = _only(JourneysPlace, qapp, window)
    assert isinstance(place, JourneysPlace)
    qtbot.waitUntil(lambda: place.shows_journey, timeout=20_000)
    assert not sheet.isVisible()
    window.close()
