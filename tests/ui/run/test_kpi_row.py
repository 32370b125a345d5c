"""The five numbers of a run."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from studio.measurement.starts import StartSummary
from studio.scenario.shapes import Constant
from tests.ui.run.sample_run import GOALS, make_finished, make_snapshot
from ui.chart.course import course
from ui.run.kpi_row import KpiRow
from ui.theme.theme import Theme
from ui.widget.figures import count, milliseconds


@pytest.fixture
def row(theme: Theme, qtbot: QtBot) -> KpiRow:
    row = KpiRow(theme, str)
    qtbot.addWidget(row)
    row.begin(GOALS, Constant(60, 45))
    return row


def test_live_it_tells_the_last_seconds_and_afterwards_the_whole(row: KpiRow) -> None:
    live = make_snapshot(40)
    row.show_snapshot(live, course(live.timeline))
    assert count(round(live.recent.p95_ms)) in row.kpi_slow.accessibleName()
    over = make_finished()
    row.show_snapshot(over, course(over.timeline))
    assert count(round(over.total.p95_ms)) in row.kpi_slow.accessibleName()


def test_a_second_that_was_lost_hides_no_number(row: KpiRow) -> None:
    over = make_finished()
    points = [replace(point, is_gap=point.at_s == 3) for point in over.timeline]
    row.show_snapshot(over, course(points))
    most = max(point.users for point in points if not point.is_gap)
    assert count(most) in row.kpi_users.accessibleName()


def test_each_number_has_its_goal_in_words(row: KpiRow) -> None:
    live = make_snapshot(40)
    row.show_snapshot(live, course(live.timeline))
    assert f"goal: {milliseconds(500)} or less" in row.kpi_slow.accessibleName()
    assert "planned: 60" in row.kpi_users.accessibleName()


def test_starts_are_held_against_those_that_were_due(row: KpiRow) -> None:
    live = replace(make_snapshot(40), starts=StartSummary(120, 117, 3, 4.0, 9.0))
    row.show_snapshot(live, course(live.timeline))
    assert "117 of 120 starts" in row.kpi_users.accessibleName()


def test_before_the_first_request_there_is_no_number_and_no_judgement(row: KpiRow) -> None:
    live = make_snapshot(0)
    row.show_snapshot(live, course(live.timeline))
    assert "\u2013" in row.kpi_typical.accessibleName()
