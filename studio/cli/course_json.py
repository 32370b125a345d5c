"""What a run was to be and what came of it, second by second, as JSON."""

from typing import Any

from studio.engine.load_course import LimitFound, StepJudged
from studio.measurement.starts import StartSummary
from studio.measurement.timeline import Point
from studio.run.record import RunRecord
from studio.scenario.goal import GoalResult
from studio.scenario.load_shape import shape_of
from studio.typed_json import write

Json = dict[str, Any]


def course_object(record: RunRecord) -> Json:
    """Return a run's load, its starts, its limit, its events and its seconds."""
    snapshot = record.snapshot
    limit = snapshot.search.limit
    return {
        "load": write(shape_of(record.setup.scenario.load)),
        "starts": snapshot.starts and _starts(snapshot.starts),
        "limit": limit and _step(limit),
        "steps": [
            {"at_s": round(step.at_s, 3), "passed": step.reason is None, **_step(step)}
            for step in snapshot.search.steps
        ],
        "events": [
            {"at_s": round(event.at_s, 3), "kind": event.kind, "text": event.text}
            for event in snapshot.events
        ],
        "seconds": [_second(point) for point in snapshot.timeline],
    }


def goal_object(result: GoalResult) -> Json:
    """Return a goal and what became of it."""
    goal = result.goal
    return {
        "of": goal.of,
        "measure": goal.measure,
        "bound": goal.bound,
        "limit": goal.limit,
        "value": result.value,
        "met": result.met,
    }


def _step(step: StepJudged | LimitFound) -> Json:
    return {
        "users": step.users,
        "requests_per_s": round(step.requests_per_s, 3),
        "reason": step.reason,
        "goal": step.goal and goal_object(step.goal),
    }


def _second(point: Point) -> Json:
    told: Json = {
        "at_s": point.at_s,
        "planned_users": point.wanted_users,
        "users": point.users,
        "requests": point.requests,
        "failures": point.failures,
        "p95_ms": None if point.p95_ms is None else round(point.p95_ms, 3),
    }
    if point.is_gap:
        told["is_gap"] = True
    if point.starts is not None:
        told |= {f"{name}_starts": count for name, count in _counts(point.starts).items()}
        told["late_p95_ms"] = round(point.starts.late_p95_ms, 3)
    return told


def _starts(starts: StartSummary) -> Json:
    return {
        **_counts(starts),
        "not_started": starts.not_started,
        "late_p95_ms": round(starts.late_p95_ms, 3),
        "late_max_ms": round(starts.late_max_ms, 3),
    }


def _counts(starts: StartSummary) -> dict[str, int]:
    return {"planned": starts.planned, "made": starts.started, "missed": starts.missed}
