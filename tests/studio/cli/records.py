"""A finished run, as the command line shows it."""

from dataclasses import replace

from studio.engine.load_messages import LoadMessage
from studio.measurement.outcome import Outcome
from studio.run.lane_use import LaneUse
from studio.run.record import RunRecord, RunSummary
from studio.run.run import RunEnding, RunState
from studio.run.session import RunSession
from studio.run.trouble import Trouble
from studio.run.verdict import VerdictKind
from studio.scenario.goal import Bound, Goal, Measure
from tests.builders import make_row, make_run, make_second, make_setup

GOALS = (
    Goal(Measure.P95, Bound.AT_MOST, 500),
    Goal(Measure.FAILURE_RATE, Bound.AT_MOST, 0.01),
    Goal(Measure.THROUGHPUT, Bound.AT_LEAST, 1, of="GET /"),
)


def make_record() -> RunRecord:
    """Return a run of two seconds with one failure among four requests."""
    bad = make_row(0, 900, outcome=Outcome.STATUS_5XX)
    messages: list[LoadMessage] = make_run(
        make_second(0, make_row(0, 10, 20)), make_second(1, make_row(0, 30), bad)
    )
    session = RunSession(GOALS)
    for message in messages:
        session.receive(message)
    session.end(None)
    summary = RunSummary(
        run="R7",
        state=RunState.CLOSED,
        ending=RunEnding.COMPLETED,
        scenario="Morning",
        question="",
        host="http://127.0.0.1:9",
        started_at="2026-01-01T00:00:00+00:00",
        users=5,
        duration_s=10,
        requests=4,
        failures=1,
        p95_ms=900,
        verdict=VerdictKind.GOALS_MISSED,
        trend=(10, 900),
    )
    return RunRecord(summary, make_setup(*GOALS), session.snapshot(), "# code")


def replace_trouble(trouble: Trouble) -> RunRecord:
    """Return the same run with other trouble."""
    record = make_record()
    return replace(record, snapshot=replace(record.snapshot, trouble=trouble))


def replace_lane(lane: LaneUse) -> RunRecord:
    """Return the same run with another use of the fast lane."""
    record = make_record()
    return replace(record, snapshot=replace(record.snapshot, lane=lane))
