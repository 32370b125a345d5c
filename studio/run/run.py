"""What a run is: its states, how it can end, and how it looks at one moment."""

from dataclasses import dataclass
from enum import StrEnum

from studio.errors import StudioError
from studio.measurement.generator_health import GeneratorHealth
from studio.measurement.starts import StartSummary
from studio.measurement.summary import EndpointSummary
from studio.measurement.timeline import Point
from studio.run.event import RunEvent
from studio.run.lane_use import LaneUse
from studio.run.search_result import NO_SEARCH, SearchResult
from studio.run.trouble import NO_TROUBLE, Trouble
from studio.run.verdict import Verdict


class RunState(StrEnum):
    """Where a run stands; it only ever moves down this list.

    The project file names a state before its first step is taken, so that after a kill it says the
    most that may have happened.
    """

    PLANNED = "planned"
    """Its setup is fixed; nothing has been started."""

    STARTING = "starting"
    """Its journal has been begun; the engine is being started."""

    RUNNING = "running"
    STOPPING = "stopping"
    """The users are being let go; what they still measure counts."""

    CLOSING = "closing"
    """The load has ended; the journal is not yet in the project file."""

    CLOSED = "closed"


class RunEnding(StrEnum):
    """Why a run's load ended."""

    COMPLETED = "completed"
    STOPPED = "stopped"
    STOPPED_BY_RULE = "stopped by a rule"
    """Which rule is the last of its events to say so."""

    FAILED = "failed"
    INTERRUPTED = "interrupted"
    """The studio was gone before the load had ended; what the journal held was kept."""

    NEVER_STARTED = "never started"
    """The studio was gone before there was any load."""


@dataclass(frozen=True, slots=True)
class RunSnapshot:
    """A run as it stands at one moment; safe to keep and to pass between threads."""

    state: RunState
    ending: RunEnding | None

    at_s: float
    """Run time: how long the load has been on."""

    users: int
    """How many virtual users there are."""

    wanted_users: int
    """How many there should be."""

    total: EndpointSummary
    """All endpoints together, over the whole run so far."""

    recent: EndpointSummary
    """All endpoints together, over the last `RECENT_S` seconds."""

    endpoints: tuple[EndpointSummary, ...]
    """A row per endpoint seen so far, in order of first appearance."""

    timeline: tuple[Point, ...]
    """A point per second of the run so far, from second 0 on, in order of time."""

    workers: tuple[GeneratorHealth, ...]
    """Each worker process in the last second it told of, in order of name."""

    bad_seconds: frozenset[int]
    """Seconds in which the load generator itself was the limit."""

    events: tuple[RunEvent, ...]
    """In order of time."""

    verdict: Verdict | None
    """Only once the run has ended."""

    error: StudioError | None
    """Why the run failed, if it did."""

    lane: LaneUse
    """Whether the fast lane was under its FastHttpUsers, and how much it carried."""

    starts: StartSummary | None = None
    """All journeys that were started, or were to be; only of an arrival rate."""

    search: SearchResult = NO_SEARCH
    """What came of a search for the limit; nothing where the load is another."""

    load_s: float = 0.0
    """Load time: where on its load the run is; behind `at_s` after a hold, ahead after a skip."""

    is_held: bool = False
    """Whether the load stays where it is."""

    counted_from_s: int = 0
    """Which second `total` and `endpoints` begin with: 0, or the first since they were reset."""

    stops_by_s: float | None = None
    """The run time by which the last user is gone; None unless it is being stopped."""

    trouble: Trouble = NO_TROUBLE
    """What went wrong on the way, and what was kept of it."""

    silent_s: float = 0.0
    """How long the engine of a run that goes on has not answered; 0 while it does."""

    users_by_class: tuple[tuple[str, int], ...] = ()
    """How many of the users each user class has."""


NOT_ANSWERING_S = 5.0
"""An engine tells of each second; one that has told of nothing for so long is not answering."""

RECENT_S = 10
"""How many seconds `RunSnapshot.recent` looks back."""
