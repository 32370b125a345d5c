"""The data files of a project."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.journey.pane.heard import heard
from tests.ui.journey.pane.test_data_card import ACCOUNTS, ROWS, TERMS
from ui.journey.pane.data_panel import DataPanel, DataSheet
from ui.journey.pane.desk import Desk


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> Iterator[DataPanel]:
    panel = DataPanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    yield panel
    panel.close()


def test_each_has_a_card_that_stays_when_it_changes(panel: DataPanel) -> None:
    panel.show_sheets([DataSheet(ACCOUNTS, ROWS), DataSheet(TERMS, ())])
    first = panel.cards[0]
    panel.show_sheets([DataSheet(ACCOUNTS, ROWS, ("Sign in",)), DataSheet(TERMS, ())])
    assert panel.cards[0] is first
    panel.show_sheets([DataSheet(TERMS, ())])
    assert [it.data_file for it in panel.cards] == [TERMS]


def test_an_empty_place_says_what_it_is_for(panel: DataPanel) -> None:
    asked = heard(panel.add_asked)
    panel.show_sheets([])
    QTest.mouseClick(panel.add_button, Qt.MouseButton.LeftButton)
    assert len(asked) == 1


def test_what_is_dropped_is_told(panel: DataPanel) -> None:
    told, data = heard(panel.dropped), QMimeData()
    data.setUrls([QUrl.fromLocalFile("/data/a.csv"), QUrl("https://shop.test/b.csv")])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    panel.dropEvent(event)
    assert told == ["/data/a.csv"]


def test_changes_and_removals_are_told(panel: DataPanel) -> None:
    edits, removals = heard(panel.edited), heard(panel.remove_asked)
    panel.show_sheets([DataSheet(ACCOUNTS, ROWS)])
    card = panel.cards[0]
    QTest.keyClick(card.form.fields["at_end"].control, Qt.Key.Key_Down)
    QTest.mouseClick(card.remove_button, Qt.MouseButton.LeftButton)
    assert len(edits) == 1
    assert removals == ["D1"]
