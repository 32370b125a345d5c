"""Names and values in rows."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.journey.template import Variable
from tests.ui.journey.pane.heard import heard
from ui.journey.pane.desk import Desk
from ui.journey.pane.pair_row import Pair
from ui.journey.pane.pairs_table import HEADERS, MOST_SHOWN, PairsTable, as_pairs, from_pairs

TWO = (Pair("Accept", "text/html"), Pair("X-Csrf", (Variable("csrf"),)))


@pytest.fixture
def table(desk: Desk, qtbot: QtBot) -> Iterator[PairsTable]:
    table = PairsTable(desk, HEADERS)
    qtbot.addWidget(table)
    table.show_pairs(TWO)
    table.show()
    yield table
    table.close()


def test_names_and_values_are_typed(table: PairsTable) -> None:
    told = heard(table.edited)
    QTest.keyClicks(table.rows[0].name_edit, "s")
    assert told[-1] == ((Pair("Accepts", "text/html"), TWO[1]), "headers.0.name")
    table.rows[0].value_edit.selectAll()
    QTest.keyClicks(table.rows[0].value_edit, "a")
    assert told[-1] == ((Pair("Accepts", "a"), TWO[1]), "headers.0.value")


def test_a_row_is_added_and_removed(table: PairsTable) -> None:
    QTest.mouseClick(table.add_link, Qt.MouseButton.LeftButton)
    assert table.pairs == (*TWO, Pair("", ""))
    QTest.mouseClick(table.rows[0].remove_button, Qt.MouseButton.LeftButton)
    assert table.pairs == (TWO[1], Pair("", ""))
    QTest.keyClick(table.rows[1].value_edit, Qt.Key.Key_Delete, Qt.KeyboardModifier.AltModifier)
    assert table.pairs == (TWO[1],)
    assert len(table.rows) == 1


def test_rows_are_moved_by_keys_from_name_and_value(table: PairsTable) -> None:
    alt = Qt.KeyboardModifier.AltModifier
    QTest.keyClick(table.rows[0].name_edit, Qt.Key.Key_Down, alt)
    assert table.pairs == (TWO[1], TWO[0])
    QTest.keyClick(table.rows[1].value_edit, Qt.Key.Key_Up, alt)
    assert table.pairs == TWO
    QTest.keyClick(table.rows[0].name_edit, Qt.Key.Key_Up, alt)
    assert table.pairs == TWO


def test_what_was_copied_is_pasted_as_rows(table: PairsTable) -> None:
    QGuiApplication.clipboard().setText("A: 1\nB: 2")
    QTest.mouseClick(table.paste_link, Qt.MouseButton.LeftButton)
    assert table.pairs == (*TWO, Pair("A", "1"), Pair("B", "2"))


def test_several_pasted_into_a_name_become_rows(table: PairsTable) -> None:
    QTest.mouseClick(table.add_link, Qt.MouseButton.LeftButton)
    QGuiApplication.clipboard().setText("a=1&b=2")
    QTest.keyClick(table.rows[2].name_edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert table.pairs == (*TWO, Pair("a", "1"), Pair("b", "2"))
    QGuiApplication.clipboard().setText("plain")
    QTest.keyClick(table.rows[2].name_edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert table.rows[2].name_edit.text().endswith("plain")


def test_many_rows_are_shown_when_they_are_asked_for(table: PairsTable) -> None:
    many = tuple(Pair(f"n{number}", "") for number in range(MOST_SHOWN + 5))
    table.show_pairs(many)
    assert len(table.rows) == MOST_SHOWN
    assert table.more_link.text() == "Show 5 more"
    QTest.mouseClick(table.more_link, Qt.MouseButton.LeftButton)
    assert len(table.rows) == MOST_SHOWN + 5
    assert not table.more_link.isVisible()


def test_showing_tells_nothing(table: PairsTable) -> None:
    told = heard(table.edited)
    table.show_pairs(TWO[:1])
    assert told == []
    assert from_pairs(as_pairs((("a", "b"),))) == (("a", "b"),)
