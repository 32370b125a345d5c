"""Goal: a limit a run must keep, such as `p95 of GET /orders ≤ 300 ms`."""

from dataclasses import dataclass
from enum import StrEnum


class Measure(StrEnum):
    """What a goal looks at."""

    MEDIAN = "median"
    P95 = "p95"
    P99 = "p99"
    FAILURE_RATE = "failure rate"
    """Failed requests as a fraction of all, 0 to 1."""

    THROUGHPUT = "throughput"
    """Finished requests per second over the whole run."""


class Bound(StrEnum):
    """On which side of its limit a measure must stay."""

    AT_MOST = "at most"
    AT_LEAST = "at least"


ALL_REQUESTS = "all"


@dataclass(frozen=True, slots=True)
class Goal:
    """A limit a run must keep."""

    measure: Measure
    bound: Bound

    limit: float
    """In the unit of the measure: ms, a fraction from 0 to 1, or requests per second."""

    of: str = ALL_REQUESTS
    """`all`, or an endpoint as text, for example `GET /orders/[id]`."""


@dataclass(frozen=True, slots=True)
class GoalResult:
    """A goal, and what became of it."""

    goal: Goal

    value: float | None
    """In the unit of the measure; None where nothing was measured, which misses the goal."""

    met: bool
