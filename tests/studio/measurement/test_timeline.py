"""A second without requests is a gap, never a zero."""

import pytest

from studio.measurement.timeline import PointTally
from tests.builders import make_measurement


def test_a_point_merges_its_endpoints() -> None:
    tally = PointTally(7)
    tally.users = 12
    tally.add(make_measurement(7, "GET /a", 10))
    tally.add(make_measurement(7, "GET /b", 30, 30))
    point = tally.point()
    assert (point.at_s, point.users, point.requests) == (7, 12, 3)
    assert point.median_ms == pytest.approx(30, rel=0.01)


def test_a_silent_second_has_no_response_time() -> None:
    point = PointTally(0).point()
    assert (point.median_ms, point.p95_ms, point.p99_ms) == (None, None, None)
