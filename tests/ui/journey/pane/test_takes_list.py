"""Takes as sentences, with what the last trial saw."""

from dataclasses import replace

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from studio.journey.take import JsonPlace, Take
from tests.ui.journey.pane.heard import heard
from tests.ui.journey.pane.sample import PAID
from ui.journey.pane.desk import Desk, Seen
from ui.journey.pane.takes_list import TakesList


def test_a_take_says_from_where_and_what_it_was(desk: Desk, qtbot: QtBot) -> None:
    around = replace(
        desk.around, taken={("r6", 0): Seen("9054")}, used={"order_id": "used in step 7"}
    )
    desk.show_around(around)
    takes = TakesList(desk)
    qtbot.addWidget(takes)
    takes.show_request(PAID)
    labels = [it.text() for it in takes.rows[0].findChildren(QLabel) if it.text()]
    assert labels == [
        *("order_id", "JSON", "\u2066$.id\u2069", "\u20669054\u2069", "· used in step 7"),
    ]


def test_a_value_is_taken_by_a_small_form(desk: Desk, qtbot: QtBot) -> None:
    takes = TakesList(desk)
    qtbot.addWidget(takes)
    takes.show_request(replace(PAID, takes=()))
    told = heard(takes.edited)
    takes.add_menu.actions()[0].trigger()
    form = takes.rows[0].form
    path = form.fields["place"].union.form.fields["path"].edit
    path.selectAll()
    QTest.keyClicks(path, "$.items[0].id")
    name = form.fields["variable"].edit
    name.selectAll()
    QTest.keyClicks(name, "first")
    assert told[-1] == ((Take("first", JsonPlace(("items", 0, "id"))),), "takes.0.variable")
