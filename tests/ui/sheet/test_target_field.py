"""What is put under load."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from studio.scenario.scenario import PRACTICE_SHOP
from ui.sheet.target_field import TargetField


def make_field(qtbot: QtBot, target: str) -> TargetField:
    field = TargetField(str)
    qtbot.addWidget(field)
    field.show_target(target)
    field.show()
    return field


def test_the_practice_shop_needs_no_address(qtbot: QtBot) -> None:
    field = make_field(qtbot, PRACTICE_SHOP)
    assert field.target() == PRACTICE_SHOP
    assert not field.address_edit.isVisible()


def test_an_address_is_chosen_and_typed(qtbot: QtBot) -> None:
    field = make_field(qtbot, PRACTICE_SHOP)
    address = field.target_box.findChildren(QToolButton)[1]
    with qtbot.waitSignal(field.changed):
        QTest.mouseClick(address, Qt.MouseButton.LeftButton)
    assert field.target() == ""
    QTest.keyClicks(field.address_edit, " https://staging.shop.test/ ")
    assert field.target() == "https://staging.shop.test"


def test_a_given_address_is_shown(qtbot: QtBot) -> None:
    field = make_field(qtbot, "https://staging.shop.test")
    assert field.address_edit.isVisible()
    assert field.target() == "https://staging.shop.test"
