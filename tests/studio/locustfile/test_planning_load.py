"""Users over time become stages; what Locust has no shape for is said."""

from hypothesis import given

from studio.locustfile.planning_load import note_of, plan_stages
from studio.scenario.arrival_rate import constant_rate
from studio.scenario.limit_search import LimitSearch
from studio.scenario.load_shape import LoadShape, UserShape
from studio.scenario.shapes import Constant, Steps
from tests.strategies import load_shapes, user_shapes


@given(user_shapes)
def test_stages_take_time_and_follow_each_other(load: UserShape) -> None:
    stages = plan_stages(load)
    moments = [stage.until_s for stage in stages]
    assert moments == sorted(set(moments))
    assert moments[-1] == load.profile().corners()[-1][0]
    assert max(max(it.first_users, it.last_users) for it in stages) <= load.most_users


@given(load_shapes)
def test_a_load_has_stages_or_a_reason_why_not(load: LoadShape) -> None:
    assert bool(plan_stages(load)) != bool(note_of(load))


def test_a_jump_is_where_two_stages_meet() -> None:
    told = [(it.until_s, it.first_users, it.last_users) for it in plan_stages(Constant(9, 30))]
    assert told == [(30, 9, 9)]
    steps = plan_stages(Steps(4, 4, steps=2, step_s=10))
    assert [(it.until_s, it.first_users, it.last_users) for it in steps] == [(10, 4, 4), (20, 8, 8)]


def test_the_reason_has_numbers() -> None:
    assert "12.5 journeys a second, for 60 s" in note_of(constant_rate(12.5, 60, 10))
    assert "from 5 users to 80" in note_of(LimitSearch(5, 80))
