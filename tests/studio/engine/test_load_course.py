"""Starts are told and kept as they were added up."""

from hypothesis import given
from hypothesis import strategies as st

from studio.engine.load_course import starts_of
from studio.measurement.histogram import histogram_of
from studio.measurement.starts import StartTally
from studio.run.reading import read_starts

counts = st.integers(0, 1000)


@given(counts, counts, counts, st.lists(st.integers(0, 2_000_000), max_size=20))
def test_starts_survive_being_told(
    planned: int, started: int, missed: int, late: list[int]
) -> None:
    tally = StartTally()
    tally.add(planned, started, missed, histogram_of(late))
    assert read_starts(starts_of(tally)).summary() == tally.summary()
