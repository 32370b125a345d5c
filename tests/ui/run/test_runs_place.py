"""The list of runs, or one of them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.run.runs_place import RunsPlace
from ui.theme.theme import Theme


def test_one_leads_to_the_other_and_back(theme: Theme, qtbot: QtBot) -> None:
    place = RunsPlace(theme, str)
    qtbot.addWidget(place)
    place.resize(1300, 800)
    place.show()
    assert not place.shows_run
    place.show_run()
    assert place.shows_run
    QTest.mouseClick(place.run_page.header.back_button, Qt.MouseButton.LeftButton)
    assert place.list_page.isVisible()
