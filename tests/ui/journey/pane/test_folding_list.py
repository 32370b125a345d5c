"""Things in rows that open."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.journey.check import AbsentCheck, ContainsCheck, OnFailure, StatusCheck
from tests.ui.journey.pane.heard import heard
from tests.ui.journey.pane.sample import PAID
from ui.journey.pane.checks_list import ChecksList
from ui.journey.pane.desk import Desk

CHECKS = PAID.checks


@pytest.fixture
def checks(desk: Desk, qtbot: QtBot) -> Iterator[ChecksList]:
    checks = ChecksList(desk)
    qtbot.addWidget(checks)
    checks.show_request(PAID)
    checks.show()
    qtbot.waitExposed(checks)
    yield checks
    checks.close()


def test_a_row_opens_and_is_changed_in_place(checks: ChecksList) -> None:
    told = heard(checks.edited)
    line = checks.rows[1]
    QTest.mouseClick(line.fold_button, Qt.MouseButton.LeftButton)
    assert line.form.isVisible()
    field = line.form.form.fields["text"].edit
    field.moveCursor(field.textCursor().MoveOperation.End)
    QTest.keyClicks(field, "!")
    (items, key) = told[-1]
    assert items[1] == ContainsCheck("thank you!")
    assert key == "checks.1.text"
    assert checks.items == items


def test_one_is_added_from_the_menu_and_stands_open(checks: ChecksList) -> None:
    told = heard(checks.edited)
    action = next(it for it in checks.add_menu.actions() if it.text() == "Text does not contain")
    action.trigger()
    assert told == [((*CHECKS, AbsentCheck("error")), "checks.add")]
    assert checks.rows[-1].form.isVisible()


def test_a_row_is_removed_by_click_and_by_key(checks: ChecksList) -> None:
    told = heard(checks.edited)
    QTest.mouseClick(checks.rows[0].remove_button, Qt.MouseButton.LeftButton)
    assert told[-1] == (CHECKS[1:], "checks.remove")
    checks.rows[0].fold_button.setFocus()
    QTest.keyClick(checks.rows[0].fold_button, Qt.Key.Key_Delete)
    assert checks.items == CHECKS[2:]


def test_rows_are_moved_by_keys_and_not_beyond_the_ends(checks: ChecksList) -> None:
    alt = Qt.KeyboardModifier.AltModifier
    QTest.keyClick(checks.rows[0].fold_button, Qt.Key.Key_Up, alt)
    assert checks.items == CHECKS
    QTest.keyClick(checks.rows[0].fold_button, Qt.Key.Key_Down, alt)
    assert checks.items == (CHECKS[1], CHECKS[0], *CHECKS[2:])


def test_escape_folds_a_row(checks: ChecksList) -> None:
    checks.rows[0].open(is_open=True)
    QTest.keyClick(checks.rows[0].form.kind_box, Qt.Key.Key_Escape)
    assert not checks.rows[0].form.isVisible()


def test_an_empty_list_is_one_link(checks: ChecksList) -> None:
    checks.show_items(())
    assert checks.rows == []
    assert checks.add_link.isVisible()


def test_rows_stay_open_when_others_change_them(checks: ChecksList) -> None:
    checks.rows[0].open(is_open=True)
    told = heard(checks.edited)
    other = StatusCheck((200,), on_failure=OnFailure.STOP_USER)
    checks.show_items((other, *CHECKS[1:]))
    assert checks.rows[0].form.isVisible()
    assert checks.rows[0].form.record == other
    assert told == []


def test_readers_are_told_which_row_a_button_is_of(checks: ChecksList) -> None:
    assert checks.rows[0].remove_button.accessibleName() == "Remove: Status is  201"


def test_a_double_click_opens(checks: ChecksList) -> None:
    QTest.mouseDClick(checks.rows[2], Qt.MouseButton.LeftButton)
    assert checks.rows[2].form.isVisible()
