"""Rows add up to what was measured."""

import pytest

from studio.measurement.outcome import Outcome
from studio.measurement.summary import ALL
from tests.builders import make_measurement
from tests.reference import summarise


def test_a_row_per_endpoint_and_one_for_all() -> None:
    everything, (first, second) = summarise(
        [
            make_measurement(0, "GET /a", 10, 20),
            make_measurement(0, "POST /b", 40),
            make_measurement(1, "GET /a", 500, outcome=Outcome.STATUS_5XX),
        ],
        over_s=2,
    )
    assert (str(first.endpoint), str(second.endpoint)) == ("GET /a", "POST /b")
    assert (everything.endpoint, everything.requests, everything.failures) == (ALL, 4, 1)
    assert (first.requests, first.failures) == (3, 1)
    assert first.failure_rate == pytest.approx(1 / 3)
    assert first.median_ms == pytest.approx(20, rel=0.01)
    assert first.max_ms == 500
    assert first.requests_per_s == 1.5
    assert first.mean_bytes == 100


def test_failed_requests_count_in_the_response_times() -> None:
    everything, _ = summarise(
        [make_measurement(0, "GET /", 30_000, outcome=Outcome.TIMED_OUT)], over_s=1
    )
    assert everything.p95_ms == pytest.approx(30_000, rel=0.01)


def test_nothing_measured_is_a_row_of_zeros() -> None:
    everything, rows = summarise([], over_s=0)
    assert rows == ()
    assert (everything.requests, everything.p95_ms, everything.failure_rate) == (0, 0, 0)
