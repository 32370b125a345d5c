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
from studio.run.event import EventKind, RunEvent
from studio.run.verdict import Doubt

OwnMessage = (
    WorkerQuiet
    | WorkerBack
    | WorkerExplained
    | ReportsMissing
    | ReportsForged
    | ClockStepped
    | AgentFailed
    | JournalFailed
    | JournalMended
    | JournalSlow
)
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
        case WorkerLost(at_s=at_s, worker=worker, why=why):
            return RunEvent(at_s, EventKind.WORKER_LOST, f"{worker}: {why}" if why else worker)
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
    kind, about = _OWN_EVENTS[type(told)]
    return RunEvent(told.at_s, kind, str(getattr(told, about)) if about else "")


_OWN_EVENTS: dict[type[OwnMessage], tuple[EventKind, str]] = {
    WorkerQuiet: (EventKind.WORKER_QUIET, "worker"),
    WorkerBack: (EventKind.WORKER_BACK, "worker"),
    WorkerExplained: (EventKind.WORKER_EXPLAINED, "why"),
    ReportsMissing: (EventKind.REPORTS_MISSING, "worker"),
    ReportsForged: (EventKind.REPORTS_FORGED, "count"),
    ClockStepped: (EventKind.CLOCK_STEPPED, "process"),
    AgentFailed: (EventKind.MEASURING_FAILED, "error"),
    JournalFailed: (EventKind.JOURNAL_FAILED, "reason"),
    JournalMended: (EventKind.JOURNAL_MENDED, ""),
    JournalSlow: (EventKind.JOURNAL_SLOW, ""),
}
"""Which event a message becomes, and which of its fields the event is about."""


def doubt_of(happening: Happening) -> Doubt | None:
    """Return why a run in which this happened is not to be trusted, if it is not.

    A journal that failed is no reason by itself: if it was not mended its end is missing, and that
    is one.
    """
    return _DOUBTS.get(type(happening))


_DOUBTS: dict[type[Happening], Doubt] = {
    WorkerLost: Doubt.WORKER_LOST,
    ReportsMissing: Doubt.NUMBERS_DIFFER,
    ReportsForged: Doubt.FORGED,
    AgentFailed: Doubt.MEASURING_FAILED,
}


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
