"""The charts of a run on one time axis."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from studio.run.event import EventKind, RunEvent
from tests.ui.run.sample_run import GOALS, make_finished, make_setup, make_snapshot
from ui.chart.course import course
from ui.run.charts_panel import ChartsPanel, flag
from ui.theme.theme import Theme
from ui.widget.figures import milliseconds, rate


@pytest.fixture
def panel(theme: Theme, qtbot: QtBot) -> ChartsPanel:
    panel = ChartsPanel(theme, str)
    qtbot.addWidget(panel)
    panel.resize(900, 420)
    panel.begin(make_setup().scenario.load, GOALS)
    live = make_snapshot(40)
    panel.show_snapshot(live, course(live.timeline))
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def test_one_cursor_for_all_charts(panel: ChartsPanel, qtbot: QtBot) -> None:
    plot = panel.chart_times.plot
    QTest.mouseMove(plot.viewport(), QPoint(round(plot.x_of(12)), 40))
    qtbot.waitUntil(lambda: panel.axis.cursor == 12)
    assert "0:12" in panel.chart_times.plot.accessibleDescription()
    assert "0:12" in panel.chart_throughput.plot.accessibleDescription()
    QTest.keyClick(panel.chart_throughput.plot, Qt.Key.Key_Right)
    assert "0:13" in panel.chart_times.plot.accessibleDescription()


def test_the_axis_has_the_planned_length_from_the_start(panel: ChartsPanel) -> None:
    assert (panel.axis.first_s, panel.axis.last_s) == (0, 45)
    assert panel.axis.known_s == 39


def test_a_range_follows_a_long_run(panel: ChartsPanel) -> None:
    setup = make_setup(length_s=600.0)
    panel.begin(setup.scenario.load, GOALS)
    live = make_snapshot(400, setup=setup)
    panel.show_snapshot(live, course(live.timeline))
    two_minutes = panel.range_segment.findChildren(QToolButton)[0]
    QTest.mouseClick(two_minutes, Qt.MouseButton.LeftButton)
    assert (panel.axis.first_s, panel.axis.last_s) == (279, 399)


def test_a_generator_that_is_the_limit_is_told(panel: ChartsPanel) -> None:
    assert not panel.generator_bar.isVisible()
    bad = make_finished(trusted=False)
    panel.show_snapshot(bad, course(bad.timeline))
    assert panel.generator_bar.isVisible()


@pytest.mark.parametrize("kind", EventKind)
def test_every_event_has_a_flag(kind: EventKind) -> None:
    shown = flag(RunEvent(3.0, kind, "x"), str)
    assert shown.at_s == 3.0
    assert shown.text


def test_without_a_cursor_a_finished_runs_legend_says_what_it_came_to(panel: ChartsPanel) -> None:
    finished = make_finished()
    panel.show_snapshot(finished, course(finished.timeline))
    assert milliseconds(finished.total.p95_ms) in panel.chart_times.key.text
    assert rate(finished.total.requests_per_s) in panel.chart_throughput.key.text
