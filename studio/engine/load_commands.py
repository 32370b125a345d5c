"""What the studio says to the load engine: how to begin, and what to do while it goes on.

Commands to a run that goes on are legal at any moment, and twice.
"""

from dataclasses import dataclass, field
from typing import get_args

from studio.engine.load_course import CourseCommand
from studio.engine.load_limits import LoadLimits
from studio.engine.versions import Versions
from studio.engine.wire import Wire
from studio.scenario.goal import Goal
from studio.scenario.labels import ALL_STEPS, Labels
from studio.scenario.load_shape import LoadShape, first_users


@dataclass(frozen=True, slots=True)
class LeadRun:
    """The first line a master hears: what it is to do."""

    run: str
    """The run's own number, a UUID in hexadecimal."""

    locustfile: str
    """The exported file, as it is."""

    host: str | None
    """Base address that stands above the file's own, or None."""

    journal: str
    """Where to keep what is measured until the run is closed."""

    load: LoadShape
    worker_processes: int
    limits: LoadLimits

    token: str
    """By which the run's processes know each other; a secret."""

    goals: tuple[Goal, ...] = ()
    """What a search for the limit holds each step against."""

    labels: Labels = ALL_STEPS
    """Which labelled steps are walked."""

    secrets: dict[str, str] = field(default_factory=dict[str, str], repr=False)
    """Values by the name of their environment variable: never in a journal, a log or a list."""

    @property
    def first_users(self) -> int:
        """How many virtual users there are at the very beginning."""
        first, most = first_users(self.load), self.limits.most_users
        return first if most is None else min(first, most)


@dataclass(frozen=True, slots=True)
class JoinRun:
    """The first line a worker process hears: whom it works for."""

    run: str
    worker: str
    locustfile: str
    port: int
    limits: LoadLimits

    fast_lane: bool
    """Whether the lane may stand under FastHttpUsers; it needs the versions it knows, too."""

    token: str
    """By which the run's processes know each other; a secret."""

    made_of: Versions
    """What the master is made of; a worker process must be made of the same."""

    secrets: dict[str, str] = field(default_factory=dict[str, str], repr=False)
    """As in `LeadRun`."""


@dataclass(frozen=True, slots=True)
class ChangeUsers:
    """Leave the load profile and go on with this many users until its end."""

    users: int


@dataclass(frozen=True, slots=True)
class Stop:
    """Let the users go and finish; what has been measured is still reported."""


@dataclass(frozen=True, slots=True)
class StopNow:
    """End every user where it stands, report what is measured, and finish within 2 s.

    Requests that are under way are broken off; they reach the target and are counted nowhere.
    """


@dataclass(frozen=True, slots=True)
class ResetStatistics:
    """Let the numbers of the run begin anew; its course is kept whole.

    Before the load has begun and after its end is in sight there is nothing to begin anew.
    """


@dataclass(frozen=True, slots=True)
class KeepNextExample:
    """Keep the next exchange of an endpoint whole, whatever comes of it."""

    method: str
    name: str


@dataclass(frozen=True, slots=True)
class GiveUpWorker:
    """A worker process has ended: wait for it no longer."""

    worker: str

    why: str = ""
    """In a line; empty if nobody knows."""


LoadCommand = (
    LeadRun
    | JoinRun
    | ChangeUsers
    | CourseCommand
    | Stop
    | StopNow
    | ResetStatistics
    | KeepNextExample
    | GiveUpWorker
)
"""From the studio to the engine. Closing its stdin means stop, too."""

COMMANDS: Wire[LoadCommand] = Wire(get_args(LoadCommand))
