"""Journeys in the real window, with a real project, by mouse and keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from studio.journey.journey import Journey
from studio.project.opening import open_project
from ui.app import Assembled, assemble
from ui.bridge.place import Place
from ui.journey.editor_page import JourneyEditorPage
from ui.journey.list_page import JourneyListPage
from ui.sheet.run_sheet import RunSheet
from ui.theme.theme import Theme

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


class Somebody:
    """Somebody at the window."""

    def __init__(self, qtbot: QtBot, theme: Theme, home: Path) -> None:
        self.qtbot, self._theme, self._home = qtbot, theme, home
        self.assembled = self._start()

    def _start(self) -> Assembled:
        assembled = assemble(self._theme, self._home)
        self.qtbot.addWidget(assembled.window)
        assembled.window.resize(1360, 900)
        assembled.window.show()
        self.qtbot.waitExposed(assembled.window)
        assembled.window.activateWindow()
        self.errors: list[object] = []
        assembled.project.failed.connect(self.errors.append)
        return assembled

    def restart(self) -> None:
        self.assembled.window.close()
        self.assembled = self._start()
        self.assembled.project.open_last()

    def part(self, kind: type[QWidget]) -> QWidget:
        found = self.assembled.window.findChild(kind)
        assert found is not None
        return found

    @property
    def pages(self) -> JourneyListPage:
        found = self.part(JourneyListPage)
        assert isinstance(found, JourneyListPage)
        return found

    @property
    def editor(self) -> JourneyEditorPage:
        found = self.part(JourneyEditorPage)
        assert isinstance(found, JourneyEditorPage)
        return found

    @property
    def journey(self) -> Journey:
        assert self.editor.history is not None
        return self.editor.history.journey

    @property
    def saved(self) -> str:
        return self.assembled.window.status_bar.saved_label.text()

    def names(self) -> list[str]:
        return [it.name for it in self.journey.again]

    def wait_until_saved(self) -> None:
        self.qtbot.waitUntil(lambda: self.saved == "All changes saved")

    def type_over(self, field: QLineEdit, text: str) -> None:
        field.selectAll()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)

    def rename_step(self, name: str) -> None:
        tree = self.editor.tree
        QTest.keyClick(tree, Qt.Key.Key_F2)
        field = tree.findChild(QLineEdit, "rename_edit")
        assert isinstance(field, QLineEdit)
        self.type_over(field, name)
        self.qtbot.waitUntil(lambda: tree.findChild(QLineEdit, "rename_edit") is None)
        assert name in self.names()

    def drag(self, node: str, onto: str, share: float) -> None:
        tree = self.editor.tree
        model = tree.lines_model
        rect = tree.visualRect(model.index(model.rows[onto]))
        at = QPoint(80, rect.top() + round(share * rect.height()))
        none = Qt.KeyboardModifier.NoModifier
        data = model.mimeData([model.index(model.rows[node])])
        move = Qt.DropAction.MoveAction
        tree.dropEvent(QDropEvent(QPointF(at), move, data, LEFT, none))


@pytest.fixture
def tester(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Somebody]:
    tester = Somebody(qtbot, theme, tmp_path / "home")
    tester.assembled.project.create(tmp_path / "shop.swarmbook")
    tester.assembled.window.go(Place.JOURNEYS)
    qtbot.waitUntil(tester.pages.first_button.isEnabled)
    yield tester
    tester.assembled.window.close()


def make_three_steps(tester: Somebody) -> list[str]:
    QTest.mouseClick(tester.pages.first_button, LEFT)
    tester.qtbot.waitUntil(tester.editor.isVisible)
    tester.editor.tree.setFocus()
    for name in ("Sign in", "Search", "Pay"):
        QTest.keyClick(tester.editor.tree, Qt.Key.Key_N, CTRL)
        tester.rename_step(name)
    return [it.id for it in tester.journey.again]


def test_a_journey_from_nothing_outlives_the_window_with_its_undo(
    tester: Somebody, tmp_path: Path
) -> None:
    sign_in, _search, pay = make_three_steps(tester)
    tester.drag(pay, sign_in, 0.1)
    assert tester.names() == ["Pay", "Sign in", "Search"]
    QTest.keyClick(tester.editor.tree, Qt.Key.Key_Z, CTRL)
    assert tester.names() == ["Sign in", "Search", "Pay"]
    QTest.keyClick(tester.editor.tree, Qt.Key.Key_Z, CTRL | SHIFT)
    assert tester.names() == ["Pay", "Sign in", "Search"]

    tester.restart()
    tester.qtbot.waitUntil(lambda: bool(tester.pages.chosen))
    tester.assembled.window.go(Place.JOURNEYS)
    tester.pages.journey_table.setFocus()
    QTest.keyClick(tester.pages.journey_table, Qt.Key.Key_Return)
    tester.qtbot.waitUntil(tester.editor.isVisible)
    assert tester.names() == ["Pay", "Sign in", "Search"]
    assert "Pay" in tester.editor.header.undo_button.toolTip()
    QTest.keyClick(tester.editor.tree, Qt.Key.Key_Z, CTRL)
    assert tester.names() == ["Sign in", "Search", "Pay"]
    QTest.keyClick(tester.editor.tree, Qt.Key.Key_Z, CTRL)
    assert tester.names() == ["Sign in", "Search", "New step"]
    tester.wait_until_saved()
    tester.assembled.window.close()
    project = open_project(tmp_path / "shop.swarmbook", tmp_path / "home")
    (kept,) = project.journeys()
    project.close()
    assert [it.name for it in kept.again] == ["Sign in", "Search", "New step"]


def test_what_was_just_typed_is_kept_when_the_window_closes(
    tester: Somebody, tmp_path: Path
) -> None:
    make_three_steps(tester)
    tester.rename_step("Pay by card")
    tester.assembled.window.close()
    project = open_project(tmp_path / "shop.swarmbook", tmp_path / "home")
    (kept,) = project.journeys()
    project.close()
    assert [it.name for it in kept.again] == ["Sign in", "Search", "Pay by card"]


def test_a_deleted_step_comes_back_by_the_toast(tester: Somebody) -> None:
    make_three_steps(tester)
    QTest.keyClick(tester.editor.tree, Qt.Key.Key_Delete)
    assert tester.names() == ["Sign in", "Search"]
    toast = tester.assembled.window.toast
    assert toast.isVisible()
    QTest.mouseClick(toast.undo_button, LEFT)
    assert tester.names() == ["Sign in", "Search", "Pay"]
    assert not toast.isVisible()


def test_a_deleted_journey_comes_back_by_the_toast(tester: Somebody) -> None:
    make_three_steps(tester)
    QTest.mouseClick(tester.editor.header.back_button, LEFT)
    tester.qtbot.waitUntil(tester.pages.isVisible)
    tester.qtbot.waitUntil(lambda: bool(tester.pages.chosen))
    QTest.keyClick(tester.pages.journey_table, Qt.Key.Key_Delete)
    tester.qtbot.waitUntil(tester.pages.empty_state.isVisible)
    tester.qtbot.waitUntil(tester.assembled.window.toast.isVisible)
    QTest.mouseClick(tester.assembled.window.toast.undo_button, LEFT)
    tester.qtbot.waitUntil(tester.pages.journey_table.isVisible)


def test_ctrl_s_keeps_a_revision_and_an_older_one_can_be_restored(tester: Somebody) -> None:
    make_three_steps(tester)
    QTest.keyClick(tester.editor.tree, Qt.Key.Key_S, CTRL)
    tester.qtbot.waitUntil(lambda: "revision 2" in tester.editor.header.facts.text())
    tester.editor.inspector.restore_asked.emit(1)
    tester.qtbot.waitUntil(lambda: tester.names() == [])
    assert "Bring back revision" in tester.editor.header.undo_button.toolTip()
    tester.editor.header.undo_button.click()
    assert tester.names() == ["Sign in", "Search", "Pay"]


def test_a_run_is_set_up_with_the_journey(tester: Somebody) -> None:
    make_three_steps(tester)
    QTest.keyClick(tester.editor.tree, Qt.Key.Key_R, CTRL)
    tester.qtbot.waitUntil(lambda: tester.part(RunSheet).isVisible())
    assert not tester.errors


def test_a_name_that_is_taken_is_not_kept_and_said(tester: Somebody) -> None:
    make_three_steps(tester)
    tester.type_over(tester.editor.header.name_edit, "Buy")
    tester.wait_until_saved()
    QTest.mouseClick(tester.editor.header.back_button, LEFT)
    tester.qtbot.waitUntil(tester.pages.new_button.isVisible)
    QTest.mouseClick(tester.pages.new_button, LEFT)
    tester.qtbot.waitUntil(lambda: tester.journey.name == "New journey")
    tester.type_over(tester.editor.header.name_edit, "Buy")
    tester.qtbot.waitUntil(lambda: tester.saved.startswith("Not saved"))
    assert tester.editor.problem_bar.isVisible()
    tester.type_over(tester.editor.header.name_edit, "Buy more")
    tester.wait_until_saved()


def test_the_list_duplicates_and_renames(tester: Somebody) -> None:
    make_three_steps(tester)
    QTest.mouseClick(tester.editor.header.back_button, LEFT)
    tester.qtbot.waitUntil(lambda: bool(tester.pages.chosen))
    tester.pages.journey_table.setFocus()
    QTest.keyClick(tester.pages.journey_table, Qt.Key.Key_D, CTRL)
    model = tester.pages.journey_table.model()
    tester.qtbot.waitUntil(lambda: model.rowCount() == 2)
    QTest.keyClick(tester.pages.journey_table, Qt.Key.Key_F2)
    tester.qtbot.waitUntil(tester.editor.isVisible)
    assert tester.assembled.window.focusWidget() is tester.editor.header.name_edit


def test_a_journey_is_taken_over_by_hand_as_a_copy(tester: Somebody) -> None:
    make_three_steps(tester)
    tester.editor.header.view_segment.choose(1)
    first = tester.journey.id
    QTest.mouseClick(tester.editor.code_panel.take_over_button, LEFT)
    tester.qtbot.waitUntil(lambda: tester.journey.id != first)
    assert tester.journey.name == "New journey (by hand)"
    assert not tester.errors
