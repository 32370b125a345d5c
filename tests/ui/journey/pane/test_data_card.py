"""One data file."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.journey.data_file import AtEnd, DataFile, RowUse
from tests.ui.journey.pane.heard import heard
from ui.journey.pane.data_card import AT_ENDS, ROW_USES, DataCard
from ui.journey.pane.desk import Desk

ACCOUNTS = DataFile("D1", "accounts", ("username", "city"), 500, "0" * 64)
TERMS = DataFile("D2", "terms", ("term",), 1, "1" * 64, RowUse.ANY)
ROWS = tuple((f"user{number}", "Köln\x1b[31m") for number in range(30))


def test_there_are_words_for_every_use() -> None:
    assert (set(ROW_USES), set(AT_ENDS)) == (set(RowUse), set(AtEnd))


def test_who_gets_which_row_is_chosen_by_keys(desk: Desk, qtbot: QtBot) -> None:
    card = DataCard(desk, ACCOUNTS)
    qtbot.addWidget(card)
    told = heard(card.edited)
    card.show_data(ACCOUNTS, ROWS, ())
    assert told == []
    QTest.keyClick(card.form.fields["rows"].control, Qt.Key.Key_Up)
    assert told == [replace(ACCOUNTS, rows=RowUse.ANY)]


def test_rows_at_random_have_no_end(desk: Desk, qtbot: QtBot) -> None:
    card = DataCard(desk, TERMS)
    qtbot.addWidget(card)
    card.show_data(TERMS, (), ())
    card.show()
    assert not card.form.fields["at_end"].isVisible()


def test_what_is_used_cannot_be_removed(desk: Desk, qtbot: QtBot) -> None:
    card = DataCard(desk, ACCOUNTS)
    qtbot.addWidget(card)
    card.show_data(ACCOUNTS, ROWS, ("Sign in",))
    assert not card.remove_button.isEnabled()
    assert card.remove_button.toolTip() == "It is still used"
    card.show_data(ACCOUNTS, ROWS, ())
    assert card.remove_button.isEnabled()
