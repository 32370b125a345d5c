"""A run, live and finished, driven by mouse and keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from studio.errors import EngineError
from studio.phrase import Phrase
from studio.run.run import RunEnding, RunState
from tests.ui.run.heard import heard
from tests.ui.run.sample_run import HOST, STARTED_AT, make_finished, make_setup, make_snapshot
from ui.run.run_page import RunPage
from ui.theme.theme import Theme


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> RunPage:
    page = RunPage(theme, str)
    qtbot.addWidget(page)
    page.resize(1356, 820)
    page.show()
    page.show_setup(make_setup(), "R7", HOST, STARTED_AT)
    qtbot.waitExposed(page)
    page.activateWindow()
    return page


def test_preparing_shows_what_is_started_and_running_the_charts(page: RunPage) -> None:
    page.show_snapshot(make_snapshot(0, state=RunState.STARTING))
    assert page.preparing_panel.isVisible()
    assert not page.charts.isVisible()
    page.show_snapshot(make_snapshot(5))
    assert not page.preparing_panel.isVisible()
    assert page.charts.isVisible()


def test_ctrl_and_full_stop_stops(page: RunPage, qtbot: QtBot) -> None:
    page.show_snapshot(make_snapshot(20))
    with qtbot.waitSignal(page.stop_asked):
        QTest.keyClick(page, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    page.show_snapshot(replace(make_snapshot(21, state=RunState.STOPPING), stops_by_s=30.0))
    assert page.header.controls.stop_button.text().startswith("Stop now")
    with qtbot.waitSignal(page.stop_asked):
        QTest.keyClick(page, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)


def test_a_windows_own_ctrl_and_full_stop_does_not_get_in_the_way(
    theme: Theme, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    page = RunPage(theme, str)
    QVBoxLayout(window).addWidget(page)
    of_window = QShortcut(QKeySequence("Ctrl+."), window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    page.show_setup(make_setup(), "R7", HOST, STARTED_AT)
    page.show_snapshot(make_snapshot(20))
    with qtbot.assertNotEmitted(of_window.activated), qtbot.waitSignal(page.stop_asked):
        QTest.keyClick(
            page.details.steps.rows.table, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier
        )


def test_u_asks_for_users_and_enter_applies(page: RunPage) -> None:
    page.show_snapshot(make_snapshot(30))
    QTest.keyClick(page, Qt.Key.Key_U)
    assert page.users_sheet.isVisible()
    field = page.users_sheet.users_spin
    field.selectAll()
    QTest.keyClicks(field, "80")
    asked = heard(page.users_asked, int)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert asked == [80]
    assert not page.users_sheet.isVisible()


@pytest.mark.parametrize(
    ("key", "asked"),
    [(Qt.Key.Key_H, "hold_asked"), (Qt.Key.Key_S, "skip_asked"), (Qt.Key.Key_R, "reset_asked")],
)
def test_a_letter_changes_the_run_while_it_is_on(
    page: RunPage, qtbot: QtBot, key: Qt.Key, asked: str
) -> None:
    page.show_snapshot(make_snapshot(30))
    with qtbot.waitSignal(getattr(page, asked)):
        QTest.keyClick(page, key)
    page.show_snapshot(make_finished())
    with qtbot.assertNotEmitted(getattr(page, asked)):
        QTest.keyClick(page, key)


def test_esc_leaves_the_users_as_they_are(page: RunPage, qtbot: QtBot) -> None:
    page.show_snapshot(make_snapshot(30))
    QTest.mouseClick(page.header.controls.users_button, Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(page.users_asked):
        QTest.keyClick(page.users_sheet.users_spin, Qt.Key.Key_Escape)
    assert not page.users_sheet.isVisible()


def test_the_end_of_a_run_closes_its_sheet_and_brings_the_verdict(page: RunPage) -> None:
    page.show_snapshot(make_snapshot(30))
    QTest.keyClick(page, Qt.Key.Key_U)
    page.show_snapshot(make_finished())
    assert not page.users_sheet.isVisible()
    assert page.verdict_box.isVisible()
    assert page.verdict_box.sentence.text().startswith("The shop kept 1 of 3 goals")
    assert not page.header.controls.stop_button.isVisible()
    QTest.keyClick(page, Qt.Key.Key_U)
    assert not page.users_sheet.isVisible()


def test_a_failed_run_says_what_happened(page: RunPage) -> None:
    error = EngineError(Phrase("engine", "The engine ended early."))
    page.show_snapshot(replace(make_finished(ending=RunEnding.FAILED), error=error))
    assert page.problem_bar.isVisible()
    assert not page.verdict_box.isVisible()
    page.show_setup(make_setup(), "R8", HOST, STARTED_AT)
    assert not page.problem_bar.isVisible()


def test_charts_and_tables_follow_twice_a_second_at_most(page: RunPage, qtbot: QtBot) -> None:
    page.show_snapshot(make_snapshot(20))
    page.show_snapshot(make_snapshot(21))
    assert page.charts.axis.known_s == 19
    assert page.header.facts.text().startswith("0:21")
    qtbot.wait(480)
    page.show_snapshot(make_snapshot(22))
    assert page.charts.axis.known_s == 21
    page.show_snapshot(make_finished())
    assert page.charts.axis.known_s == 45


def test_the_inspector_gives_way_and_comes_back_by_ctrl_b(page: RunPage) -> None:
    assert page.inspector.isVisible()
    page.resize(1196, 640)
    assert not page.inspector.isVisible()
    QTest.keyClick(page, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert page.inspector.isVisible()


def test_low_windows_scroll_and_charts_keep_their_height(page: RunPage, qtbot: QtBot) -> None:
    page.resize(1100, 420)
    page.show_snapshot(make_snapshot(20))
    qtbot.waitUntil(lambda: page.charts.chart_times.height() >= 124)
    assert page.charts.chart_throughput.height() >= 96


def test_every_chart_and_field_has_a_name(page: RunPage) -> None:
    page.show_snapshot(make_snapshot(20))
    nameless = [
        part
        for part in page.findChildren(QWidget)
        if part.isVisible()
        and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (part.accessibleName() or getattr(part, "text", str)())
    ]
    assert nameless == []


def test_a_click_goes_back_to_all_runs(page: RunPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.back_asked):
        QTest.mouseClick(page.header.back_button, Qt.MouseButton.LeftButton)


def test_alt_and_left_go_back(page: RunPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.back_asked):
        QTest.keyClick(page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
