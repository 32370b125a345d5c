"""Response times over the time of a run."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.measurement.timeline import Point
from tests.ui.run.sample_run import make_timeline
from ui.chart.course import course
from ui.chart.response_chart import ResponseChart
from ui.chart.run_axis import RunAxis
from ui.theme.theme import Theme
from ui.widget.figures import milliseconds


@pytest.fixture
def axis() -> RunAxis:
    axis = RunAxis()
    axis.plan(45)
    axis.grow(39)
    return axis


@pytest.fixture
def chart(theme: Theme, axis: RunAxis, qtbot: QtBot) -> ResponseChart:
    chart = ResponseChart(theme, str, axis)
    qtbot.addWidget(chart)
    chart.resize(700, 160)
    chart.begin(500)
    chart.feed(course(make_timeline(40)), ())
    return chart


def test_the_legend_tells_the_newest_second(chart: ResponseChart) -> None:
    newest = make_timeline(40)[-1].p95_ms
    assert newest is not None
    assert f"p95 {milliseconds(newest)}" in chart.key.text
    assert f"goal p95 {milliseconds(500)}" in chart.key.text


def test_under_the_cursor_it_tells_that_second(chart: ResponseChart, axis: RunAxis) -> None:
    axis.move_cursor(12)
    QTest.keyClick(chart.plot, Qt.Key.Key_Left)
    at_11 = make_timeline(40)[11].median_ms
    assert at_11 is not None
    assert f"median {milliseconds(at_11)}" in chart.key.text
    assert "0:11" in chart.plot.accessibleDescription()


def test_a_second_without_requests_has_no_value(chart: ResponseChart, axis: RunAxis) -> None:
    points = list(make_timeline(40))
    points[20] = Point(20, 0, 0, 40, None, None, None)
    chart.feed(course(points), ())
    axis.move_cursor(20)
    assert "median \u2013" in chart.key.text


def test_the_values_only_grow(chart: ResponseChart) -> None:
    def top() -> float:
        return chart.plot.top

    points = make_timeline(40)
    chart.feed(course([replace(points[0], p99_ms=4000.0), *points[1:]]), ())
    assert top() == 5000
    chart.feed(course(points), ())
    assert top() == 5000
    chart.begin(500)
    assert top() < 1000


def test_before_the_first_second_it_says_so(theme: Theme, qtbot: QtBot) -> None:
    chart = ResponseChart(theme, str, RunAxis())
    qtbot.addWidget(chart)
    chart.begin(None)
    assert chart.plot.accessibleDescription() == "Nothing has been measured yet."
    assert "goal" not in chart.key.text
