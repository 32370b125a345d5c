"""A page that comes later shows nothing that could be pressed."""

from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from studio.phrase import Phrase
from ui.later.page import LaterPage
from ui.theme.icons import Icon
from ui.theme.theme import Theme


def test_it_promises_nothing_it_cannot_do(theme: Theme, qtbot: QtBot) -> None:
    page = LaterPage(theme, str, Icon.COMPARE, Phrase("x", "Compare"), Phrase("x", "Two runs."))
    qtbot.addWidget(page)
    assert page.findChildren(QAbstractButton) == []
