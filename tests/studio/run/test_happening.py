"""Each moment an engine tells of is an event, and some are a reason to doubt."""

from typing import get_args

import pytest

from studio.engine.braking_messages import Brake, Braked
from studio.engine.load_course import (
    LimitFound,
    LoadHeld,
    LoadResumed,
    RateOrdered,
    StageSkipped,
    StepJudged,
    StepReason,
)
from studio.engine.load_messages import Refused, UsersGone, UsersOrdered, WorkerLost
from studio.engine.own_messages import (
    AgentFailed,
    ClockStepped,
    JournalFailed,
    JournalMended,
    JournalSlow,
    ReportsForged,
    ReportsMissing,
    WorkerBack,
    WorkerExplained,
    WorkerQuiet,
)
from studio.engine.trouble_messages import TaskFailed
from studio.run.event import EventKind
from studio.run.happening import Happening, doubt_of, event_of
from studio.run.verdict import Doubt

FLAT = StepReason.THROUGHPUT_FLAT
CASES: list[tuple[Happening, EventKind, str, Doubt | None]] = [
    (LoadHeld(1.5), EventKind.HELD, "", None),
    (LoadResumed(1.5), EventKind.RESUMED, "", None),
    (StageSkipped(1.5, 30.0), EventKind.STAGE_SKIPPED, "30.0", None),
    (StepJudged(1.5, 20, 90.0, None), EventKind.STEP_PASSED, "20", None),
    (StepJudged(1.5, 40, 91.0, FLAT), EventKind.STEP_FAILED, "40", None),
    (LimitFound(1.5, 20, 90.0, FLAT), EventKind.LIMIT_FOUND, "20", None),
    (RateOrdered(1.5, 12.5), EventKind.RATE_CHANGED, "12.5", None),
    (UsersOrdered(1.5, 9), EventKind.USERS_CHANGED, "9", None),
    (UsersGone(1.5), EventKind.USERS_GONE, "", None),
    (WorkerLost(1.5, "worker-1", 5), EventKind.WORKER_LOST, "worker-1", Doubt.WORKER_LOST),
    (
        WorkerLost(1.5, "worker-1", 5, "it stood still"),
        EventKind.WORKER_LOST,
        "worker-1: it stood still",
        Doubt.WORKER_LOST,
    ),
    (WorkerExplained(1.5, "worker-1: gone"), EventKind.WORKER_EXPLAINED, "worker-1: gone", None),
    (WorkerQuiet(1.5, "worker-1"), EventKind.WORKER_QUIET, "worker-1", None),
    (WorkerBack(1.5, "worker-1", 4.0), EventKind.WORKER_BACK, "worker-1", None),
    (
        ReportsMissing(1.5, "worker-1", 2),
        EventKind.REPORTS_MISSING,
        "worker-1",
        Doubt.NUMBERS_DIFFER,
    ),
    (ReportsForged(1.5, 7), EventKind.REPORTS_FORGED, "7", Doubt.FORGED),
    (ClockStepped(1.5, "master", 60.0), EventKind.CLOCK_STEPPED, "master", None),
    (
        AgentFailed(1.5, "worker-1", "KeyError: x", 2),
        EventKind.MEASURING_FAILED,
        "KeyError: x",
        Doubt.MEASURING_FAILED,
    ),
    (JournalFailed(1.5, "No space left"), EventKind.JOURNAL_FAILED, "No space left", None),
    (JournalMended(1.5, 3.0), EventKind.JOURNAL_MENDED, "", None),
    (JournalSlow(1.5), EventKind.JOURNAL_SLOW, "", None),
    (TaskFailed(0, 1.5, "ValueError", "x", "", ""), EventKind.TASK_FAILED, "ValueError: x", None),
    (Refused(1.5, "evil.test", 3), EventKind.NOT_ALLOWED, "evil.test", None),
    (Braked(1.5, Brake.USERS_HALVED, 0.625, 8), EventKind.USERS_HALVED, "62 %", None),
    (Braked(1.5, Brake.RETRY_AFTER, 30.0), EventKind.RETRY_AFTER, "30", None),
]


@pytest.mark.parametrize(("happening", "kind", "text", "doubt"), CASES)
def test_a_moment_is_an_event(
    happening: Happening, kind: EventKind, text: str, doubt: Doubt | None
) -> None:
    event = event_of(happening)
    assert (event.at_s, event.kind, event.text) == (1.5, kind, text)
    assert doubt_of(happening) is doubt


@pytest.mark.parametrize("brake", Brake)
def test_every_brake_is_an_event_of_the_same_name(brake: Brake) -> None:
    event = event_of(Braked(1.5, brake, 2.0))
    assert event.kind.value == brake.value
    assert event.kind.stops_run is brake.stops


def test_no_moment_is_forgotten_here() -> None:
    assert {type(case[0]) for case in CASES} == set(get_args(Happening))
