"""Variables a user makes up, in rows."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from studio.journey.made import Made, Uuid
from tests.ui.journey.pane.heard import heard
from tests.ui.journey.pane.sample import JOURNEY
from ui.journey.pane.desk import Desk
from ui.journey.pane.made_list import MadeField


def test_each_says_how_it_is_made(desk: Desk, qtbot: QtBot) -> None:
    field = MadeField(desk, "Variables")
    qtbot.addWidget(field)
    field.show_value(JOURNEY.made)
    texts = [[it.text() for it in line.findChildren(QLabel)] for line in field.list.rows]
    assert texts[1] == ["amount", "Number with decimals", "\u20661 – 100\u2069"]
    assert texts[2][-1] == "Once for each user"


def test_one_of_each_kind_can_be_added(desk: Desk, qtbot: QtBot) -> None:
    field = MadeField(desk, "Variables")
    qtbot.addWidget(field)
    told = heard(field.edited)
    for action in field.list.add_menu.actions():
        action.trigger()
    assert told[0] == (Made("value", Uuid()),)
    assert len(told[-1]) == 11
