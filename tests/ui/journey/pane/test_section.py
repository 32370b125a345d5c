"""One part of a sentence about a step."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.journey.pane.section import Section
from ui.theme.icons import Icon
from ui.theme.theme import Theme


def test_narrow_the_title_stands_above(theme: Theme, qtbot: QtBot) -> None:
    content = QLabel("content")
    section = Section(theme, Icon.UP, "Sends", content)
    qtbot.addWidget(section)
    section.resize(600, 200)
    section.show()
    qtbot.waitUntil(lambda: content.x() > 80)
    section.resize(300, 200)
    qtbot.waitUntil(lambda: content.x() < 20 and content.y() > 10)
