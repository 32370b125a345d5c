"""The window shows one page at a time and hears its keys wherever one is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.app import assemble
from ui.bridge.place import Place
from ui.home.page import HomePage
from ui.run.list_page import RunListPage
from ui.shell.main_window import LEAST_HEIGHT_PX, LEAST_WIDTH_PX, MainWindow
from ui.theme.theme import Theme

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(theme: Theme, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    window = assemble(theme, tmp_path / "home").window
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    yield window
    window.close()


def test_keys_lead_to_pages(window: MainWindow, qtbot: QtBot) -> None:
    told: list[Place] = []
    window.gone_to.connect(told.append)
    runs, home = window.findChild(RunListPage), window.findChild(HomePage)
    assert runs is not None
    assert home is not None
    QTest.keyClick(window, Qt.Key.Key_4, CONTROL)
    qtbot.waitUntil(runs.isVisible)
    QTest.keyClick(window, Qt.Key.Key_1, CONTROL)
    qtbot.waitUntil(home.isVisible)
    QTest.keyClick(window, Qt.Key.Key_Comma, CONTROL)
    qtbot.waitUntil(lambda: told[-1] is Place.SETTINGS)
    assert told[0] is Place.RUNS


def test_stop_is_heard_from_every_page(window: MainWindow) -> None:
    told: list[int] = []

    def note() -> None:
        told.append(1)

    window.stop_asked.connect(note)
    for place in Place:
        window.go(place)
        QTest.keyClick(window, Qt.Key.Key_Period, CONTROL)
    assert len(told) == len(Place)


def test_every_page_fits_into_the_smallest_window(window: MainWindow) -> None:
    window.resize(LEAST_WIDTH_PX, LEAST_HEIGHT_PX)
    for place in Place:
        window.go(place)
        hint = window.minimumSizeHint()
        assert hint.width() <= LEAST_WIDTH_PX, place
        assert hint.height() <= LEAST_HEIGHT_PX, place


def test_a_problem_goes_when_one_leaves_the_page(window: MainWindow) -> None:
    window.problem_bar.show()
    window.go(Place.RUNS)
    assert window.problem_bar.isHidden()
