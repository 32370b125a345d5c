"""All runs of a project, driven by mouse and keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.run.heard import heard
from tests.ui.run.sample_run import make_summaries
from ui.run.list_page import RunListPage
from ui.theme.theme import Theme


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> RunListPage:
    page = RunListPage(theme, str)
    qtbot.addWidget(page)
    page.resize(1200, 600)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    return page


def test_without_a_run_the_first_one_is_offered(page: RunListPage, qtbot: QtBot) -> None:
    assert page.empty_state.isVisible()
    assert not page.filter_edit.isVisible()
    with qtbot.waitSignal(page.practice_asked):
        QTest.mouseClick(page.practice_button, Qt.MouseButton.LeftButton)


def test_enter_opens_a_run(page: RunListPage) -> None:
    page.show_runs(make_summaries())
    page.run_table.setFocus()
    QTest.keyClick(page.run_table, Qt.Key.Key_Down)
    opened = heard(page.run_opened, str)
    QTest.keyClick(page.run_table, Qt.Key.Key_Return)
    assert opened == ["R11"]


def test_ctrl_f_filters_and_enter_goes_to_what_was_found(page: RunListPage) -> None:
    page.show_runs(make_summaries())
    page.run_table.setFocus()
    QTest.keyClick(page.run_table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.focusWidget() is page.filter_edit
    QTest.keyClicks(page.filter_edit, "checkout missed")
    assert page.match_label.text() == "1 of 12 match"
    QTest.keyClick(page.filter_edit, Qt.Key.Key_Return)
    assert page.focusWidget() is page.run_table


def test_a_filter_without_match_can_be_cleared(page: RunListPage) -> None:
    page.show_runs(make_summaries())
    QTest.keyClicks(page.filter_edit, "zebra")
    assert page.match_label.text() == "0 of 12 match"
    assert page.no_match.isVisible()
    QTest.mouseClick(page.clear_button, Qt.MouseButton.LeftButton)
    assert page.run_table.isVisible()
    assert page.match_label.text() == ""


def test_new_numbers_keep_the_chosen_run(page: RunListPage) -> None:
    page.show_runs(make_summaries(11))
    page.run_table.selectRow(3)
    page.show_runs(make_summaries(12))
    assert page.run_table.currentIndex().siblingAtColumn(0).data() == "R8"
