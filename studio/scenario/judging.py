"""Goals held against what was measured."""

from collections.abc import Mapping, Sequence

from studio.measurement.summary import EndpointSummary
from studio.scenario.goal import Bound, Goal, GoalResult, Measure


def value_of(measure: Measure, row: EndpointSummary) -> float:
    """Return one measure of a row, in the measure's unit."""
    match measure:
        case Measure.MEDIAN:
            return row.median_ms
        case Measure.P95:
            return row.p95_ms
        case Measure.P99:
            return row.p99_ms
        case Measure.FAILURE_RATE:
            return row.failure_rate
        case Measure.THROUGHPUT:
            return row.requests_per_s


def is_met(goal: Goal, value: float) -> bool:
    """Return whether a value keeps the goal's limit."""
    return value <= goal.limit if goal.bound is Bound.AT_MOST else value >= goal.limit


def result_of(goal: Goal, row: EndpointSummary | None) -> GoalResult:
    """Return what became of a goal; where nothing was asked it is missed: silence is no success."""
    if row is None or not row.requests:
        return GoalResult(goal, None, met=False)
    value = value_of(goal.measure, row)
    return GoalResult(goal, value, met=is_met(goal, value))


def first_broken(goals: Sequence[Goal], rows: Mapping[str, EndpointSummary]) -> GoalResult | None:
    """Return the first goal that more load breaks and that is broken, or None.

    A goal that a measure stays above, such as a throughput, is broken by too little load, too, and
    says nothing of a limit.

    Args:
        goals: The goals.
        rows: What was measured, by what a goal is of.
    """
    limits = (goal for goal in goals if goal.bound is Bound.AT_MOST)
    results = (result_of(goal, rows.get(goal.of)) for goal in limits)
    return next((it for it in results if it.value is not None and not it.met), None)
