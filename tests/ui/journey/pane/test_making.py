"""Makers of fields."""

from pytestqt.qtbot import QtBot

from tests.ui.journey.pane.heard import parts_of
from ui.journey.pane.auth_kinds import AUTHS
from ui.journey.pane.desk import Desk
from ui.journey.pane.making import (
    JSON_PATH,
    OPERATORS,
    count,
    flag,
    line,
    number,
    one_of,
    text,
    union,
)


def test_each_makes_a_field_with_a_name(desk: Desk, qtbot: QtBot) -> None:
    makers = (line(), number(0, 1), text(), count(0, 9), one_of(OPERATORS), flag, union(AUTHS))
    for make in (*makers, JSON_PATH):
        field = make(desk, "Name")
        qtbot.addWidget(field)
        kind_box = parts_of(field.control).kind_box if make is makers[-1] else field.control
        assert kind_box.accessibleName().startswith("Name")
