"""Which step may follow in a chain."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.journey.node import LEAVE
from tests.ui.journey.pane.heard import heard
from ui.journey.pane.desk import Desk
from ui.journey.pane.next_table import NextTable, with_weight


def test_each_neighbour_has_its_weight(desk: Desk, qtbot: QtBot) -> None:
    desk.show_around(replace(desk.around, neighbours=(("n1", "Search"), ("n2", "Open"))))
    table = NextTable(desk, "Then follows")
    qtbot.addWidget(table)
    told = heard(table.edited)
    table.show_value((("n2", 3), ("gone", 1)))
    assert list(table.weights) == ["n1", "n2", LEAVE, "gone"]
    assert [it.number.value() for it in table.weights.values()] == [0, 3, 0, 1]
    QTest.keyClick(table.weights["n1"].number, Qt.Key.Key_Up)
    assert told == [(("n2", 3), ("gone", 1), ("n1", 1))]
    desk.show_around(replace(desk.around, neighbours=(("n1", "Search"),)))
    assert list(table.weights) == ["n1", LEAVE, "n2", "gone"]


def test_weight_0_never_follows() -> None:
    assert with_weight((("a", 1), ("b", 2)), "a", 0) == (("b", 2),)
    assert with_weight((("a", 1),), "a", 5) == (("a", 5),)
    assert with_weight((), "a", 0) == ()
