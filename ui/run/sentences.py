"""What a run says: its verdict, its goals, its events, each in one sentence."""

from collections.abc import Iterable
from itertools import pairwise

from studio.measurement.summary import EndpointSummary
from studio.phrase import Phrase
from studio.run.event import EventKind, RunEvent
from studio.run.verdict import Doubt, Verdict, VerdictKind
from studio.scenario.goal import ALL_REQUESTS, Bound, Goal, GoalResult, Measure
from studio.scenario.load_shape import LoadShape
from ui.widget.figures import clock, count, milliseconds, percent, rate

_EVENTS = {
    EventKind.USERS_CHANGED: Phrase("run", "Users changed to {about}"),
    EventKind.USERS_GONE: Phrase("run", "All users have ended by themselves"),
    EventKind.FIRST_FAILURE: Phrase("run", "First failure: {about}"),
    EventKind.WORKER_QUIET: Phrase("run", "Worker process does not report: {about}"),
    EventKind.WORKER_BACK: Phrase("run", "Worker process reports again: {about}"),
    EventKind.WORKER_LOST: Phrase("run", "Worker process lost: {about}"),
    EventKind.REPORTS_MISSING: Phrase("run", "Numbers of {about} are missing"),
    EventKind.REPORTS_FORGED: Phrase("run", "Messages of a stranger were not believed: {about}"),
    EventKind.CLOCK_STEPPED: Phrase("run", "The clock was set, run time goes on: {about}"),
    EventKind.MEASURING_FAILED: Phrase("run", "The measuring itself had an error: {about}"),
    EventKind.TASK_FAILED: Phrase("run", "A step broke off: {about}"),
    EventKind.NOT_ALLOWED: Phrase("run", "Not an allowed target: {about}"),
    EventKind.NOT_ANSWERING: Phrase("run", "The load engine stopped answering"),
    EventKind.SECONDS_LOST: Phrase("run", "Measurements lost: {about} s"),
    EventKind.RATE_CHANGED: Phrase("run", "Changed to {about} starts a second"),
    EventKind.HELD: Phrase("run", "Held by you"),
    EventKind.RESUMED: Phrase("run", "Resumed by you"),
    EventKind.STAGE_SKIPPED: Phrase("run", "Next stage, chosen by you"),
    EventKind.JOURNAL_FAILED: Phrase("run", "What is measured cannot be written down: {about}"),
    EventKind.JOURNAL_MENDED: Phrase("run", "What was measured is written down again"),
    EventKind.JOURNAL_SLOW: Phrase("run", "The disk is slow: a power cut may cost some seconds"),
    EventKind.STATISTICS_RESET: Phrase("run", "The numbers begin anew here"),
    EventKind.STEP_PASSED: Phrase("run", "Step passed with {about} users"),
    EventKind.STEP_FAILED: Phrase("run", "Step failed with {about} users"),
    EventKind.LIMIT_FOUND: Phrase("run", "Limit found: {about} users"),
    EventKind.WORKER_EXPLAINED: Phrase("run", "Why a worker process was lost: {about}"),
    EventKind.SHOP_LOST: Phrase("run", "The practice shop has ended"),
    EventKind.STOPPED: Phrase("run", "Stopped by you"),
    EventKind.MADE_IN_CI: Phrase(
        "run", "Made in CI: times are rounded, and those of the whole run"
    ),
    EventKind.USERS_CAPPED: Phrase("run", "Held at {about} users: the target allows no more"),
    EventKind.RATE_CAPPED: Phrase(
        "run", "Fewer users: the target allows {about} requests per second"
    ),
    EventKind.USERS_HALVED: Phrase(
        "run", "Half as many users: {about} of all requests were refused or reset"
    ),
    EventKind.OUT_OF_REACH: Phrase(
        "run", "Stopped by a rule: {about} of all requests were still refused or reset"
    ),
    EventKind.FAILING: Phrase("run", "Stopped by a rule: {about} of all requests failed"),
    EventKind.TOO_LONG: Phrase("run", "Stopped by a rule: the target allows {about} s at most"),
    EventKind.BACKING_OFF: Phrase("run", "Users wait: they were refused again and again"),
    EventKind.RETRY_AFTER: Phrase(
        "run", "The target asked for a pause; users wait up to {about} s"
    ),
    EventKind.RETRY_AFTER_IGNORED: Phrase(
        "run", "The target asked for a pause of {about} s; this run does not wait"
    ),
    EventKind.ANSWERS_HELD: Phrase("run", "Large answers waited for each other to fit in memory"),
}

