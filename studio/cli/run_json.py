"""Runs as JSON: what `--json` prints."""

from typing import Any

from studio.cli.course_json import course_object, goal_object
from studio.cli.trouble_json import trouble_object
from studio.engine.shop_messages import ShopCounted
from studio.errors import StudioError
from studio.measurement.summary import EndpointSummary
from studio.run.lane_use import LaneUse
from studio.run.record import RunRecord, RunSummary
from studio.run.run import RunEnding

_STATES = {
    None: "running",
    RunEnding.COMPLETED: "done",
    RunEnding.STOPPED: "stopped",
    RunEnding.STOPPED_BY_RULE: "stopped by a rule",
    RunEnding.FAILED: "failed",
    RunEnding.INTERRUPTED: "interrupted",
    RunEnding.NEVER_STARTED: "never started",
}

Json = dict[str, Any]


def run_object(
    record: RunRecord, shop: ShopCounted | None = None, *, with_examples: bool = False
) -> Json:
    """Return a run with its verdict, goals, totals and endpoints.

    Args:
        record: The run.
        shop: The practice shop's own count, if the run was held there.
        with_examples: Whether kept exchanges are told as well; they are long.
    """
    snapshot = record.snapshot
    verdict = snapshot.verdict
    told: Json = {
        **summary_object(record.summary),
        "problem": _problem(snapshot.error),
        "doubts": [str(doubt) for doubt in verdict.doubts] if verdict else [],
        "goals": [goal_object(result) for result in verdict.results] if verdict else [],
        "totals": _totals(snapshot.total),
        "endpoints": [_endpoint(row) for row in snapshot.endpoints],
        "fast_lane": _lane(snapshot.lane),
        **course_object(record),
        **trouble_object(snapshot.trouble, with_examples=with_examples),
    }
    if shop is not None:
        told["shop_requests"] = shop.requests
        told["shop_failures"] = shop.failures
    return told


def summary_object(summary: RunSummary) -> Json:
    """Return a run as a line in the list of runs."""
    return {
        "run": summary.run,
        "state": _STATES[summary.ending],
        "scenario": summary.scenario,
        "question": summary.question,
        "host": summary.host,
        "started_at": summary.started_at,
        "users": summary.users,
        "duration_s": summary.duration_s,
        "requests": summary.requests,
        "failures": summary.failures,
        "p95_ms": _ms(summary.p95_ms),
        "verdict": summary.verdict,
    }


def _problem(error: StudioError | None) -> str | None:
    if error is None:
        return None
    return " ".join(str(it) for it in (error.happened, error.meaning, error.remedy) if it.text)


def _lane(lane: LaneUse) -> Json:
    share = lane.plain_share
    return {
        "on": lane.is_on,
        "why_off": lane.why_off,
        "plain": lane.plain,
        "handed_over": lane.handed_over,
        "passed_by": lane.passed_by,
        "plain_share": None if share is None else round(share, 4),
    }


def _totals(row: EndpointSummary) -> Json:
    return {
        "requests": row.requests,
        "failures": row.failures,
        "median_ms": _ms(row.median_ms),
        "p95_ms": _ms(row.p95_ms),
        "p99_ms": _ms(row.p99_ms),
        "requests_per_s": round(row.requests_per_s, 3),
    }


def _endpoint(row: EndpointSummary) -> Json:
    return {
        "method": row.endpoint.method,
        "name": row.endpoint.name,
        **_totals(row),
        "min_ms": _ms(row.min_ms),
        "max_ms": _ms(row.max_ms),
        "mean_bytes": round(row.mean_bytes, 1),
    }


def _ms(value: float) -> float:
    return round(value, 3)
