"""What plain Locust is told at each second is what the studio wants then, within a step."""

import ast
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from studio.journey.sample import TALK
from studio.locustfile.check import find_forbidden
from studio.locustfile.emit import emit
from studio.locustfile.emit_shape import PLANNED_LOAD, emit_stages
from studio.locustfile.planning import plan_journeys
from studio.locustfile.planning_load import plan_stages
from studio.scenario.load_shape import LoadShape, UserShape
from tests.strategies import load_shapes, user_shapes


class Shape:
    """Stands in for Locust's own class: a clock that is set, and users that are counted."""

    now_s = 0.0
    users = 0

    def get_run_time(self) -> float:
        return self.now_s

    def get_current_user_count(self) -> int:
        return self.users


def made(load: UserShape) -> Any:  # noqa: ANN401  # generated code has no types
    source = emit_stages(plan_stages(load)) + "\n\n" + PLANNED_LOAD
    names: dict[str, Any] = {"LoadTestShape": Shape}
    exec(source, names)  # noqa: S102  # it is what is tested
    return names["PlannedLoad"]()


@settings(max_examples=50)
@given(user_shapes, st.lists(st.floats(0, 0.999), max_size=20))
def test_locust_wants_the_users_the_studio_wants(load: UserShape, shares: list[float]) -> None:
    shape, profile = made(load), load.profile()
    corners = {at_s for at_s, _ in profile.corners()}
    for at_s in (share * profile.duration_s for share in shares):
        shape.now_s, shape.users = at_s, 3
        users, per_s = shape.tick()
        if at_s not in corners:
            assert abs(users - profile.users_at(at_s)) <= 1
        assert per_s == max(1, abs(users - 3))  # all of them within this very second
    shape.now_s = profile.duration_s + 1e-3
    assert shape.tick() is None


@settings(max_examples=30)
@given(load_shapes)
def test_a_file_with_a_load_passes_the_check(load: LoadShape) -> None:
    text = emit(plan_journeys([(TALK, 1)], load=load))
    assert find_forbidden(text) == []
    ast.parse(text)


def test_without_a_load_there_is_no_shape() -> None:
    assert "Shape" not in emit(plan_journeys([(TALK, 1)]))
