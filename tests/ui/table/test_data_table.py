"""How every table is used."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHeaderView, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from studio.run.record import RunSummary
from tests.ui.run.heard import heard
from tests.ui.run.sample_run import make_summaries
from ui.table.column_table import ColumnTable
from ui.table.data_table import DataTable
from ui.table.run_table import run_columns
from ui.theme.theme import Theme


def make_table(theme: Theme, qtbot: QtBot) -> DataTable:
    model = ColumnTable(run_columns(str), str, lambda row: row.run)
    model.show(make_summaries())
    table = DataTable(theme, model, "Runs")
    model.setParent(table)
    qtbot.addWidget(table)
    table.resize(1200, 400)
    return table


def test_enter_and_double_click_open_a_row(theme: Theme, qtbot: QtBot) -> None:
    table = make_table(theme, qtbot)
    table.show()
    table.selectRow(2)
    opened = heard(table.row_opened, RunSummary)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened[-1].run == "R10"
    place = table.visualRect(table.model().index(0, 2)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    opened = heard(table.row_opened, RunSummary)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened[-1].run == "R12"


def test_tab_leaves_the_table(theme: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    box = QVBoxLayout(page)
    table, field = make_table(theme, qtbot), QLineEdit()
    box.addWidget(table)
    box.addWidget(field)
    page.show()
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert page.focusWidget() is field


def test_a_click_on_a_title_sorts(theme: Theme, qtbot: QtBot) -> None:
    table = make_table(theme, qtbot)
    table.show()
    header = table.horizontalHeader()
    x = header.sectionViewportPosition(6) + 10
    place = header.rect().center()
    place.setX(x)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    times = [table.model().index(row, 6).data() for row in (0, 11)]
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [table.model().index(row, 6).data() for row in (11, 0)] == times
    assert times[0] != times[1]


def test_the_chosen_row_stays_chosen_when_others_leave(theme: Theme, qtbot: QtBot) -> None:
    model = ColumnTable(run_columns(str), str, lambda row: row.run)
    model.show(make_summaries())
    table = DataTable(theme, model, "Runs")
    qtbot.addWidget(table)
    table.selectRow(4)
    model.show([row for row in make_summaries() if row.run != "R12"])
    assert model.key_at(table.currentIndex()) == "R8"


def test_columns_never_measure_their_contents(theme: Theme, qtbot: QtBot) -> None:
    table = make_table(theme, qtbot)
    header = table.horizontalHeader()
    modes = {header.sectionResizeMode(column) for column in range(header.count())}
    assert QHeaderView.ResizeMode.ResizeToContents not in modes
    assert [
        column
        for column in range(header.count())
        if header.sectionResizeMode(column) == QHeaderView.ResizeMode.Stretch
    ] == [3]
