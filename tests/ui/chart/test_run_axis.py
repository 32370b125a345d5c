"""Run time, what is seen of it, and the cursor."""

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.run.heard import heard
from ui.chart.run_axis import RunAxis


@pytest.fixture
def axis() -> RunAxis:
    axis = RunAxis()
    axis.plan(600)
    return axis


def visible(axis: RunAxis) -> tuple[float, float]:
    return axis.first_s, axis.last_s


def test_the_planned_length_is_seen_from_the_start(axis: RunAxis) -> None:
    assert visible(axis) == (0, 600)


def test_a_run_that_takes_longer_makes_the_axis_longer(axis: RunAxis) -> None:
    axis.grow(640)
    assert visible(axis) == (0, 640)


def test_the_last_minutes_follow_the_run(axis: RunAxis) -> None:
    axis.show_last(120)
    assert visible(axis) == (0, 120)
    axis.grow(384)
    assert visible(axis) == (264, 384)
    axis.show_last(None)
    assert visible(axis) == (0, 600)


def test_a_range_longer_than_the_run_is_the_whole_run(axis: RunAxis) -> None:
    axis.plan(45)
    axis.show_last(120)
    assert visible(axis) == (0, 45)


def test_zooming_keeps_the_moment_under_the_pointer(axis: RunAxis) -> None:
    axis.zoom(0.5, 150)
    assert visible(axis) == (75, 375)
    axis.zoom(100, 150)
    assert visible(axis) == (0, 600)
    axis.zoom(0.0001, 600)
    assert visible(axis) == (590, 600)


def test_the_cursor_stays_in_what_is_known(axis: RunAxis, qtbot: QtBot) -> None:
    axis.grow(20)
    moved = heard(axis.cursor_moved, object)
    axis.move_cursor(12.4)
    assert moved == [12]
    with qtbot.assertNotEmitted(axis.cursor_moved):
        axis.move_cursor(12)
    axis.move_cursor(33)
    assert axis.cursor is None


def test_steps_begin_at_the_newest_second_and_stop_at_the_ends(axis: RunAxis) -> None:
    axis.grow(20)
    seen: list[int | None] = []
    for by_s in (-1, -1, -10, -10, 10, 10, 10):
        axis.step_cursor(by_s)
        seen.append(axis.cursor)
    assert seen == [20, 19, 9, 0, 10, 20, 20]


def test_a_new_plan_forgets_the_cursor(axis: RunAxis) -> None:
    axis.grow(20)
    axis.move_cursor(3)
    axis.plan(45)
    assert axis.cursor is None
    assert axis.known_s == 0
