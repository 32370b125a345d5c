"""A run grows second by second, and what comes late still counts."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.measurement.generator_health import GeneratorHealth
from studio.measurement.histogram import histogram_of
from studio.measurement.outcome import Outcome
from studio.measurement.starts import StartTally
from studio.run.fold import RunFold, SecondPlan
from tests.builders import make_measurement
from tests.reference import summarise

endpoints = st.sampled_from(("GET /a", "GET /b", "POST /c"))
measured = st.lists(
    st.tuples(st.integers(0, 90), endpoints, st.integers(1, 5000), st.booleans()), max_size=60
)


@given(measured)
def test_folding_is_summing_up_in_any_order(
    rows: list[tuple[int, str, int, bool]],
) -> None:
    fold = RunFold()
    all_rows = [make_measurement(at_s, name, ms) for at_s, name, ms, _ in rows]
    for second in range(91):
        on_time = [m for m, row in zip(all_rows, rows, strict=True) if m.at_s == second and row[3]]
        fold.add_second(second, 5, on_time)
    for measurement, (_, _, _, on_time) in zip(all_rows, rows, strict=True):
        if not on_time:
            fold.amend_second(measurement.at_s, [measurement])
    total, by_endpoint = summarise(all_rows, over_s=91)
    assert fold.total == total
    assert set(fold.rows.values()) == set(by_endpoint)


def test_a_missing_second_is_a_gap() -> None:
    fold = RunFold()
    fold.add_second(2, 7, [make_measurement(2, "GET /", 10)])
    assert [point.requests for point in fold.points] == [0, 0, 1]
    assert [point.is_gap for point in fold.points] == [True, True, False]
    assert fold.points[1].p95_ms is None
    assert fold.total.requests_per_s == fold.recent.requests_per_s == 1


def test_the_last_seconds_are_told_apart() -> None:
    fold = RunFold()
    for second in range(30):
        fold.add_second(second, 1, [make_measurement(second, "GET /", 10 if second < 20 else 900)])
    assert fold.recent.median_ms == pytest.approx(900, rel=0.01)
    assert fold.recent.requests_per_s == 1
    assert fold.total.requests == 30


def test_a_late_row_changes_its_second() -> None:
    fold = RunFold()
    fold.add_second(0, 1, [make_measurement(0, "GET /", 10)])
    fold.amend_second(0, [make_measurement(0, "GET /", 10)])
    assert fold.points[0].requests == 2


def test_bad_seconds_are_marked() -> None:
    fold = RunFold()
    fold.add_second(0, 1, [], [GeneratorHealth("worker-2", 0, 1, 0.99, 1)])
    fold.add_second(1, 1, [], [GeneratorHealth("worker-1", 1, 1, 0.1, 1)])
    assert fold.bad_seconds == {0}
    assert set(fold.workers) == {"worker-1", "worker-2"}


def test_a_lag_that_is_too_large_for_what_was_measured_marks_its_second() -> None:
    fold = RunFold()
    lag = GeneratorHealth("worker-1", 0, 1, 0.1, 12.0)
    fold.add_second(0, 1, [make_measurement(0, "GET /", 20)], [lag])
    fold.add_second(1, 1, [make_measurement(1, "GET /", 90)], [replace(lag, at_s=1)])
    assert fold.bad_seconds == {0}


def test_what_this_computer_refused_itself_marks_its_second() -> None:
    fold = RunFold()
    fold.add_second(0, 1, [make_measurement(0, "GET /", 1, outcome=Outcome.OWN_LIMIT)])
    fold.add_second(1, 1, [make_measurement(1, "GET /", 1, outcome=Outcome.REFUSED)])
    fold.amend_second(0, [])
    assert fold.bad_seconds == {0}


def test_seconds_in_which_users_rise_are_not_held_against_a_run() -> None:
    fold = RunFold()
    busy = GeneratorHealth("worker-1", 0, 1, 0.99, 1.0)
    for at_s in range(4):
        fold.add_second(at_s, 10 * at_s, [], [busy])
    for at_s in range(4, 20):
        fold.add_second(at_s, 30, [], [replace(busy, cpu_share=0.1)])
    assert fold.is_trustworthy
    for at_s in range(20, 24):
        fold.add_second(at_s, 30, [], [busy])
    assert not fold.is_trustworthy
    fold.reset(24)
    assert fold.is_trustworthy


def test_late_starts_are_one_more_sign_of_a_generator_that_is_too_slow() -> None:
    fold, late = RunFold(), StartTally()
    late.add(20, 20, 0, histogram_of([30_000] * 20))
    well = GeneratorHealth("worker-1", 0, 1, 0.1, 1.0)
    fold.add_second(0, 1, [], [well], SecondPlan(starts=late))
    fold.add_second(1, 1, [], [replace(well, cpu_share=0.8)], SecondPlan(starts=late))
    fold.add_second(2, 1, [], [replace(well, cpu_share=0.8)])
    assert fold.bad_seconds == {1}
    assert fold.missed_seconds == set()


def test_starts_that_were_not_made_mark_their_second() -> None:
    fold, missed = RunFold(), StartTally()
    missed.add(20, 19, 1, histogram_of([1_000] * 19))
    fold.add_second(0, 1, [], plan=SecondPlan(starts=missed))
    assert fold.missed_seconds == {0}
    assert fold.starts is not None
    assert fold.starts.is_short
    fold.reset(1)
    assert fold.starts is not None
    assert fold.starts.planned == 0
