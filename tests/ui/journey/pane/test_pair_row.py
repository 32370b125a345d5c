"""One name and its value."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.journey.pane.heard import heard
from ui.journey.pane.desk import Desk
from ui.journey.pane.pair_row import Pair, PairRow


def test_a_row_can_be_switched_off_where_that_means_something(desk: Desk, qtbot: QtBot) -> None:
    line = PairRow(desk, ("Name", "Value"), can_be_off=True)
    qtbot.addWidget(line)
    told = heard(line.edited)
    line.show_pair(Pair("a", "1"))
    QTest.keyClick(line.on_box, Qt.Key.Key_Space)
    assert told == [(Pair("a", "1", is_on=False), "on")]
    other = PairRow(desk, ("Name", "Value"), can_be_off=False)
    qtbot.addWidget(other)
    assert other.on_box.isHidden()


def test_readers_hear_what_each_part_is(desk: Desk, qtbot: QtBot) -> None:
    line = PairRow(desk, ("Name of the field", "Value of the field"), can_be_off=True)
    qtbot.addWidget(line)
    parts = (line.name_edit, line.value_edit, line.on_box, line.remove_button)
    assert all(it.accessibleName() for it in parts)
