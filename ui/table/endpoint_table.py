"""The table of endpoints, with what each one's numbers are held against."""

from collections.abc import Sequence
from dataclasses import dataclass

from studio.measurement.summary import EndpointSummary
from studio.phrase import Phrase
from studio.scenario.goal import ALL_REQUESTS, Bound, Goal, Measure
from ui.table.cells import EndpointCell, NumberCell
from ui.table.column_table import Column
from ui.widget.figures import count, milliseconds, percent, rate

SLOW_COLUMN = 4
"""Where p95 stands: tables of endpoints begin sorted by it."""

_ALARMING_SHARE = 0.01
"""A failure rate above this is written in red where no goal says another."""


@dataclass(frozen=True, slots=True)
class EndpointRow:
    """An endpoint among the others of its run."""

    summary: EndpointSummary

    share_of_slowest: float
    """Its p95 as a fraction of the highest one, 0 to 1."""

    is_slow: bool
    """Whether its p95 is above the limit of a goal."""

    is_failing: bool
    """Whether it fails more often than a goal allows."""


def endpoint_rows(
    endpoints: Sequence[EndpointSummary], goals: Sequence[Goal]
) -> tuple[EndpointRow, ...]:
    """Return a row for each endpoint, held against the goals of the run."""
    slowest_ms = max((endpoint.p95_ms for endpoint in endpoints), default=0.0) or 1.0
    slow = _limits(goals, Measure.P95)
    failing = {ALL_REQUESTS: _ALARMING_SHARE} | _limits(goals, Measure.FAILURE_RATE)
    return tuple(
        EndpointRow(
            endpoint,
            endpoint.p95_ms / slowest_ms,
            is_slow=endpoint.p95_ms > _limit_of(slow, endpoint),
            is_failing=endpoint.failure_rate > _limit_of(failing, endpoint),
        )
        for endpoint in endpoints
    )


ENDPOINT_COLUMNS: tuple[Column[EndpointRow], ...] = (
    Column(
        Phrase("run", "Endpoint"),
        lambda row: str(row.summary.endpoint),
        cell=lambda row: EndpointCell(row.summary.endpoint.method, row.summary.endpoint.name),
    ),
    Column(Phrase("run", "Requests"), lambda row: row.summary.requests, count, 92, is_number=True),
    Column(
        Phrase("run", "Failures"),
        lambda row: row.summary.failure_rate,
        percent,
        86,
        is_number=True,
        cell=lambda row: NumberCell(
            percent(row.summary.failure_rate) if row.summary.failures else "\u2013",
            tone="bad",
            is_alarming=row.is_failing,
        ),
    ),
    Column(
        Phrase("run", "Median"), lambda row: row.summary.median_ms, milliseconds, 86, is_number=True
    ),
    Column(
        Phrase("run", "p95"),
        lambda row: row.summary.p95_ms,
        milliseconds,
        108,
        is_number=True,
        cell=lambda row: NumberCell(
            milliseconds(row.summary.p95_ms),
            row.share_of_slowest,
            "s_p95" if row.is_slow else "border_strong",
        ),
    ),
    Column(Phrase("run", "p99"), lambda row: row.summary.p99_ms, milliseconds, 86, is_number=True),
    Column(Phrase("run", "Min"), lambda row: row.summary.min_ms, milliseconds, 78, is_number=True),
    Column(Phrase("run", "Max"), lambda row: row.summary.max_ms, milliseconds, 86, is_number=True),
    Column(
        Phrase("run", "Req/s"), lambda row: row.summary.requests_per_s, rate, 78, is_number=True
    ),
)


def _limits(goals: Sequence[Goal], measure: Measure) -> dict[str, float]:
    return {
        goal.of: goal.limit
        for goal in goals
        if goal.measure is measure and goal.bound is Bound.AT_MOST
    }


def _limit_of(limits: dict[str, float], endpoint: EndpointSummary) -> float:
    fallback = limits.get(ALL_REQUESTS, float("inf"))
    return limits.get(str(endpoint.endpoint), fallback)
