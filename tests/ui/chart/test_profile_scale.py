"""Where a load lies on the screen."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRect

from ui.chart.profile_scale import ProfileScale

PLACE = QRect(0, 0, 360, 160)
corners = st.lists(st.tuples(st.floats(0.1, 1e5), st.floats(0, 1e6)), min_size=1, max_size=6).map(
    lambda them: ((0.0, 0.0), *sorted(them))
)


@given(corners)
def test_there_and_back_is_one_step_at_most(line: tuple[tuple[float, float], ...]) -> None:
    scale = ProfileScale.of(line, PLACE)
    for (at_s, value), point in zip(scale.corners, scale.points(), strict=True):
        back_s, back = scale.value_at(point)
        assert abs(back_s - at_s) <= scale.step_s
        assert abs(back - value) <= scale.step


def test_a_corner_is_found_within_reach() -> None:
    scale = ProfileScale.of(((0, 0), (60, 50), (120, 50)), PLACE)
    near = scale.points()[2] + QPointF(3, 4)
    assert scale.corner_at(near, 10) == 2
    assert scale.corner_at(near, 2) is None
    assert scale.corner_at(scale.points()[0], 2) is None  # where every load begins


def test_a_point_outside_is_taken_to_the_edge() -> None:
    scale = ProfileScale.of(((0, 0), (100, 50)), PLACE)
    at_s, value = scale.value_at(QPointF(9999, 9999))
    assert at_s >= 100
    assert value == 0
