"""What Locust leaves in CI is read to the last request, and says no more than it knows."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import FileFormatError
from studio.importer.ci_results import read_ci_results
from studio.measurement.outcome import Outcome

HISTORY = "Timestamp,User Count,Type,Name\n99,1,,Aggregated\n101,5,,Aggregated\n101,5,GET,/a\n"
FAILURES = (
    "Method,Name,Error,Occurrences,First Seen,Last Seen\n"
    "GET,/a,CatchResponseError('status 500 instead of 200'),3,100.5,102\n"
)


def entry(**changes: Any) -> dict[str, Any]:  # noqa: ANN401
    return {
        "name": "/a",
        "method": "GET",
        "last_request_timestamp": 102.5,
        "start_time": 100.2,
        "num_requests": 10,
        "num_none_requests": 0,
        "num_failures": 3,
        "total_response_time": 100.0,
        "max_response_time": 50.0,
        "min_response_time": 1.0,
        "total_content_length": 200,
        "response_times": {"1": 6, "50": 4},
        "num_reqs_per_sec": {"100": 4, "102": 6},
        "num_fail_per_sec": {"102": 3},
        **changes,
    }


def written(folder: Path, *entries: dict[str, Any]) -> Path:
    (folder / "load.json").write_text(json.dumps(entries), "utf-8")
    return folder


def test_seconds_users_and_causes_are_those_of_the_files(tmp_path: Path) -> None:
    (tmp_path / "load_stats_history.csv").write_text(HISTORY, "utf-8")
    (tmp_path / "load_failures.csv").write_text(FAILURES, "utf-8")
    results = read_ci_results(written(tmp_path, entry()))
    assert (results.started_s, results.duration_s) == (100, 3)
    assert results.users == {1: 5}
    assert [(it.outcome, it.count, it.first_s) for it in results.causes] == [
        (Outcome.CHECK_FAILED, 3, 0.5)
    ]
    counts = [(it.at_s, it.outcome, it.response_time.total) for it in results.measurements]
    assert counts == [(0, Outcome.OK, 4), (2, Outcome.OK, 3), (2, Outcome.CHECK_FAILED, 3)]


def test_no_second_is_slower_than_the_run(tmp_path: Path) -> None:
    seconds = {str(100 + n): 100 for n in range(20)}
    times = {"1": 1000, "20": 900, "400": 100}
    one = entry(num_requests=2000, num_failures=0, response_times=times, num_reqs_per_sec=seconds)
    results = read_ci_results(written(tmp_path, one))
    slow = [it.response_time.max_us for it in results.measurements]
    assert slow == [400_000] * 20
    means = [it.response_time.mean_ms for it in results.measurements]
    assert max(means) - min(means) < 15


@given(
    st.dictionaries(st.integers(1, 5000).map(str), st.integers(1, 50), min_size=1, max_size=8),
    st.dictionaries(st.integers(100, 160).map(str), st.integers(0, 90), min_size=1, max_size=9),
    st.integers(0, 30),
)
def test_no_request_is_lost_or_made_up(
    tmp_path_factory: pytest.TempPathFactory,
    times: dict[str, int],
    seconds: dict[str, int],
    failures: int,
) -> None:
    total = sum(times.values())
    one = entry(
        num_requests=total,
        num_failures=failures,
        response_times=times,
        num_reqs_per_sec=seconds,
        num_fail_per_sec={},
    )
    results = read_ci_results(written(tmp_path_factory.mktemp("ci"), one))
    assert sum(it.response_time.total for it in results.measurements) == total
    found = sum(it.response_time.sum_us for it in results.measurements)
    assert found == sum(int(ms) * 1000 * count for ms, count in times.items())


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "[1]", '[{"name": 1}]', "[" * 100_000, '[{"num_requests": 1}]']
)
def test_what_is_no_result_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "load.json").write_text(text, "utf-8")
    with pytest.raises(FileFormatError):
        read_ci_results(tmp_path)


def test_two_results_must_be_told_apart(tmp_path: Path) -> None:
    written(tmp_path, entry())
    (tmp_path / "other.json").write_text("[]", "utf-8")
    with pytest.raises(FileFormatError):
        read_ci_results(tmp_path)
    assert read_ci_results(tmp_path / "load.json").duration_s == 3
