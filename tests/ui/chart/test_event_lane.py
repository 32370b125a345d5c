"""Flags on the time axis."""

import pytest
from pytestqt.qtbot import QtBot

from ui.chart.event_lane import EventLane, Flag, cut
from ui.chart.run_axis import RunAxis
from ui.chart.time_plot import TimePlot
from ui.theme.icons import Icon
from ui.theme.theme import Theme

FLAGS = (
    Flag(10, "Users changed to 30", Icon.USERS, "accent"),
    Flag(14, "First failure: GET /todos", Icon.BAD, "bad"),
)


@pytest.fixture
def lane(theme: Theme, qtbot: QtBot) -> EventLane:
    axis = RunAxis()
    axis.plan(45)
    axis.grow(40)
    plot = TimePlot(theme, axis, has_times=False)
    lane = EventLane(theme, str, axis, plot)
    for widget in (plot, lane):
        qtbot.addWidget(widget)
        widget.resize(600, 100)
    return lane


def test_a_flag_ends_where_the_next_begins(lane: EventLane) -> None:
    lane.show_flags(FLAGS)
    first, second = lane.rooms()
    assert first.right() < second.left()
    assert second.width() > first.width()


@pytest.mark.usefixtures("lane")
def test_a_text_without_room_is_left_out() -> None:
    assert cut("Users changed to 30", 20) == ""
    assert cut("Users changed to 30", 60).endswith("…")
    assert cut("Users changed to 30", 400) == "Users changed to 30"


def test_readers_hear_all_of_it(lane: EventLane) -> None:
    lane.show_flags(FLAGS)
    said = lane.accessibleDescription()
    assert said == "0:10 Users changed to 30; 0:14 First failure: GET /todos"
    lane.show_flags(())
    assert lane.rooms() == ()


def test_it_is_painted(lane: EventLane) -> None:
    empty = lane.grab().toImage()
    lane.show_flags(FLAGS)
    assert lane.grab().toImage() != empty
