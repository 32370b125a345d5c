"""The editor as a whole, without a project."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from studio.journey.edit import Edit
from studio.journey.undo import History
from tests.ui.journey.sample_beside import wires_of
from tests.ui.journey.sample_journey import CHECKOUT
from tests.ui.run.heard import heard
from ui.journey.editor_page import JourneyEditorPage
from ui.journey.facts import Facts
from ui.journey.step_model import Beside
from ui.theme.theme import Theme

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> JourneyEditorPage:
    page = JourneyEditorPage(theme, str)
    page.put_pane(QLabel("the pane"))
    qtbot.addWidget(page)
    page.resize(1356, 820)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    page.show_history(History(CHECKOUT), Facts(12))
    page.show_beside(Beside(wires=wires_of(CHECKOUT)))
    page.tree.setFocus()
    return page


def test_the_first_step_is_chosen_when_a_journey_is_opened(page: JourneyEditorPage) -> None:
    assert page.chosen == ("n1",)


def test_keys_reach_from_the_tree_to_the_page(page: JourneyEditorPage, qtbot: QtBot) -> None:
    edits = heard(page.edited, Edit)
    page.tree.choose(["n7"])
    QTest.keyClick(page.tree, Qt.Key.Key_Delete)
    page.show_history(History(CHECKOUT).with_edit(edits[0], 1.0), Facts(12))
    with qtbot.waitSignal(page.undo_asked):
        QTest.keyClick(page.tree, Qt.Key.Key_Z, CTRL)
    with qtbot.waitSignal(page.try_asked):
        QTest.keyClick(page.tree, Qt.Key.Key_F5)
    with qtbot.waitSignal(page.run_asked):
        QTest.keyClick(page.tree, Qt.Key.Key_R, CTRL)
    with qtbot.waitSignal(page.save_asked):
        QTest.keyClick(page.tree, Qt.Key.Key_S, CTRL)


def test_ctrl_e_puts_the_code_beside_the_steps(page: JourneyEditorPage) -> None:
    assert not page.code_panel.isVisible()
    wanted = heard(page.code_wanted, bool)
    QTest.keyClick(page.tree, Qt.Key.Key_E, CTRL)
    assert page.code_panel.isVisible()
    QTest.keyClick(page.tree, Qt.Key.Key_E, CTRL)
    assert not page.code_panel.isVisible()
    assert wanted == [True, False]


def test_ctrl_f_opens_the_search_and_esc_goes_back(page: JourneyEditorPage) -> None:
    QTest.keyClick(page.tree, Qt.Key.Key_F, CTRL)
    assert page.focusWidget() is page.find_bar.search_edit
    QTest.keyClick(page.find_bar.search_edit, Qt.Key.Key_Escape)
    assert page.focusWidget() is page.tree


def test_another_name_is_an_edit(page: JourneyEditorPage) -> None:
    edits = heard(page.edited, Edit)
    page.header.named.emit("Buy")
    assert edits[0].journey.name == "Buy"


def test_the_inspector_gives_way_and_comes_by_ctrl_b(page: JourneyEditorPage) -> None:
    assert page.inspector.isVisible()
    page.resize(940, 560)
    assert not page.inspector.isVisible()
    QTest.keyClick(page.tree, Qt.Key.Key_B, CTRL)
    assert page.inspector.isVisible()


def test_going_to_a_place_opens_what_hides_it(page: JourneyEditorPage) -> None:
    page.go_to("r4")
    assert page.chosen == ("r4",)


def test_everything_that_can_have_the_focus_has_a_name(page: JourneyEditorPage) -> None:
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert widget.accessibleName(), widget.objectName() or type(widget).__name__
