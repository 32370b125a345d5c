"""A person reads the verdict first, then the goals, then the table."""

from dataclasses import replace

import pytest

from studio.cli.run_json import run_object
from studio.cli.run_text import run_text, runs_text
from studio.errors import EngineError
from studio.measurement.cause import FailureCause
from studio.measurement.measurement import Endpoint
from studio.measurement.outcome import Outcome
from studio.phrase import Phrase
from studio.run.event import EventKind, RunEvent
from studio.run.lane_use import LaneUse
from studio.run.run import RunEnding
from studio.run.trouble import Trouble
from tests.studio.cli.records import make_record, replace_lane, replace_trouble


def test_the_verdict_comes_first() -> None:
    first, slow, failed, flow, _, heads, *rows = run_text(make_record()).splitlines()
    assert first == "R7 Morning: 2 of 3 goals were missed."
    assert "MISSED  slow response (p95): 899 ms (goal: 500 ms or less)" in slow
    assert "MISSED  failures: 25.00 %" in failed
    assert "met     throughput of GET /: 2.0/s (goal: 1.0/s or more)" in flow
    assert heads.split() == ["Endpoint", "Requests", "Failed", "Median", "p95", "p99", "Req/s"]
    assert [row.split("  ")[0] for row in rows] == ["GET /", "All requests"]


def test_what_went_wrong_comes_last() -> None:
    cause = FailureCause(Endpoint("GET", "/"), Outcome.STATUS_5XX, "status 500", 1, 1.5, 1.5)
    *_, heading, line = run_text(replace_trouble(Trouble((cause,)))).splitlines()
    assert heading == "Failures by cause:"
    assert line == "  1x  GET /  5xx: status 500  at 1.5 s"


def test_a_run_that_failed_says_why_in_full() -> None:
    error = EngineError(
        Phrase("engine", "It broke."),
        meaning=Phrase("engine", "One\ntwo"),
        remedy=Phrase("engine", "Mend it."),
    )
    record = make_record()
    failed = replace(record, snapshot=replace(record.snapshot, error=error))
    assert run_text(failed).splitlines()[1:5] == ["  It broke.", "  One", "  two", "  Mend it."]
    assert run_object(failed)["problem"] == "It broke. One\ntwo Mend it."
    assert run_object(record)["problem"] is None


def test_an_interrupted_run_says_so() -> None:
    record = make_record()
    cut = replace(record, summary=replace(record.summary, ending=RunEnding.INTERRUPTED))
    assert "It was interrupted; everything up to 2 s is kept." in run_text(cut)
    assert "interrupted" in runs_text((cut.summary,))


@pytest.mark.parametrize(
    ("kind", "about", "said"),
    [
        (EventKind.FAILING, "83 %", "83 % of all requests failed"),
        (EventKind.OUT_OF_REACH, "100 %", "100 % of all requests were refused or reset"),
        (EventKind.TOO_LONG, "7200", "the target allows 7200 s at most"),
    ],
)
def test_a_run_that_a_rule_ended_says_which(kind: EventKind, about: str, said: str) -> None:
    record = make_record()
    ended = replace(
        record,
        summary=replace(record.summary, ending=RunEnding.STOPPED_BY_RULE),
        snapshot=replace(record.snapshot, events=(RunEvent(31.0, kind, about),)),
    )
    assert f"Stopped by a rule at 31 s: {said}." in run_text(ended)
    assert "stopped by a rule" in runs_text((ended.summary,))


def test_columns_stand_below_each_other() -> None:
    heads, row = runs_text((make_record().summary,)).splitlines()
    assert len(heads) == len(row)
    assert runs_text(()) == "No run yet."


def test_a_run_says_when_the_fast_lane_carried_little() -> None:
    assert "fast lane" not in run_text(replace_lane(LaneUse(plain=50, handed_over=50)))
    assert "fast lane" not in run_text(replace_lane(LaneUse()))
    few = run_text(replace_lane(LaneUse(plain=30, handed_over=70)))
    assert "The fast lane carried only 30% of the requests" in few
    off = run_text(replace_lane(LaneUse("not verified with locust 9.9")))
    assert "The fast lane was off: not verified with locust 9.9." in off
