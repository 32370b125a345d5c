"""Goals and generator → verdict."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from studio.measurement.summary import EndpointSummary
from studio.scenario.goal import ALL_REQUESTS, Goal, GoalResult
from studio.scenario.judging import result_of


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
    results = tuple(result_of(goal, rows.get(goal.of)) for goal in goals)
    return Verdict(_kind(results, doubts), results, tuple(doubts))


def _kind(results: Sequence[GoalResult], doubts: Sequence[Doubt]) -> VerdictKind:
    if doubts:
        return VerdictKind.UNTRUSTED
    if not results:
        return VerdictKind.NO_GOALS
    met = all(result.met for result in results)
    return VerdictKind.GOALS_MET if met else VerdictKind.GOALS_MISSED
