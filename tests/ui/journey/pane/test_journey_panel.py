"""What holds for a whole journey."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.journey.journey import Client, Tls
from studio.journey.made import Made
from studio.journey.order import Order
from studio.journey.wait import BetweenWait, PacingWait
from tests.ui.journey.pane.heard import heard
from tests.ui.journey.pane.sample import JOURNEY
from ui.journey.pane.desk import Desk
from ui.journey.pane.journey_panel import JourneyPanel


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> Iterator[JourneyPanel]:
    panel = JourneyPanel(desk)
    qtbot.addWidget(panel)
    panel.show_journey(JOURNEY)
    panel.show()
    yield panel
    panel.close()


def test_changes_in_several_sections_add_up(panel: JourneyPanel) -> None:
    told = heard(panel.edited)
    QTest.keyClick(panel.field("order").choice, Qt.Key.Key_Down)
    QTest.keyClick(panel.field("client").choice, Qt.Key.Key_Down)
    QTest.keyClick(panel.field("verify").box, Qt.Key.Key_Space)
    QTest.keyClicks(panel.field("labels").edit, ", slow")
    after = replace(
        JOURNEY,
        order=Order.WEIGHTED,
        client=Client.HTTP,
        tls=Tls(verify=False),
        labels=("read", "slow"),
    )
    assert told[-1] == (after, "J3.labels")


def test_pauses_headers_and_what_is_made_up(panel: JourneyPanel) -> None:
    told = heard(panel.edited)
    editor = panel.field("wait").editor
    editor.edited.emit(PacingWait(30), "kind")
    table = panel.field("headers").table
    QTest.keyClicks(table.rows[0].value_edit, "x")
    made = panel.field("made").list
    QTest.mouseClick(made.rows[0].remove_button, Qt.MouseButton.LeftButton)
    journey = told[-1][0]
    assert journey.wait == PacingWait(30)
    assert journey.headers == (("Accept-Language", "xfr"),)
    assert journey.made == JOURNEY.made[1:]
    assert all(isinstance(it, Made) for it in journey.made)


def test_it_can_be_renamed(panel: JourneyPanel) -> None:
    told = heard(panel.edited)
    QTest.mouseClick(panel.head.edit_button, Qt.MouseButton.LeftButton)
    QTest.keyClicks(panel.head.name_edit, "Buying")
    QTest.keyClick(panel.head.name_edit, Qt.Key.Key_Return)
    assert told == [(replace(JOURNEY, name="Buying"), "J3.name")]
    assert panel.head.delete_button.isHidden()


def test_an_undo_from_outside_is_shown_and_not_told(panel: JourneyPanel) -> None:
    told = heard(panel.edited)
    panel.show_journey(replace(JOURNEY, wait=BetweenWait(1, 2), host="api"))
    assert panel.field("host").edit.text() == "api"
    assert panel.field("wait").editor.low.edit.text() == "1"
    assert told == []
