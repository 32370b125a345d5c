"""Nobody is put under load by a slip: who allowed it is asked, and where it goes is said."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.address import Reach, read_address
from studio.computer.allowed_target import NotYetAllowedError, Permission
from studio.phrase import Phrase
from tests.builders import make_setup
from ui.sheet.allow_sheet import AllowSheet
from ui.theme.theme import Theme
from ui.widget.figures import count, duration

PUBLIC = read_address("https://shop.example")
PRIVATE = read_address("http://10.0.0.5:8000")


def asked(reach: Reach) -> NotYetAllowedError:
    address = PUBLIC if reach is Reach.PUBLIC else PRIVATE
    words = Phrase("target", "It is not allowed on this computer yet.")
    return NotYetAllowedError(address, reach, words, meaning=words, remedy=words)


@pytest.fixture
def sheet(theme: Theme, qtbot: QtBot) -> AllowSheet:
    sheet = AllowSheet(theme, str)
    qtbot.addWidget(sheet)
    sheet.show()
    return sheet


def given(sheet: AllowSheet) -> list[Permission]:
    found: list[Permission] = []
    sheet.allowed.connect(found.append)
    return found


def test_it_says_how_much_goes_where(sheet: AllowSheet) -> None:
    sheet.show_request(asked(Reach.PUBLIC), make_setup(users=1200, duration_s=90))
    said = sheet.sentence.text()
    begin = f"You are about to send up to {count(1200)} users, for {duration(90)}, to "
    assert said.startswith(begin)
    assert "https://shop.example (not on your network)" in said
    assert sheet.title.text() == "May shop.example be put under load?"


def test_a_public_target_needs_a_name_and_its_address_typed(sheet: AllowSheet) -> None:
    permissions = given(sheet)
    sheet.show_request(asked(Reach.PUBLIC), make_setup(users=40))
    assert not sheet.allow_button.isEnabled()
    assert "who allowed it" in sheet.missing.text()
    QTest.keyClicks(sheet.name_edit, "Amina")
    assert sheet.missing.text() == "Type shop.example to go on."
    QTest.keyClicks(sheet.address_edit, "shop.exampl")
    QTest.keyClick(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert permissions == []
    QTest.keyClicks(sheet.address_edit, "e")
    assert sheet.missing.text() == ""
    QTest.keyClick(sheet.address_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert permissions == [Permission(PUBLIC, Reach.PUBLIC, "Amina", 500, 7200.0)]


@pytest.mark.parametrize("typed", ["SHOP.example", " https://shop.example/ ", "shop.example"])
def test_the_address_may_be_typed_as_people_do(sheet: AllowSheet, typed: str) -> None:
    sheet.show_request(asked(Reach.PUBLIC), make_setup())
    sheet.name_edit.setText("Amina")
    sheet.address_edit.setText(typed)
    assert sheet.allow_button.isEnabled()


@pytest.mark.parametrize("typed", ["", "shop", "shop.example.evil.test", "http://shop.example"])
def test_anything_else_is_another_address(sheet: AllowSheet, typed: str) -> None:
    sheet.show_request(asked(Reach.PUBLIC), make_setup())
    sheet.name_edit.setText("Amina")
    sheet.address_edit.setText(typed)
    assert not sheet.allow_button.isEnabled()


def test_a_private_target_is_one_press(sheet: AllowSheet) -> None:
    permissions = given(sheet)
    sheet.show_request(asked(Reach.PRIVATE), make_setup())
    assert not sheet.address_edit.isVisible()
    assert "in a private network" in sheet.sentence.text()
    sheet.allow_button.click()
    assert permissions == [Permission(PRIVATE, Reach.PRIVATE, "", 5000, 7200.0)]


def test_a_permission_covers_the_run_it_was_asked_for(sheet: AllowSheet) -> None:
    permissions = given(sheet)
    sheet.show_request(asked(Reach.PRIVATE), make_setup(users=6000, duration_s=9000))
    sheet.users_spin.setValue(1)
    sheet.allow_button.click()
    assert [(it.most_users, it.longest_s) for it in permissions] == [(6000, 9000.0)]


def test_what_was_typed_for_one_target_is_not_kept_for_the_next(sheet: AllowSheet) -> None:
    sheet.show_request(asked(Reach.PUBLIC), make_setup())
    sheet.name_edit.setText("Amina")
    sheet.address_edit.setText("shop.example")
    sheet.show_request(asked(Reach.PUBLIC), make_setup())
    assert (sheet.name_edit.text(), sheet.address_edit.text()) == ("", "")
    assert not sheet.allow_button.isEnabled()


def test_cancel_says_so(sheet: AllowSheet, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sheet.cancelled):
        sheet.cancel_button.click()


def test_every_field_has_a_name(sheet: AllowSheet) -> None:
    fields = (sheet.name_edit, sheet.users_spin, sheet.address_edit)
    assert all(field.accessibleName() for field in fields)
