"""Numbers are written for people, and stay what they were."""

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.widget.duration_field import read_duration
from ui.widget.figures import (
    THIN,
    clock,
    count,
    duration,
    milliseconds,
    moment,
    percent,
    rate,
)


@given(st.integers(0, 10**12))
def test_a_count_keeps_its_digits(number: int) -> None:
    assert int(count(number).replace(THIN, "")) == number


@given(st.integers(0, 10**6))
def test_a_duration_reads_back(seconds: int) -> None:
    assert read_duration(duration(seconds)) == seconds


@pytest.mark.parametrize(
    ("ms", "text"), [(0, "0 ms"), (4.25, "4.2 ms"), (227.4, "227 ms"), (1412, "1.41 s")]
)
def test_a_response_time_is_as_exact_as_one_can_read(ms: float, text: str) -> None:
    assert milliseconds(ms).replace(THIN, " ") == text


@pytest.mark.parametrize(
    ("share", "text"), [(0, "0.0 %"), (0.0001, "<0.1 %"), (0.023, "2.3 %"), (1, "100.0 %")]
)
def test_little_is_not_nothing(share: float, text: str) -> None:
    assert percent(share).replace(THIN, " ") == text


def test_rates_and_clocks() -> None:
    assert [rate(63.21), rate(1204.4).replace(THIN, " ")] == ["63.2", "1 204"]
    assert [clock(5), clock(245), clock(3729)] == ["0:05", "4:05", "1:02:09"]


def test_a_moment_is_told_from_today() -> None:
    now = datetime.now().astimezone()
    for days, begin in ((0, "today "), (1, "yesterday ")):
        at = now - timedelta(days=days)
        assert moment(at.isoformat(), now) == f"{begin}{at:%H:%M}"
    old = datetime(2024, 5, 2, 11, 30, tzinfo=now.tzinfo or timezone.utc)  # noqa: UP017
    assert moment(old.isoformat(), now) == "2 May 2024"
    assert moment("soon") == "soon"
