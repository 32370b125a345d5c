"""The plot all charts are made of, driven by mouse and keys."""

# pyright: basic
# pyqtgraph has no type stubs.

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.chart.mark import Mark
from ui.chart.run_axis import RunAxis
from ui.chart.stroke import Stroke
from ui.chart.time_plot import LEFT_PX, TimePlot
from ui.theme.theme import Theme

SECONDS = np.arange(101, dtype=float)


@pytest.fixture
def axis() -> RunAxis:
    axis = RunAxis()
    axis.plan(200)
    return axis


@pytest.fixture
def plot(theme: Theme, axis: RunAxis, qtbot: QtBot) -> TimePlot:
    plot = TimePlot(theme, axis, has_times=True)
    qtbot.addWidget(plot)
    plot.resize(652, 200)
    plot.show()
    curve = plot.add_curve(Stroke("s_p95"))
    axis.grow(100)
    plot.set_values(10, (0, 5), str)
    plot.feed(curve, SECONDS, SECONDS / 10)
    qtbot.waitExposed(plot)
    return plot


def test_a_plot_begins_right_of_its_values(plot: TimePlot) -> None:
    assert plot.x_of(0) == pytest.approx(LEFT_PX, abs=3)
    assert plot.moment_at(plot.x_of(60)) == pytest.approx(60)


def test_the_mouse_moves_the_cursor_and_takes_it_away(
    plot: TimePlot, axis: RunAxis, qtbot: QtBot
) -> None:
    QTest.mouseMove(plot.viewport(), QPoint(round(plot.x_of(40)), 50))
    qtbot.waitUntil(lambda: axis.cursor == 40)
    QTest.mouseMove(plot.viewport(), QPoint(round(plot.x_of(150)), 50))
    qtbot.waitUntil(lambda: axis.cursor is None)


def test_arrows_move_the_cursor_by_1_and_10_seconds(plot: TimePlot, axis: RunAxis) -> None:
    QTest.keyClick(plot, Qt.Key.Key_Left)
    QTest.keyClick(plot, Qt.Key.Key_Left)
    assert axis.cursor == 99
    QTest.keyClick(plot, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert axis.cursor == 89
    QTest.keyClick(plot, Qt.Key.Key_Right)
    assert axis.cursor == 90
    QTest.keyClick(plot, Qt.Key.Key_Escape)
    assert axis.cursor is None


def test_plus_minus_and_0_zoom_time(plot: TimePlot, axis: RunAxis) -> None:
    QTest.keyClick(plot, Qt.Key.Key_Plus)
    assert (axis.first_s, axis.last_s) == (50, 150)
    QTest.keyClick(plot, Qt.Key.Key_0)
    assert (axis.first_s, axis.last_s) == (0, 200)


def test_a_press_and_a_drag_change_nothing_but_the_focus(plot: TimePlot, axis: RunAxis) -> None:
    place = QPoint(round(plot.x_of(40)), 50)
    QTest.mousePress(plot.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseMove(plot.viewport(), place + QPoint(120, 40))
    QTest.mouseRelease(plot.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (axis.first_s, axis.last_s) == (0, 200)
    assert plot.top == 10


@pytest.mark.parametrize("with_ctrl", [True, False])
def test_only_ctrl_and_wheel_zoom(plot: TimePlot, axis: RunAxis, with_ctrl: bool) -> None:
    none, ctrl = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
    place = QPointF(plot.x_of(50), 50)
    event = QWheelEvent(
        place,
        QPointF(plot.mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        ctrl if with_ctrl else none,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(plot.viewport(), event)
    assert (axis.last_s - axis.first_s < 200) == with_ctrl


def test_a_long_line_is_drawn_thin_and_short(plot: TimePlot) -> None:
    hour = np.arange(3600, dtype=float)
    plot.feed(0, hour, hour)
    item: Any = plot._curves[0][0]  # noqa: SLF001
    stroke = plot._curves[0][1]  # noqa: SLF001
    assert item.opts["pen"].widthF() == 1.0
    assert len(item.xData) < 2000
    plot.feed(0, SECONDS, SECONDS)
    assert item.opts["pen"].widthF() == stroke.width_px * plot.devicePixelRatioF()


def test_marks_and_untrusted_seconds_are_painted(plot: TimePlot) -> None:
    before = plot.grab().toImage()
    plot.set_marks((Mark(50, Stroke("bad")), Mark(5, Stroke("text3"), is_level=True)))
    marked = plot.grab().toImage()
    plot.set_bad_seconds(range(10, 30))
    assert before != marked != plot.grab().toImage()


def test_a_change_of_theme_is_seen_at_once(plot: TimePlot, theme: Theme) -> None:
    plot._dress()  # noqa: SLF001
    assert plot.backgroundBrush().color().name().upper() == theme.tokens.surface.upper()


def test_right_to_left_windows_leave_time_alone(theme: Theme, axis: RunAxis, qtbot: QtBot) -> None:
    plot = TimePlot(theme, axis, has_times=False)
    qtbot.addWidget(plot)
    assert plot.layoutDirection() == Qt.LayoutDirection.LeftToRight
    item: Any = plot.getPlotItem()
    assert item.layoutDirection() == Qt.LayoutDirection.LeftToRight
