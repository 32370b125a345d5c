"""What came of an arrival rate or of a search for the limit, as text."""

from collections.abc import Iterator

from studio.cli.goal_text import goal_text
from studio.engine.load_course import LimitFound, StepReason
from studio.run.run import RunSnapshot

_REASONS = {
    StepReason.GOAL_BROKEN: "because with more users a goal was broken",
    StepReason.THROUGHPUT_FLAT: "because more users brought no more requests per second",
    StepReason.GENERATOR_LIMIT: "because with more users the load generator itself was the limit",
    StepReason.NO_ANSWER: "because with more users nothing was answered",
}


def course_lines(snapshot: RunSnapshot) -> Iterator[str]:
    """Yield a line for what is not said elsewhere of a run's load."""
    starts = snapshot.starts
    if starts is not None:
        yield (
            f"  {starts.started} of {starts.planned} journeys were started,"
            f" 95 % of them at most {starts.late_p95_ms:.1f} ms late."
        )
    if snapshot.search.limit is not None:
        yield f"  {_limit_sentence(snapshot.search.limit)}"


def _limit_sentence(limit: LimitFound) -> str:
    carried = f"{limit.users} users: {limit.requests_per_s:.1f} requests/s"
    if limit.reason is StepReason.CAP_REACHED:
        return f"No limit up to {carried}."
    reason = _REASONS[limit.reason]
    if limit.goal is not None:
        reason = f"because with more users {goal_text(limit.goal)}"
    return f"Limit about {carried}, {reason}."