_DOUBTS = {
    Doubt.GENERATOR_BUSY: Phrase(
        "run",
        "The load generator was the limit: these times say more about it than about the target.",
    ),
    Doubt.WORKER_LOST: Phrase(
        "run",
        "A worker process was lost on the way: there were fewer users than planned, and"
        " the numbers are not complete.",
    ),
    Doubt.MEASUREMENTS_LOST: Phrase(
        "run",
        "Part of what was measured is lost: the run's journal was damaged or gone. What is"
        " kept is not complete.",
    ),
    Doubt.STARTS_MISSED: Phrase(
        "run",
        "More than 1 % of the journeys were not started when they were due: the load was"
        " not the one that was planned.",
    ),
    Doubt.FORGED: Phrase(
        "run",
        "Somebody else on this computer spoke to the load engine. He was not believed, but"
        " what he did to the run is not known.",
    ),
    Doubt.MEASURING_FAILED: Phrase(
        "run", "The measuring itself had an error: numbers may be missing."
    ),
    Doubt.NUMBERS_DIFFER: Phrase(
        "run", "Some numbers were lost on the way: what is kept is not complete."
    ),
    Doubt.ENGINE_FAILED: Phrase(
        "run", "The load engine broke off: the run was not measured to its end."
    ),
}


def written(measure: Measure, value: float) -> str:
    """Return a value of a measure as people write it, with its unit."""
    match measure:
        case Measure.MEDIAN | Measure.P95 | Measure.P99:
            return milliseconds(value)
        case Measure.FAILURE_RATE:
            return percent(value)
        case Measure.THROUGHPUT:
            return f"{rate(value)}/s"


def capital(text: str) -> str:
    """Return a text as it stands at the beginning of a line."""
    return text[:1].upper() + text[1:]


def goal_of(goals: Iterable[Goal], measure: Measure) -> Goal | None:
    """Return the first goal that all requests together have for a measure."""
    fitting = (goal for goal in goals if goal.measure is measure and goal.of == ALL_REQUESTS)
    return next(fitting, None)


def goal_words(goal: Goal) -> Phrase:
    """Return a goal in words, for example `slow response (p95): 500 ms or less`."""
    limit = written(goal.measure, goal.limit)
    return _goal_phrase(goal).of(limit=limit, endpoint=goal.of)


def limit_words(goal: Goal) -> Phrase:
    """Return only a goal's limit, for below a number that says what it is."""
    limit = written(goal.measure, goal.limit)
    if goal.bound is Bound.AT_MOST:
        return Phrase("run", "goal: {limit} or less").of(limit=limit)
    return Phrase("run", "goal: {limit} or more").of(limit=limit)


def margin_words(goal: Goal, value: float) -> Phrase:
    """Return how far a value is from its limit, on which side."""
    room = goal.limit - value if goal.bound is Bound.AT_MOST else value - goal.limit
    margin = written(goal.measure, abs(room))
    if room >= 0:
        return Phrase("run", "kept, {margin} to spare").of(margin=margin)
    return Phrase("run", "missed by {margin}").of(margin=margin)


def verdict_words(verdict: Verdict, total: EndpointSummary, target: str) -> Phrase:
    """Return a verdict as one sentence; `target` is what was under load, in the reader's words."""
    match verdict.kind:
        case VerdictKind.UNTRUSTED:
            return _DOUBTS[verdict.doubts[0]]
        case VerdictKind.NO_GOALS:
            return Phrase("run", "{requests} requests; slow responses took {p95}.").of(
                requests=count(total.requests), p95=milliseconds(total.p95_ms)
            )
        case VerdictKind.GOALS_MET:
            number = len(verdict.results)
            return Phrase("run", "{target} kept all %n goal(s).", "", 1).of(n=number, target=target)
        case VerdictKind.GOALS_MISSED:
            return _missed_words(verdict, target)


def event_words(event: RunEvent) -> Phrase:
    """Return what happened."""
    return _EVENTS[event.kind].of(about=event.text)


def rule_words(events: Iterable[RunEvent]) -> Phrase:
    """Return by which rule a run was stopped that was."""
    stops = [event_words(event) for event in events if event.kind.stops_run]
    return stops[-1] if stops else Phrase("run", "Stopped by a rule")


