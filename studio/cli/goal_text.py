"""Goals as text: what was measured, and what the goal is."""

from studio.scenario.goal import ALL_REQUESTS, Bound, Goal, GoalResult, Measure

_MEASURES = {
    Measure.MEDIAN: "typical response (median)",
    Measure.P95: "slow response (p95)",
    Measure.P99: "slowest response (p99)",
    Measure.FAILURE_RATE: "failures",
    Measure.THROUGHPUT: "throughput",
}


def goal_text(result: GoalResult) -> str:
    """Return a goal with what was measured, such as `failures: 0.20 % (goal: 1.00 % or less)`."""
    goal = result.goal
    of = "" if goal.of == ALL_REQUESTS else f" of {goal.of}"
    bound = "or less" if goal.bound is Bound.AT_MOST else "or more"
    value = "nothing measured" if result.value is None else _value(goal, result.value)
    return f"{_MEASURES[goal.measure]}{of}: {value} (goal: {_value(goal, goal.limit)} {bound})"


def _value(goal: Goal, value: float) -> str:
    match goal.measure:
        case Measure.FAILURE_RATE:
            return f"{100 * value:.2f} %"
        case Measure.THROUGHPUT:
            return f"{value:.1f}/s"
        case Measure.MEDIAN | Measure.P95 | Measure.P99:
            return f"{value:.0f} ms"
