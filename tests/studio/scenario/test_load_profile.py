"""Users follow the profile, and a profile that cannot be run is refused."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.scenario.load_profile import (
    LoadProfile,
    LoadProfileError,
    Stage,
    constant,
    rise_and_hold,
)

stages = st.lists(
    st.builds(Stage, st.floats(0.1, 1000), st.integers(0, 10_000)), min_size=1, max_size=6
).map(tuple)


@given(stages, st.floats(0, 1))
def test_users_stay_between_the_corners(parts: tuple[Stage, ...], share: float) -> None:
    profile = LoadProfile(parts)
    at_s = share * profile.duration_s
    assert 0 <= profile.users_at(at_s) <= profile.most_users


@given(stages)
def test_each_corner_is_reached(parts: tuple[Stage, ...]) -> None:
    profile = LoadProfile(parts)
    for at_s, users in profile.corners()[:-1]:
        assert profile.users_at(at_s) == users


def test_a_constant_load_is_there_from_the_first_moment_to_the_last() -> None:
    profile = constant(40, 30)
    assert [profile.users_at(at_s) for at_s in (0, 15, 30, 30.1, -1)] == [40, 40, 40, 0, 0]
    assert profile.duration_s == 30


def test_a_rise_is_straight_and_a_hold_is_flat() -> None:
    profile = rise_and_hold(100, rise_s=10, hold_s=20, fall_s=10)
    assert [profile.users_at(at_s) for at_s in (0, 5, 10, 30, 35, 40)] == [0, 50, 100, 100, 50, 0]


@pytest.mark.parametrize(
    "parts",
    [
        (),
        (Stage(0, 5),),
        (Stage(-1, 5), Stage(10, 5)),
        (Stage(10, -1),),
        (Stage(10, 2_000_000),),
        (Stage(math.inf, 1),),
        (Stage(math.nan, 1),),
    ],
)
def test_what_cannot_be_run_is_refused(parts: tuple[Stage, ...]) -> None:
    with pytest.raises(LoadProfileError):
        LoadProfile(parts)