def stage_words(load: LoadShape) -> tuple[Phrase, ...]:
    """Return a caption for each piece of a load that takes time."""
    return tuple(
        _stage_phrase(before, after).of(length=clock(end_s - begin_s))
        for (begin_s, before), (end_s, after) in pairwise(load.corners())
        if end_s > begin_s
    )


def _stage_phrase(before: float, after: float) -> Phrase:
    if after > before:
        return Phrase("run", "Rise · {length}")
    if after < before:
        return Phrase("run", "Fall · {length}")
    return Phrase("run", "Hold · {length}")


def _goal_phrase(goal: Goal) -> Phrase:
    is_whole = goal.of == ALL_REQUESTS
    match goal.measure, goal.bound:
        case Measure.MEDIAN, Bound.AT_MOST:
            whole = Phrase("run", "typical response (median): {limit} or less")
            one = Phrase("run", "typical response (median) of {endpoint}: {limit} or less")
        case Measure.P95, Bound.AT_MOST:
            whole = Phrase("run", "slow response (p95): {limit} or less")
            one = Phrase("run", "slow response (p95) of {endpoint}: {limit} or less")
        case Measure.P99, Bound.AT_MOST:
            whole = Phrase("run", "slowest response (p99): {limit} or less")
            one = Phrase("run", "slowest response (p99) of {endpoint}: {limit} or less")
        case Measure.FAILURE_RATE, Bound.AT_MOST:
            whole = Phrase("run", "failures: {limit} or less")
            one = Phrase("run", "failures of {endpoint}: {limit} or less")
        case Measure.THROUGHPUT, Bound.AT_LEAST:
            whole = Phrase("run", "throughput: {limit} or more")
            one = Phrase("run", "throughput of {endpoint}: {limit} or more")
        case _:
            return _unusual_goal_phrase(goal)
    return whole if is_whole else one


def _unusual_goal_phrase(goal: Goal) -> Phrase:
    """Return the goal of somebody who wants slow answers, many failures or little throughput."""
    if goal.bound is Bound.AT_MOST:
        return Phrase("run", "throughput ({endpoint}): {limit} or less")
    if goal.measure is Measure.FAILURE_RATE:
        return Phrase("run", "failures ({endpoint}): {limit} or more")
    return Phrase("run", "response time ({endpoint}): {limit} or more")


def _missed_words(verdict: Verdict, target: str) -> Phrase:
    worst = verdict.missed[0]
    kept, goals = len(verdict.results) - len(verdict.missed), len(verdict.results)
    return _missed_phrase(worst).of(
        target=target,
        kept=kept,
        goals=goals,
        goal=str(worst.goal.of),
        limit=written(worst.goal.measure, worst.goal.limit),
        value=written(worst.goal.measure, worst.value or 0.0),
    )


def _missed_phrase(worst: GoalResult) -> Phrase:
    if worst.value is None:
        return Phrase("run", "{target} kept {kept} of {goals} goals: nothing was measured.")
    if worst.goal.of != ALL_REQUESTS:
        return Phrase(
            "run", "{target} kept {kept} of {goals} goals: {goal} had {value}, the goal is {limit}."
        )
    return _missed_measure_phrase(worst.goal.measure)


def _missed_measure_phrase(measure: Measure) -> Phrase:
    match measure:
        case Measure.MEDIAN:
            return Phrase(
                "run",
                "{target} kept {kept} of {goals} goals: typical responses took {value}, the goal is"
                " {limit} or less.",
            )
        case Measure.P95:
            return Phrase(
                "run",
                "{target} kept {kept} of {goals} goals: slow responses took {value}, the goal is"
                " {limit} or less.",
            )
        case Measure.P99:
            return Phrase(
                "run",
                "{target} kept {kept} of {goals} goals: the slowest responses took {value}, the"
                " goal is {limit} or less.",
            )
        case Measure.FAILURE_RATE:
            return Phrase(
                "run",
                "{target} kept {kept} of {goals} goals: {value} of the requests failed, the goal is"
                " {limit} or less.",
            )
        case Measure.THROUGHPUT:
            return Phrase(
                "run",
                "{target} kept {kept} of {goals} goals: it answered {value}, the goal is {limit} or"
                " more.",
            )
