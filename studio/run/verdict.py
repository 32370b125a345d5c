"""Goals and generator → verdict."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from studio.measurement.summary import EndpointSummary
from studio.scenario.goal import ALL_REQUESTS, Bound, Goal, GoalResult, Measure


class VerdictKind(StrEnum):
    """How a run is judged."""

    GOALS_MET = "goals met"
    GOALS_MISSED = "goals missed"
    UNTRUSTED = "untrusted"
    """The load generator was the limit, or numbers are missing: the goals say nothing."""

    NO_GOALS = "no goals"


class Doubt(StrEnum):
    """Why a run is not to be trusted."""

    GENERATOR_BUSY = "generator busy"
    """The load generator was too busy or too late to measure well."""

    WORKER_LOST = "worker lost"
    """A worker process went silent, and its users with it."""

    STARTS_MISSED = "starts missed"
    """An arrival rate was not kept: more than 1 % of its journeys were not started."""

    FORGED = "forged"
    """Somebody else spoke to the engine while it measured."""

    MEASURING_FAILED = "measuring failed"
    """An error in the engine's own code: numbers may be missing."""

    NUMBERS_DIFFER = "numbers differ"
    """The kept numbers do not add up to what the worker processes counted."""

    MEASUREMENTS_LOST = "measurements lost"
    """The journal was damaged or gone: part of what was measured is missing."""

    ENGINE_FAILED = "engine failed"
    """The engine ended before its work was done."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A run's judgement, goal by goal."""

    kind: VerdictKind
    results: tuple[GoalResult, ...]
    doubts: tuple[Doubt, ...] = ()

    @property
    def missed(self) -> tuple[GoalResult, ...]:
        """The goals that were not met."""
        return tuple(result for result in self.results if not result.met)


def judge(
    goals: Sequence[Goal],
    total: EndpointSummary,
    endpoints: Iterable[EndpointSummary],
    doubts: Sequence[Doubt] = (),
) -> Verdict:
    """Return the verdict of a run with these results.

    A goal of an endpoint that was never asked is missed, and so is every goal of a run without a
    request: silence is no success.
    """
    rows = {str(row.endpoint): row for row in endpoints} | {ALL_REQUESTS: total}
    results = tuple(_result(goal, rows.get(goal.of)) for goal in goals)
    return Verdict(_kind(results, doubts), results, tuple(doubts))


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


def _result(goal: Goal, row: EndpointSummary | None) -> GoalResult:
    if row is None or not row.requests:
        return GoalResult(goal, None, met=False)
    value = value_of(goal.measure, row)
    return GoalResult(goal, value, met=is_met(goal, value))


def _kind(results: Sequence[GoalResult], doubts: Sequence[Doubt]) -> VerdictKind:
    if doubts:
        return VerdictKind.UNTRUSTED
    if not results:
        return VerdictKind.NO_GOALS
    met = all(result.met for result in results)
    return VerdictKind.GOALS_MET if met else VerdictKind.GOALS_MISSED
