"""The shape of a load."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from studio.errors import StudioError
from studio.scenario.shapes import Constant, RiseAndHold, Steps
from ui.sheet.load_panel import LoadPanel
from ui.theme.theme import Theme


@pytest.fixture
def panel(theme: Theme, qtbot: QtBot) -> LoadPanel:
    panel = LoadPanel(theme, str)
    qtbot.addWidget(panel)
    panel.show()
    panel.show_profile(RiseAndHold(60, 15, 30))
    return panel


def test_what_is_given_comes_back(panel: LoadPanel) -> None:
    assert panel.profile() == RiseAndHold(60, 15, 30)
    panel.show_profile(Constant(12, 90))
    assert panel.profile() == Constant(12, 90)


def test_a_shape_the_fields_cannot_say_is_kept_until_one_is_touched(panel: LoadPanel) -> None:
    steps = Steps(first_users=10, step_users=10, steps=2, step_s=10)
    panel.show_profile(steps)
    assert panel.profile() == steps
    panel.users_spin.selectAll()
    QTest.keyClicks(panel.users_spin, "30")
    assert panel.profile() == RiseAndHold(30, 0, 20)


def test_another_shape_is_chosen_by_mouse(panel: LoadPanel, qtbot: QtBot) -> None:
    first = panel.shape_segment.findChildren(QToolButton)[0]
    with qtbot.waitSignal(panel.changed):
        QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert panel.profile() == Constant(60, 30)
    assert not panel.rise_edit.isEnabled()


def test_no_time_at_all_cannot_be_run(panel: LoadPanel) -> None:
    panel.show_profile(RiseAndHold(60, 15, 30))
    for field in (panel.rise_edit, panel.hold_edit):
        field.selectAll()
        QTest.keyClicks(field, "0")
    with pytest.raises(StudioError):
        panel.profile()
