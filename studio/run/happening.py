"""What an engine tells of single moments → events and doubts."""

from studio.engine.load_messages import Refused, UsersOrdered, WorkerLost
from studio.engine.trouble_messages import TaskFailed
from studio.run.event import EventKind, RunEvent
from studio.run.verdict import Doubt

Happening = UsersOrdered | WorkerLost | TaskFailed | Refused
"""Messages that change nothing but the list of events, and whether a run is to be trusted."""


def event_of(happening: Happening) -> RunEvent:
    """Return what happened as an event of the run."""
    match happening:
        case UsersOrdered(at_s=at_s, users=users):
            return RunEvent(at_s, EventKind.USERS_CHANGED, str(users))
        case WorkerLost(at_s=at_s, worker=worker):
            return RunEvent(at_s, EventKind.WORKER_LOST, worker)
        case TaskFailed(at_s=at_s, kind=kind, text=text):
            return RunEvent(at_s, EventKind.TASK_FAILED, f"{kind}: {text}" if text else kind)
        case Refused(at_s=at_s, place=place):
            return RunEvent(at_s, EventKind.NOT_ALLOWED, place)


def doubt_of(happening: Happening) -> Doubt | None:
    """Return why a run in which this happened is not to be trusted, if it is not."""
    match happening:
        case WorkerLost():
            return Doubt.WORKER_LOST
        case UsersOrdered() | TaskFailed() | Refused():
            return None
