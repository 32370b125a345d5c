"""Runs as text: what a person reads in a terminal."""

from collections.abc import Iterator

from studio.cli.course_text import course_lines
from studio.cli.goal_text import goal_text
from studio.cli.trouble_text import trouble_lines
from studio.errors import StudioError
from studio.measurement.summary import EndpointSummary
from studio.run.event import EventKind
from studio.run.lane_use import LaneUse
from studio.run.record import RunRecord, RunSummary
from studio.run.run import RunEnding
from studio.run.verdict import Doubt, VerdictKind
from studio.scenario.goal import GoalResult

_SENTENCES = {
    VerdictKind.GOALS_MET: "All goals were met.",
    VerdictKind.GOALS_MISSED: "{missed} of {all} goals were missed.",
    VerdictKind.UNTRUSTED: "These numbers are not to be trusted: {doubts}.",
    VerdictKind.NO_GOALS: "The run had no goals.",
}
_DOUBTS = {
    Doubt.GENERATOR_BUSY: "the load generator itself was too busy to measure well",
    Doubt.WORKER_LOST: "a worker process was lost",
    Doubt.STARTS_MISSED: "not all journeys were started when they were due",
    Doubt.FORGED: "somebody else spoke to the load engine",
    Doubt.MEASURING_FAILED: "the engine's own measuring had an error",
    Doubt.NUMBERS_DIFFER: "the kept numbers do not add up to what was counted",
    Doubt.MEASUREMENTS_LOST: "part of what was measured is lost",
    Doubt.ENGINE_FAILED: "the engine ended before its work was done",
}
_HEADS = ("Endpoint", "Requests", "Failed", "Median", "p95", "p99", "Req/s")
_WIDEST_NAME = 44
_UNFINISHED = (
    RunEnding.INTERRUPTED,
    RunEnding.FAILED,
    RunEnding.NEVER_STARTED,
    RunEnding.STOPPED_BY_RULE,
)
_RULES = {
    EventKind.OUT_OF_REACH: "{about} of all requests were refused or reset",
    EventKind.FAILING: "{about} of all requests failed",
    EventKind.TOO_LONG: "the target allows {about} s at most",
}

_FEW_PLAIN = 0.5
"""Of all requests of FastHttpUsers; below it the fast lane does not do what capacity rests on."""


def run_text(record: RunRecord) -> str:
    """Return a run's verdict, its goals, a table of its endpoints, and what went wrong."""
    summary, snapshot = record.summary, record.snapshot
    lines = [f"{summary.run} {summary.scenario}: {_sentence(record)}"]
    if snapshot.error is not None:
        lines += [f"  {line}" for line in problem_lines(snapshot.error)]
    if summary.ending is RunEnding.INTERRUPTED:
        lines.append(f"  It was interrupted; everything up to {snapshot.at_s:.0f} s is kept.")
    lines += [
        f"  Stopped by a rule at {event.at_s:.0f} s: {_RULES[event.kind].format(about=event.text)}."
        for event in snapshot.events
        if event.kind.stops_run
    ]
    if summary.ending is RunEnding.NEVER_STARTED:
        lines.append("  It never started: there was no load.")
    lines += course_lines(snapshot)
    lines += _lane_lines(snapshot.lane)
    results = snapshot.verdict.results if snapshot.verdict else ()
    lines += map(_goal_line, results)
    rows = [*snapshot.endpoints, snapshot.total]
    lines += ["", *_table([_HEADS, *map(_cells, rows)]), *trouble_lines(snapshot.trouble)]
    return "\n".join(lines)


def problem_lines(error: StudioError) -> list[str]:
    """Return what happened, what it means and what to do, a line each and more if need be."""
    said = "\n".join(str(it) for it in (error.happened, error.meaning, error.remedy) if it.text)
    return said.splitlines()


def runs_text(runs: tuple[RunSummary, ...]) -> str:
    """Return the list of runs, one line each."""
    if not runs:
        return "No run yet."
    heads = ("Run", "Verdict", "Scenario", "Started", "Users", "Requests", "Failed", "p95")
    rows = [
        (
            run.run,
            run.ending if run.ending in _UNFINISHED else run.verdict,
            run.scenario[:_WIDEST_NAME],
            run.started_at,
            str(run.users),
            str(run.requests),
            str(run.failures),
            f"{run.p95_ms:.0f} ms",
        )
        for run in runs
    ]
    return "\n".join(_table([heads, *([str(cell or "running") for cell in row] for row in rows)]))


def _sentence(record: RunRecord) -> str:
    verdict = record.snapshot.verdict
    if verdict is None:
        return "It goes on."
    return _SENTENCES[verdict.kind].format(
        missed=len(verdict.missed),
        all=len(verdict.results),
        doubts=" and ".join(_DOUBTS[doubt] for doubt in verdict.doubts),
    )


def _lane_lines(lane: LaneUse) -> Iterator[str]:
    if not lane.is_on:
        yield f"  The fast lane was off: {lane.why_off}."
    elif lane.plain_share is not None and lane.plain_share < _FEW_PLAIN:
        share = f"{lane.plain_share:.0%}"
        yield f"  The fast lane carried only {share} of the requests, so a worker carries less."


def _goal_line(result: GoalResult) -> str:
    return f"  {'met   ' if result.met else 'MISSED'}  {goal_text(result)}"


def _cells(row: EndpointSummary) -> tuple[str, ...]:
    return (
        str(row.endpoint).strip()[:_WIDEST_NAME],
        str(row.requests),
        str(row.failures),
        f"{row.median_ms:.0f} ms",
        f"{row.p95_ms:.0f} ms",
        f"{row.p99_ms:.0f} ms",
        f"{row.requests_per_s:.1f}",
    )


def _table(rows: list[tuple[str, ...] | list[str]]) -> Iterator[str]:
    """Yield rows as lines: the first column to the left, the others to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for first, *rest in rows:
        cells = (f"{cell:>{width}}" for cell, width in zip(rest, widths[1:], strict=True))
        yield "  ".join([f"{first:<{widths[0]}}", *cells])
