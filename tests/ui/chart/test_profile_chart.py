"""A load before it is run, taken by its corners."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.scenario.limit_search import LimitSearch
from studio.scenario.load_profile import constant, rise_and_hold
from studio.scenario.load_shape import LoadShape
from studio.scenario.shapes import Drawing, Point, RiseAndHold
from tests.ui.run.heard import heard
from ui.chart.profile_chart import ProfileChart
from ui.theme.theme import Theme


@pytest.fixture
def chart(theme: Theme, qtbot: QtBot) -> ProfileChart:
    chart = ProfileChart(theme, str)
    qtbot.addWidget(chart)
    chart.resize(360, 150)
    chart.show()
    return chart


def test_the_corners_rise_and_hold(chart: ProfileChart) -> None:
    chart.show_profile(rise_and_hold(60, 15, 30))
    begin, top, end = chart.corners()
    assert begin.x() < top.x() < end.x()
    assert begin.y() > top.y() == end.y()


def test_it_says_what_it_draws(chart: ProfileChart) -> None:
    chart.show_profile(constant(12, 90))
    assert chart.accessibleDescription() == "Up to 12 virtual users, 1:30 long."
    drawn = chart.grab().toImage()
    chart.show_profile(None)
    assert chart.accessibleDescription() == ""
    assert chart.grab().toImage() != drawn


def test_a_corner_follows_the_mouse_and_the_axes_stay(chart: ProfileChart) -> None:
    chart.show_profile(RiseAndHold(60, 15, 30))
    told = heard(chart.load_changed, object)
    corner = chart.corners()[2].toPoint()
    QTest.mousePress(chart, Qt.MouseButton.LeftButton, pos=corner)
    QTest.mouseMove(chart, corner - QPoint(60, 0))
    moved = chart.corners()[2]
    QTest.mouseRelease(chart, Qt.MouseButton.LeftButton)
    assert abs(moved.x() - (corner.x() - 60)) < 12
    assert isinstance(told[-1], RiseAndHold)
    assert told[-1].hold_s < 30


def test_corners_are_moved_by_keys(chart: ProfileChart) -> None:
    chart.show_profile(RiseAndHold(60, 15, 30))
    told = heard(chart.load_changed, object)
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Up)
    assert isinstance(told[-1], RiseAndHold)
    assert told[-1].users > 60
    QTest.keyClick(chart, Qt.Key.Key_PageDown)
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert told[-1].hold_s > 30


def test_a_drawing_gets_and_loses_corners(chart: ProfileChart) -> None:
    drawing: LoadShape = Drawing((Point(30, 60), Point(90, 60)))
    chart.show_profile(drawing)
    told = heard(chart.load_changed, Drawing)
    between = (chart.corners()[1] + chart.corners()[2]) / 2 + QPointF(0, 30)
    QTest.mouseDClick(chart, Qt.MouseButton.LeftButton, pos=between.toPoint())
    assert len(told[-1].points) == 3
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Insert)
    assert len(told[-1].points) == 4
    QTest.keyClick(chart, Qt.Key.Key_Delete)
    assert len(told[-1].points) == 3


def test_a_search_is_only_expected_and_cannot_be_dragged(chart: ProfileChart) -> None:
    chart.show_profile(LimitSearch(10, 100, 30))
    told = heard(chart.load_changed, object)
    corner = chart.corners()[2].toPoint()
    QTest.mousePress(chart, Qt.MouseButton.LeftButton, pos=corner)
    QTest.mouseMove(chart, corner - QPoint(60, 0))
    QTest.mouseRelease(chart, Qt.MouseButton.LeftButton)
    assert not told
    assert chart.focusPolicy() is Qt.FocusPolicy.NoFocus
