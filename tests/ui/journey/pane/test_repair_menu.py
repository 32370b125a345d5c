"""The ways to put a variable right."""

from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from ui.journey.pane.desk import Desk
from ui.journey.pane.repair_menu import add_repairs


def test_where_nothing_helps_that_is_said(desk: Desk, qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    add_repairs(menu, desk, "zzzzzz", lambda _: None)
    assert [(it.text(), it.isEnabled()) for it in menu.actions()] == [("No value here", False)]


def test_repairs_stand_above_what_is_usual(desk: Desk, qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction("Copy")
    names: list[str] = []
    add_repairs(menu, desk, "oder_id", names.append)
    texts = [it.text() for it in menu.actions()]
    assert texts[0] == "Use order_id"
    assert texts[-1] == "Copy"
    menu.actions()[0].trigger()
    assert names == ["order_id"]
