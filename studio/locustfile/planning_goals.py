"""Goals of a scenario → what a locustfile judges by itself."""

from collections.abc import Sequence

from studio.locustfile.comment import one_line
from studio.locustfile.plan import PlannedGoal
from studio.scenario.goal import ALL_REQUESTS, Goal, Measure

_LONGEST = 200
_PERCENTILES = {Measure.MEDIAN: 0.5, Measure.P95: 0.95, Measure.P99: 0.99}
_UNITS = {Measure.FAILURE_RATE: "", Measure.THROUGHPUT: "/s"}


def plan_goals(goals: Sequence[Goal]) -> tuple[PlannedGoal, ...]:
    """Return the goals as a file judges them, in their order."""
    return tuple(map(_planned, goals))


def _planned(goal: Goal) -> PlannedGoal:
    method, _, name = ("", "", "") if goal.of == ALL_REQUESTS else goal.of.partition(" ")
    of = "all requests" if goal.of == ALL_REQUESTS else goal.of
    unit = _UNITS.get(goal.measure, " ms")
    title = f"{of}: {goal.measure.value} {goal.bound.value} {goal.limit:g}{unit}"
    measure = _PERCENTILES.get(goal.measure, goal.measure.value)
    return PlannedGoal(
        one_line(title, _LONGEST), method, name, measure, goal.bound.value, goal.limit
    )
