"""The ways of a choice."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.journey.node import Branch
from tests.ui.journey.pane.heard import heard
from tests.ui.journey.pane.sample import PAY
from ui.journey.pane.branches_field import BranchesField
from ui.journey.pane.desk import Desk

WAYS = (Branch("by card", 60, (PAY,)), Branch("later", 25, ()))


@pytest.fixture
def field(desk: Desk, qtbot: QtBot) -> Iterator[BranchesField]:
    field = BranchesField(desk, "Ways")
    qtbot.addWidget(field)
    field.show_value(WAYS)
    field.show()
    yield field
    field.close()


def test_names_and_shares_are_changed(field: BranchesField) -> None:
    told = heard(field.edited)
    QTest.keyClicks(field.names[1], "!")
    QTest.keyClick(field.shares[0].number, Qt.Key.Key_Down)
    assert told == [
        (WAYS[0], Branch("later!", 25, ())),
        (Branch("by card", 59, (PAY,)), Branch("later!", 25, ())),
    ]


def test_together_they_are_100_at_most(field: BranchesField) -> None:
    assert field.shares[0].number.maximum() == 75
    field.shares[0].number.setValue(500)
    assert [it.number.value() for it in field.shares] == [75, 25]
    assert not field.add_link.isEnabled()
    assert field.rest_label.text() == "every pass takes one of them"


def test_a_way_is_added_and_removed(field: BranchesField) -> None:
    told = heard(field.edited)
    QTest.mouseClick(field.add_link, Qt.MouseButton.LeftButton)
    assert told[-1] == (*WAYS, Branch("another way", 10, ()))
    QTest.mouseClick(field.removes[1], Qt.MouseButton.LeftButton)
    assert [it.name for it in told[-1]] == ["by card", "another way"]
    QTest.mouseClick(field.removes[1], Qt.MouseButton.LeftButton)
    assert not field.removes[0].isEnabled()
