"""An arrival rate that is not kept is told."""

from studio.measurement.histogram import histogram_of
from studio.measurement.starts import StartTally


def test_starts_add_up() -> None:
    first, both = StartTally(), StartTally()
    first.add(100, 95, 5, histogram_of([1000] * 90 + [30_000] * 5))
    both.add(100, 100, 0, histogram_of([1000] * 100))
    both.merge(first)
    summary = both.summary()
    assert (summary.planned, summary.started, summary.missed) == (200, 195, 5)
    assert summary.late_max_ms == 30
    assert round(summary.late_p95_ms) == 1
    assert summary.is_bad
    assert not summary.is_doubtful


def test_a_few_starts_that_were_not_made_are_no_other_load() -> None:
    tally = StartTally()
    tally.add(200, 198, 2, histogram_of([25_000] * 198))
    assert not tally.summary().is_bad
    assert tally.summary().is_doubtful


def test_a_second_without_a_start_is_no_bad_one() -> None:
    summary = StartTally().summary()
    assert (summary.is_bad, summary.is_doubtful, summary.late_p95_ms) == (False, False, 0.0)
