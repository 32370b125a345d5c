"""Path and query in one line."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.journey.request import QueryField
from studio.journey.template import Variable
from tests.ui.journey.pane.heard import heard
from tests.ui.journey.pane.sample import PAID
from ui.journey.pane.address_edit import AddressEdit
from ui.journey.pane.desk import Desk


@pytest.fixture
def address(desk: Desk, qtbot: QtBot) -> AddressEdit:
    address = AddressEdit(desk)
    qtbot.addWidget(address)
    address.show_request(PAID)
    return address


def test_the_query_is_part_of_the_line(address: AddressEdit) -> None:
    told = heard(address.edited)
    assert address.edit.shown == "/orders?src=web+shop"
    address.edit.moveCursor(address.edit.textCursor().MoveOperation.End)
    QTest.keyClicks(address.edit, "&id={{order_id}}")
    assert told[-1].query == (
        QueryField("src", "web+shop"),
        QueryField("debug", "1", is_on=False),
        QueryField("id", (Variable("order_id"),)),
    )


def test_a_site_is_refused_and_taken_away_by_a_click(address: AddressEdit) -> None:
    told = heard(address.edited)
    address.edit.selectAll()
    address.edit.insertPlainText("https://shop.test/orders?a=1")
    assert told == []
    assert not address.problem.isHidden()
    QTest.mouseClick(address.repair_link, Qt.MouseButton.LeftButton)
    assert address.edit.shown == "/orders?a=1"
    assert told[-1].path == "/orders"
    assert address.problem.isHidden()
