"""What kind of load, its numbers and its picture."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from studio.errors import StudioError
from studio.scenario.limit_search import LimitSearch
from studio.scenario.shapes import Constant, RiseAndHold, Steps
from ui.sheet.load_fields import KINDS
from ui.sheet.load_panel import LoadPanel
from ui.theme.theme import Theme


@pytest.fixture
def panel(theme: Theme, qtbot: QtBot) -> LoadPanel:
    panel = LoadPanel(theme, str)
    qtbot.addWidget(panel)
    panel.show()
    panel.show_profile(RiseAndHold(60, 15, 30))
    panel.show_picture(panel.profile())
    return panel


def choose(panel: LoadPanel, kind: type) -> None:
    parts = panel.shape_segment.findChildren(QToolButton)
    QTest.mouseClick(parts[list(KINDS).index(kind)], Qt.MouseButton.LeftButton)


def test_what_is_given_comes_back(panel: LoadPanel) -> None:
    assert panel.profile() == RiseAndHold(60, 15, 30)
    panel.show_profile(Steps(12, 3, 4, 90))
    assert panel.profile() == Steps(12, 3, 4, 90)


def test_what_fields_cannot_say_is_kept_until_one_is_touched(panel: LoadPanel) -> None:
    odd = RiseAndHold(60, 15.25, 30)
    panel.show_profile(odd)
    assert panel.profile() == odd
    panel.users_spin.selectAll()
    QTest.keyClicks(panel.users_spin, "30")
    assert panel.profile() == RiseAndHold(30, 15.25, 30)


def test_another_kind_begins_like_the_one_before(panel: LoadPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.changed):
        choose(panel, Constant)
    assert panel.profile() == Constant(60, 45)
    choose(panel, LimitSearch)
    assert isinstance(panel.profile(), LimitSearch)


def test_a_corner_is_taken_by_mouse(panel: LoadPanel) -> None:
    canvas = panel.shape_canvas
    corner = canvas.corners()[1].toPoint()
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=corner)
    QTest.mouseMove(canvas, corner + QPoint(0, 40))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton)
    moved = panel.profile()
    assert isinstance(moved, RiseAndHold)
    assert moved.users < 60
    assert panel.users_spin.value() == moved.users


def test_no_time_at_all_cannot_be_run(panel: LoadPanel) -> None:
    for field in (panel.rise_edit, panel.hold_edit):
        field.selectAll()
        QTest.keyClicks(field, "0")
    with pytest.raises(StudioError):
        panel.profile()
    choose(panel, Constant)
    assert panel.profile().duration_s > 0
