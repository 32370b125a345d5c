"""The seconds of a run as arrays."""

import numpy as np

from studio.measurement.timeline import Point
from ui.chart.course import course

QUIET = Point(1, 0, 0, 5, None, None, None)
BUSY = Point(2, 12, 3, 6, 80.0, 200.0, 310.0)


def test_a_second_without_a_request_is_a_gap() -> None:
    seconds = course([QUIET, BUSY])
    assert np.isnan(seconds.p95_ms[0])
    assert list(seconds.requests) == [0, 12]
    assert list(seconds.users) == [5, 6]
    assert seconds.p99_ms[1] == 310


def test_a_second_that_was_lost_is_a_gap_in_every_line() -> None:
    seconds = course([BUSY, Point(3, 0, 0, 0, None, None, None, is_gap=True)])
    for line in (seconds.requests, seconds.failures, seconds.users, seconds.median_ms):
        assert list(np.isnan(line)) == [False, True]


def test_a_second_is_found_by_its_time() -> None:
    seconds = course([QUIET, BUSY])
    assert [seconds.place(second) for second in (None, 1, 2, 0, 3)] == [1, 0, 1, None, None]
    assert course([]).place(None) is None
