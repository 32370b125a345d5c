"""Requests and users over the time of a run."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from tests.ui.run.sample_run import make_timeline
from ui.chart.course import course
from ui.chart.legend_key import NO_VALUE
from ui.chart.run_axis import RunAxis
from ui.chart.throughput_chart import ThroughputChart
from ui.theme.theme import Theme


def make_chart(theme: Theme, qtbot: QtBot) -> tuple[ThroughputChart, RunAxis]:
    axis = RunAxis()
    axis.plan(45)
    axis.grow(39)
    chart = ThroughputChart(theme, str, axis)
    qtbot.addWidget(chart)
    chart.resize(700, 140)
    chart.begin(60)
    chart.feed(course(make_timeline(40)), ())
    return chart, axis


def test_the_legend_follows_the_cursor(theme: Theme, qtbot: QtBot) -> None:
    chart, axis = make_chart(theme, qtbot)
    points = make_timeline(40)
    assert f"requests/s {points[-1].requests}" in chart.key.text
    axis.move_cursor(5)
    assert f"users {points[5].users}" in chart.key.text
    assert "0:05" in chart.plot.accessibleDescription()


def test_planned_users_fit_from_the_start(theme: Theme, qtbot: QtBot) -> None:
    chart, _axis = make_chart(theme, qtbot)
    chart.begin(1200)
    top = chart.plot.top
    assert top == 1500


def test_a_second_that_was_lost_has_no_number(theme: Theme, qtbot: QtBot) -> None:
    chart, axis = make_chart(theme, qtbot)
    points = [replace(point, is_gap=point.at_s == 5) for point in make_timeline(40)]
    chart.feed(course(points), ())
    axis.move_cursor(5)
    assert f"users {NO_VALUE}" in chart.key.text
