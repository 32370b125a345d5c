"""Shapes are drawn out into users over time, and impossible ones are refused with the reason."""

from collections.abc import Callable

import pytest
from hypothesis import given

from studio.scenario.load_profile import LoadProfileError
from studio.scenario.load_shape import UserShape
from studio.scenario.shapes import (
    Constant,
    Drawing,
    Point,
    RiseAndHold,
    Soak,
    Spike,
    Steps,
    rise_within,
)
from tests.strategies import user_shapes


@given(user_shapes)
def test_a_shape_says_what_its_profile_says(shape: UserShape) -> None:
    profile = shape.profile()
    assert shape.duration_s == profile.duration_s
    assert shape.most_users == profile.most_users
    assert shape.corners() == profile.corners()


def test_a_rise_takes_the_first_third_of_a_given_length() -> None:
    assert rise_within(60, 45) == RiseAndHold(60, 15, 30)


def test_steps_are_equally_long_and_high() -> None:
    steps = Steps(first_users=10, step_users=5, steps=3, step_s=20, rise_s=4)
    assert steps.corners() == ((0, 0), (4, 10), (20, 10), (24, 15), (40, 15), (44, 20), (60, 20))
    down = Steps(first_users=10, step_users=-5, steps=3, step_s=20)
    assert [down.profile().users_at(at_s) for at_s in (1, 21, 41)] == [10, 5, 0]


def test_a_spike_returns_to_where_it_came_from() -> None:
    spike = Spike(users=10, peak_users=50, before_s=20, rise_s=2, peak_s=5, after_s=13)
    moments_s = (0, 20, 21, 22, 27, 29, 42)
    assert [spike.profile().users_at(s) for s in moments_s] == [10, 10, 30, 50, 50, 10, 10]
    assert spike.duration_s == 42


def test_a_soak_rises_and_holds() -> None:
    soak = Soak(users=30, rise_s=60, hold_s=7200)
    assert soak.corners() == RiseAndHold(30, 60, 7200).corners() == ((0, 0), (60, 30), (7260, 30))


def test_a_drawing_goes_through_its_points_and_may_jump() -> None:
    drawing = Drawing((Point(0, 5), Point(10, 25), Point(10, 8), Point(20, 8)))
    assert [drawing.profile().users_at(s) for s in (0, 5, 15, 20)] == [5, 15, 8, 8]
    assert Drawing((Point(8, 4),)).corners() == ((0, 0), (8, 4))


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda: Constant(5, 0), "0 s"),
        (lambda: Constant(-5, 10), "no possible users"),
        (lambda: RiseAndHold(5, 10, -1), "negative length"),
        (lambda: RiseAndHold(5, 0, 0), "0 s"),
        (lambda: Soak(5, 600, 60), "holds only 60 s"),
        (lambda: Steps(5, 5, 3, step_s=10, rise_s=12), "takes 10 s, and its rise alone takes 12 s"),
        (lambda: Steps(5, 5, 0, step_s=10), "0 steps"),
        (lambda: Steps(5, -5, 3, step_s=10), "no possible users"),
        (lambda: Spike(5, 5, 10, 1, 10, 10), "from 5 to 5 users"),
        (lambda: Drawing(()), "0 points"),
        (lambda: Drawing((Point(10, 5), Point(9, 5))), "at 9 s follows one at 10 s"),
        (lambda: Drawing((Point(0, 5),)), "0 s"),
    ],
)
def test_an_impossible_shape_is_refused_with_the_reason(
    make: Callable[[], UserShape], reason: str
) -> None:
    with pytest.raises(LoadProfileError) as refused:
        make()
    assert reason in str(refused.value.happened)
    assert str(refused.value.remedy)
