"""A drawn load as text."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.scenario.drawing_text import read_drawing, write_drawing
from studio.scenario.load_profile import LoadProfileError
from studio.scenario.shapes import Drawing, Point

points = st.builds(Point, st.integers(1, 86_400_000).map(lambda ms: ms / 1000), st.integers(0, 999))
drawings = st.lists(points, min_size=1, max_size=9).map(
    lambda them: Drawing(tuple(sorted(them, key=lambda it: it.at_s)))
)


@given(drawings)
def test_what_is_written_is_read_back(drawing: Drawing) -> None:
    assert read_drawing(write_drawing(drawing)) == drawing


def test_it_is_written_as_people_would() -> None:
    drawing = Drawing((Point(30, 60), Point(90.5, 60), Point(3600, 0)))
    assert write_drawing(drawing) == "0:30 60, 1:30.5 60, 1:00:00 0"
    assert read_drawing(" 30 60,1:30.5 60 , 1:00:00 0,") == drawing


@pytest.mark.parametrize("text", ["", "60", "0:30", "0:30 many", "1:00 5, 0:30 5", "0:00 5", "x"])
def test_what_cannot_be_run_is_refused(text: str) -> None:
    with pytest.raises(LoadProfileError):
        read_drawing(text)


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(LoadProfileError):
        assert read_drawing(text).points
