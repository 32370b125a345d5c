"""Corners of loads, taken elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.scenario.arrival_rate import ArrivalRate, rising_rate
from studio.scenario.limit_search import LimitSearch
from studio.scenario.load_shape import LoadShape, shape_of
from studio.scenario.moving import add_point, can_move, move_corner, remove_point
from studio.scenario.shapes import Constant, Drawing, Point, RiseAndHold, Spike, Steps
from tests.strategies import arrival_rates, user_shapes


@given(user_shapes | arrival_rates, st.data())
def test_any_corner_may_be_taken_anywhere(load: LoadShape, data: st.DataObject) -> None:
    shape = shape_of(load)
    corner = data.draw(st.integers(1, len(shape.corners()) - 1))
    at_s, value = data.draw(st.floats(0, 1e5)), data.draw(st.floats(0, 20_000))
    moved = move_corner(load, corner, at_s, value)
    assert type(moved) is type(shape)
    times = [moment for moment, _ in moved.corners()]
    assert times == sorted(times)


@given(arrival_rates | user_shapes, st.data())
def test_a_corner_put_where_it_is_changes_nothing_that_is_seen(
    load: LoadShape, data: st.DataObject
) -> None:
    shape = shape_of(load)
    if shape.duration_s < 2 or shape.corners()[-1][1] < 1:
        return
    corner = data.draw(st.integers(1, len(shape.corners()) - 1))
    at_s, value = shape.corners()[corner]
    moved = move_corner(load, corner, at_s, value).corners()[corner]
    assert moved[0] == pytest.approx(at_s, abs=2)


@pytest.mark.parametrize(
    ("load", "corner", "to", "moved"),
    [
        (Constant(5, 60), 2, (90, 8), Constant(8, 90)),
        (RiseAndHold(60, 15, 30), 1, (20, 80), RiseAndHold(80, 20, 25)),
        (RiseAndHold(60, 15, 30), 2, (75, 60), RiseAndHold(60, 15, 60)),
        (RiseAndHold(60, 15, 30, 5), 3, (60, 0), RiseAndHold(60, 15, 30, 15)),
        (Steps(10, 10, 3, 30), 3, (30, 40), Steps(10, 30, 3, 30)),
        (Steps(10, 10, 3, 30), 2, (45, 20), Steps(20, 10, 3, 45)),
        (Spike(10, 50, 60, 10, 60, 60), 4, (150, 90), Spike(10, 90, 60, 10, 80, 60)),
        (Drawing((Point(9, 5), Point(20, 5))), 1, (99, 7), Drawing((Point(20, 7), Point(20, 5)))),
        (rising_rate(5, 10, 60, 50), 1, (20, 8), rising_rate(8, 20, 60, 50)),
    ],
)
def test_what_belongs_together_moves_together(
    load: LoadShape, corner: int, to: tuple[float, float], moved: LoadShape
) -> None:
    assert move_corner(load, corner, *to) == moved


def test_a_drawing_gets_and_loses_points() -> None:
    drawing = Drawing((Point(10, 5), Point(30, 5)))
    more = add_point(drawing, 20, 9)
    assert more.points == (Point(10, 5), Point(20, 9), Point(30, 5))
    assert remove_point(more, 2) == drawing
    assert remove_point(Drawing((Point(10, 5),)), 1) == Drawing((Point(10, 5),))


def test_a_search_has_no_corners_of_its_own() -> None:
    assert not can_move(LimitSearch(1, 10))
    assert can_move(ArrivalRate(rising_rate(5, 10, 60, 50).stages, 9))
