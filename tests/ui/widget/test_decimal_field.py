"""A number with one decimal."""

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.widget.decimal_field import DecimalField


def test_a_number_with_a_decimal_is_typed(qtbot: QtBot) -> None:
    field = DecimalField(0.1, 100, 5)
    qtbot.addWidget(field)
    field.show()
    field.selectAll()
    QTest.keyClicks(field, "12.5")
    assert field.value() == 12.5
