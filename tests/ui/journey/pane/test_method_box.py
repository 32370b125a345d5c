"""The method of a request."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.journey.pane.heard import heard
from ui.journey.pane.desk import Desk
from ui.journey.pane.method_box import METHODS, MethodBox


@pytest.fixture
def box(desk: Desk, qtbot: QtBot) -> MethodBox:
    box = MethodBox(desk)
    qtbot.addWidget(box)
    box.show()
    box.show_method("GET")
    return box


def test_the_usual_ones_are_chosen_by_keys(box: MethodBox) -> None:
    told = heard(box.edited)
    QTest.keyClick(box.choice, Qt.Key.Key_Down)
    assert told == ["POST"]
    assert not box.other_edit.isVisible()


def test_any_other_is_typed_and_told_in_capitals(box: MethodBox) -> None:
    told = heard(box.edited)
    box.choice.chosen_changed.emit(len(METHODS))
    QTest.keyClicks(box.other_edit, "purge it")
    assert box.other_edit.isVisible()
    assert told == ["P", "PU", "PUR", "PURG", "PURGE", "PURGE"]
    assert box.other_edit.property("wrong") is True


def test_a_foreign_one_is_shown_as_it_is(box: MethodBox) -> None:
    told = heard(box.edited)
    box.show_method("PROPFIND")
    assert box.other_edit.text() == "PROPFIND"
    assert told == []
