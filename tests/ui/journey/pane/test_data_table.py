"""The first rows of a data file."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from tests.ui.journey.pane.test_data_card import ACCOUNTS, ROWS
from ui.journey.pane.data_table import MOST_ROWS, DataRows
from ui.journey.pane.desk import Desk


def test_twenty_rows_are_shown_as_plain_text(desk: Desk, qtbot: QtBot) -> None:
    rows = DataRows(desk, ACCOUNTS)
    qtbot.addWidget(rows)
    rows.show_rows(ACCOUNTS, ROWS)
    model = rows.table.model()
    assert model.rowCount() == MOST_ROWS
    assert model.index(0, 1).data() == "Köln\\x1b[31m"
    assert rows.table.accessibleName() == "First rows of accounts"


def test_other_columns_make_another_table(desk: Desk, qtbot: QtBot) -> None:
    rows = DataRows(desk, ACCOUNTS)
    qtbot.addWidget(rows)
    rows.show_rows(ACCOUNTS, ROWS)
    rows.show_rows(replace(ACCOUNTS, columns=("a", "b", "c")), (("1", "2"),))
    model = rows.table.model()
    assert (model.columnCount(), model.index(0, 2).data()) == (3, "")
