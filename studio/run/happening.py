"""What an engine tells of single moments → events and doubts."""

from studio.engine.braking_messages import Braked
from studio.engine.load_course import (
    CourseMessage,
    LimitFound,
    LoadHeld,
    LoadResumed,
    RateOrdered,
    StageSkipped,
    StepJudged,
)
from studio.engine.load_messages import Refused, UsersGone, UsersOrdered, WorkerLost
from studio.engine.own_messages import (
    AgentFailed,
    ClockStepped,
    ReportsForged,
    ReportsMissing,
    WorkerBack,
    WorkerQuiet,
)
from studio.engine.trouble_messages import TaskFailed
from studio.run.event import EventKind, RunEvent
from studio.run.verdict import Doubt

OwnMessage = WorkerQuiet | WorkerBack | ReportsMissing | ReportsForged | ClockStepped | AgentFailed
"""What an engine tells of itself."""

Happening = (
    UsersOrdered
    | UsersGone
    | WorkerLost
    | TaskFailed
    | Refused
    | Braked
    | CourseMessage
    | OwnMessage
)
"""Messages that change nothing but the list of events, and whether a run is to be trusted."""


def event_of(happening: Happening) -> RunEvent:  # noqa: PLR0911  # one line a kind
    """Return what happened as an event of the run."""
    if isinstance(happening, Braked):
        return _braked_event(happening)
    match happening:
        case UsersOrdered(at_s=at_s, users=users):
            return RunEvent(at_s, EventKind.USERS_CHANGED, str(users))
        case UsersGone(at_s=at_s):
            return RunEvent(at_s, EventKind.USERS_GONE, "")
        case WorkerLost(at_s=at_s, worker=worker):
            return RunEvent(at_s, EventKind.WORKER_LOST, worker)
        case TaskFailed(at_s=at_s, kind=kind, text=text):
            return RunEvent(at_s, EventKind.TASK_FAILED, f"{kind}: {text}" if text else kind)
        case Refused(at_s=at_s, place=place):
            return RunEvent(at_s, EventKind.NOT_ALLOWED, place)
        case (
            LoadHeld()
            | LoadResumed()
            | StageSkipped()
            | RateOrdered()
            | StepJudged()
            | LimitFound()
        ):
            return _course_event(happening)
        case _:
            return _event_of_own(happening)


def _braked_event(braked: Braked) -> RunEvent:
    number = braked.number
    text = f"{100 * number:.0f} %" if braked.brake.is_share else f"{number:g}"
    return RunEvent(braked.at_s, EventKind(str(braked.brake)), text)


def _event_of_own(told: OwnMessage) -> RunEvent:
    match told:
        case WorkerQuiet(at_s=at_s, worker=worker):
            return RunEvent(at_s, EventKind.WORKER_QUIET, worker)
        case WorkerBack(at_s=at_s, worker=worker):
            return RunEvent(at_s, EventKind.WORKER_BACK, worker)
        case ReportsMissing(at_s=at_s, worker=worker):
            return RunEvent(at_s, EventKind.REPORTS_MISSING, worker)
        case ReportsForged(at_s=at_s, count=count):
            return RunEvent(at_s, EventKind.REPORTS_FORGED, str(count))
        case ClockStepped(at_s=at_s, process=process):
            return RunEvent(at_s, EventKind.CLOCK_STEPPED, process)
        case AgentFailed(at_s=at_s, error=error):
            return RunEvent(at_s, EventKind.MEASURING_FAILED, error)


def doubt_of(happening: Happening) -> Doubt | None:
    """Return why a run in which this happened is not to be trusted, if it is not."""
    match happening:
        case WorkerLost():
            return Doubt.WORKER_LOST
        case ReportsMissing():
            return Doubt.NUMBERS_DIFFER
        case ReportsForged():
            return Doubt.FORGED
        case AgentFailed():
            return Doubt.MEASURING_FAILED
        case _:
            return None


def _course_event(message: CourseMessage) -> RunEvent:
    match message:
        case LoadHeld(at_s=at_s):
            return RunEvent(at_s, EventKind.HELD, "")
        case LoadResumed(at_s=at_s):
            return RunEvent(at_s, EventKind.RESUMED, "")
        case StageSkipped(at_s=at_s, load_s=load_s):
            return RunEvent(at_s, EventKind.STAGE_SKIPPED, str(load_s))
        case RateOrdered(at_s=at_s, per_s=per_s):
            return RunEvent(at_s, EventKind.RATE_CHANGED, f"{per_s:g}")
        case StepJudged(at_s=at_s, users=users, reason=reason):
            kind = EventKind.STEP_PASSED if reason is None else EventKind.STEP_FAILED
            return RunEvent(at_s, kind, str(users))
        case LimitFound(at_s=at_s, users=users):
            return RunEvent(at_s, EventKind.LIMIT_FOUND, str(users))
