"""A number stays between its bounds."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.widget.number_field import NumberField


def test_it_is_typed_and_moved(qtbot: QtBot) -> None:
    field = NumberField(1, 100, 60, "ms")
    qtbot.addWidget(field)
    assert field.text() == "60 ms"
    field.selectAll()
    QTest.keyClicks(field, "99")
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == 100
