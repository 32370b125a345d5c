"""Every kind of load can be kept, read again, and looked at before it is run."""

import json

import pytest
from hypothesis import given

from studio.practice.practising import practice_scenario
from studio.scenario.arrival_rate import ArrivalRate, constant_rate, rising_rate
from studio.scenario.limit_search import LimitSearch
from studio.scenario.load_profile import LoadProfile, Stage, rise_and_hold
from studio.scenario.load_shape import (
    LoadShape,
    Unit,
    UserShape,
    planned_starts,
    planned_users,
    preview,
    shape_of,
)
from studio.scenario.scenario import Scenario
from studio.scenario.shapes import Constant, Drawing, Point, RiseAndHold, Steps
from studio.typed_json import read, write
from tests.strategies import arrival_rates, load_shapes, user_shapes


@given(load_shapes)
def test_every_kind_survives_being_kept(load: LoadShape) -> None:
    assert read(LoadShape, json.loads(json.dumps(write(load)))) == load


def test_a_scenario_from_the_time_before_there_were_kinds_is_still_read() -> None:
    document = write(practice_scenario())
    document["load"] = {
        "stages": [{"duration_s": 15.0, "users": 60}, {"duration_s": 30, "users": 60}]
    }
    scenario: Scenario = read(Scenario, document)
    assert scenario.load == rise_and_hold(60, 15, 30)
    assert shape_of(scenario.load) == RiseAndHold(60, 15, 30)


@given(user_shapes)
def test_a_load_becomes_editable_without_becoming_another(load: UserShape) -> None:
    shape = shape_of(load)
    assert shape == load or isinstance(load, LoadProfile)
    assert not isinstance(shape, ArrivalRate | LimitSearch)
    drawn, before = shape.profile(), load.profile()
    assert drawn.duration_s == pytest.approx(before.duration_s)
    assert [users for _, users in drawn.corners()] == [users for _, users in before.corners()]


@pytest.mark.parametrize(
    ("stages", "shape"),
    [
        ([(0, 9), (20, 9)], Constant(9, 20)),
        ([(5, 9), (20, 9)], RiseAndHold(9, 5, 20)),
        ([(5, 9), (20, 9), (3, 0)], RiseAndHold(9, 5, 20, 3)),
        ([(5, 9), (20, 12)], Drawing((Point(5, 9), Point(25, 12)))),
        ([(5, 9), (20, 9), (3, 4)], Drawing((Point(5, 9), Point(25, 9), Point(28, 4)))),
    ],
)
def test_an_old_profile_is_recognised(stages: list[tuple[float, int]], shape: LoadShape) -> None:
    assert shape_of(LoadProfile(tuple(Stage(*stage) for stage in stages))) == shape


def test_users_are_planned_second_by_second() -> None:
    assert planned_users(Steps(2, 3, steps=3, step_s=2)) == (2, 2, 5, 5, 8, 8)
    assert planned_users(RiseAndHold(10, 4, 1.5)) == (1, 4, 6, 9, 10, 10)


def test_starts_are_planned_second_by_second() -> None:
    assert planned_starts(constant_rate(3, 2.5, 10)) == (3, 3, 1)
    assert planned_starts(rising_rate(4, 4, 6, 10)) == (0, 2, 2, 4, 4, 4)


@given(arrival_rates)
def test_no_planned_start_is_lost_to_rounding(load: ArrivalRate) -> None:
    assert abs(sum(planned_starts(load)) - load.starts_until(load.duration_s)) <= 1


def test_a_preview_says_what_it_shows() -> None:
    search = preview(LimitSearch(10, 100))
    assert (search.unit, search.is_search, search.most) == (Unit.USERS, True, 100)
    rate = preview(constant_rate(50, 20, 100))
    assert (rate.unit, rate.is_search, rate.most, rate.doubts) == (Unit.STARTS_PER_S, False, 50, ())


def test_a_pool_too_small_for_its_rate_is_doubted() -> None:
    (doubt,) = preview(constant_rate(50, 20, most_users=20)).doubts
    assert "takes less than 0.4 s" in str(doubt)
