"""All journeys of a project, driven by mouse and keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.project.journey_list import JourneyLine
from tests.ui.run.heard import heard
from tests.ui.run.sample_run import make_summaries
from ui.journey.list_page import JourneyListPage
from ui.theme.theme import Theme

LINES = (
    JourneyLine("J1", "Sign up", 5, 0, 1, None),
    JourneyLine("J2", "Browse only", 3, 0, 2, None),
    JourneyLine("J3", "Checkout", 30, 1, 12, make_summaries()[0]),
)


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> JourneyListPage:
    page = JourneyListPage(theme, str)
    qtbot.addWidget(page)
    page.resize(1200, 600)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    return page


def test_without_a_journey_one_is_made_or_taken_from_the_practice_shop(
    page: JourneyListPage, qtbot: QtBot
) -> None:
    page.show_journeys((), look_only=False)
    assert page.empty_state.isVisible()
    with qtbot.waitSignal(page.new_asked):
        QTest.mouseClick(page.first_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.practice_asked):
        QTest.mouseClick(page.practice_button, Qt.MouseButton.LeftButton)


def test_keys_open_run_copy_rename_and_delete(page: JourneyListPage) -> None:
    page.show_journeys(LINES, look_only=False)
    page.journey_table.setFocus()
    QTest.keyClick(page.journey_table, Qt.Key.Key_Down)
    ctrl, none = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
    for signal, key, modifiers in (
        (page.opened, Qt.Key.Key_Return, none),
        (page.run_asked, Qt.Key.Key_R, ctrl),
        (page.duplicate_asked, Qt.Key.Key_D, ctrl),
        (page.rename_asked, Qt.Key.Key_F2, none),
        (page.delete_asked, Qt.Key.Key_Delete, none),
    ):
        told = heard(signal, str)
        QTest.keyClick(page.journey_table, key, modifiers)
        assert told == ["J2"]


def test_ctrl_f_filters_and_enter_goes_to_what_was_found(page: JourneyListPage) -> None:
    page.show_journeys(LINES, look_only=False)
    page.journey_table.setFocus()
    QTest.keyClick(page.journey_table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.focusWidget() is page.filter_edit
    QTest.keyClicks(page.filter_edit, "check")
    assert page.match_label.text() == "1 of 3 match"
    QTest.keyClick(page.filter_edit, Qt.Key.Key_Return)
    assert page.chosen == "J3"
    QTest.keyClicks(page.filter_edit, "zebra")
    assert page.no_match.isVisible()
    QTest.mouseClick(page.clear_button, Qt.MouseButton.LeftButton)
    assert page.journey_table.isVisible()


def test_a_project_that_is_only_looked_at_lets_one_open_and_nothing_else(
    page: JourneyListPage,
) -> None:
    page.show_journeys(LINES, look_only=True)
    page.journey_table.setFocus()
    assert not page.new_button.isEnabled()
    assert "look only" in page.new_button.toolTip()
    assert page.action("open").isEnabled()
    for name in ("run", "duplicate", "rename", "delete", "export"):
        assert not page.action(name).isEnabled()
    deleted = heard(page.delete_asked, str)
    QTest.keyClick(page.journey_table, Qt.Key.Key_Delete)
    assert deleted == []


def test_what_is_not_there_yet_says_why(page: JourneyListPage) -> None:
    page.show_journeys(LINES, look_only=False)
    for button in (page.import_menu, page.record_button):
        assert not button.isEnabled()
        assert button.toolTip()
    page.allow_import()
    page.allow_export()
    assert page.import_menu.isEnabled()
    assert page.action("export").isEnabled()
    assert not page.record_button.isEnabled()


def test_the_menu_offers_what_the_keys_do(page: JourneyListPage) -> None:
    page.show_journeys(LINES, look_only=False)
    menu = page.more_button.menu()
    assert [it.text() for it in menu.actions()][:3] == ["Open", "Run…", "Duplicate"]
