"""The top bar says which project, which place, and how it looks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.shell.top_bar import TopBar
from ui.theme.theme import Theme


@pytest.fixture
def bar(theme: Theme, qtbot: QtBot) -> TopBar:
    bar = TopBar(theme, str)
    qtbot.addWidget(bar)
    bar.show()
    return bar


def test_the_theme_is_changed_by_a_click(bar: TopBar, theme: Theme) -> None:
    QTest.mouseClick(bar.theme_button, Qt.MouseButton.LeftButton)
    assert theme.name == "dark"
    QTest.mouseClick(bar.theme_button, Qt.MouseButton.LeftButton)
    assert theme.name == "light"


def test_a_project_is_named_and_marked_when_it_is_only_looked_at(bar: TopBar) -> None:
    bar.show_project("Shop", look_only=True)
    assert bar.project_button.text() == "Shop"
    assert bar.look_only_pill.isVisible()
    bar.show_project("Shop", look_only=False)
    assert not bar.look_only_pill.isVisible()


def test_its_menu_asks_for_a_project(bar: TopBar) -> None:
    told: list[str] = []

    def note_new() -> None:
        told.append("new")

    def note_open() -> None:
        told.append("open")

    bar.new_project.connect(note_new)
    bar.open_project.connect(note_open)
    for action in bar.project_button.menu().actions():
        action.trigger()
    assert told == ["new", "open"]
