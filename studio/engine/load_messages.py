"""What the load engine and the studio say to each other.

An engine is started without arguments, so that nothing shows in a list of processes: all it needs
comes over its stdin. Its first message is `Hello`, its last is `Finished`; an engine that ends
without `Finished` has failed. Adding a message makes pyright name every `match` that does not
handle it yet. The same lines are the payload of the run journal.
"""

from dataclasses import dataclass
from typing import get_args

from studio.engine.braking_messages import Braked
from studio.engine.load_course import CourseMessage, Starts
from studio.engine.own_messages import (
    AgentFailed,
    CannotJoin,
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
from studio.engine.trouble_messages import (
    CauseSeen,
    EngineSaid,
    ExampleKept,
    TaskFailed,
    TroubleCounted,
)
from studio.engine.versions import Versions
from studio.engine.wire import Wire
from studio.measurement.outcome import Outcome

VERSION = 2
"""Goes up when a message changes its meaning; the two sides must agree."""


@dataclass(frozen=True, slots=True)
class Hello:
    """Which engine is speaking, and which versions it is made of."""

    engine: str
    version: int
    pid: int
    made_of: Versions

    most_files: int
    """How many files and connections it may have open."""


@dataclass(frozen=True, slots=True)
class Listening:
    """The master waits for its workers."""

    port: int
    """On 127.0.0.1; chosen by the operating system."""


@dataclass(frozen=True, slots=True)
class WorkerJoined:
    """A worker process is ready."""

    worker: str
    """Its name within the run, for example `worker-1`."""

    lane_off: str = ""
    """Why the fast lane is not under its FastHttpUsers; empty if it is."""


@dataclass(frozen=True, slots=True)
class WorkerLost:
    """A worker process is gone, and its users with it; the others keep theirs."""

    at_s: float
    worker: str

    users: int
    """How many it had when it was last heard."""

    why: str = ""
    """In a line; empty if nobody knows."""


@dataclass(frozen=True, slots=True)
class LoadBegan:
    """Run time begins now."""

    started_at: str
    """On the wall clock, UTC, ISO 8601."""


@dataclass(frozen=True, slots=True)
class UsersChanged:
    """How many virtual users there are from now on, and how many there should be."""

    at_s: float
    users: int
    wanted: int

    by_class: tuple[tuple[str, int], ...] = ()
    """Those there are, by user class; shares round, so only this says how many each has."""


@dataclass(frozen=True, slots=True)
class UsersGone:
    """All virtual users have ended by themselves, and nobody comes after them."""

    at_s: float


@dataclass(frozen=True, slots=True)
class UsersOrdered:
    """The number of virtual users was changed by hand."""

    at_s: float
    users: int


@dataclass(frozen=True, slots=True)
class EndpointSeen:
    """An endpoint has its first request; rows know it by its number."""

    endpoint: int
    """From 0, in order of first appearance within the run."""

    method: str
    name: str


@dataclass(frozen=True, slots=True)
class Row:
    """The requests of one endpoint with one outcome that ended within one second."""

    endpoint: int
    outcome: Outcome
    sum_us: int
    min_us: int
    max_us: int
    received_bytes: int

    counts: str
    """Requests by bucket, as `studio.measurement.packing.pack_text` writes them."""


@dataclass(frozen=True, slots=True)
class Health:
    """One worker process in one second; see `GeneratorHealth`."""

    worker: str
    users: int
    cpu_share: float
    lag_p95_ms: float

    plain: int = 0
    """Requests of FastHttpUsers that the fast lane answered, since the worker began."""

    handed_over: int = 0
    """Those it began and Locust's own client went on with."""

    passed_by: int = 0
    """Those it did not try."""

    lag_max_ms: float = 0.0
    run_delay_share: float = 0.0
    steal_share: float = 0.0
    gc_pause_ms: float = 0.0
    files_share: float = 0.0
    ports_share: float = 0.0


@dataclass(frozen=True, slots=True)
class SecondMeasured:
    """One closed second of the run, all worker processes together; seconds come in order."""

    at_s: int
    """From 0."""

    users: int
    rows: tuple[Row, ...]
    workers: tuple[Health, ...]

    wanted: int = 0
    """How many users there were to be in its middle; `users` says how many there were."""

    starts: Starts | None = None
    """Only of an arrival rate."""


@dataclass(frozen=True, slots=True)
class SecondAmended:
    """Rows that came after their second had been closed; they are added to it."""

    at_s: int
    rows: tuple[Row, ...]
    starts: Starts | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """Somebody wanted to go where this run may not go; nothing was sent there."""

    at_s: float

    place: str
    """A name, or host and port; plain text, for a target's answer may have said it; capped."""

    count: int
    """How often since it was last told; told at most once a second."""


@dataclass(frozen=True, slots=True)
class StopBegan:
    """The users are being let go."""

    at_s: float
    by_hand: bool
    """False at the end of the load profile."""

    grace_s: float
    """How long they may take to finish what they are doing; 0 when they are ended at once."""


@dataclass(frozen=True, slots=True)
class StatisticsReset:
    """The numbers of the run count from the first whole second after this moment on."""

    at_s: float


@dataclass(frozen=True, slots=True)
class StudioGone:
    """The studio can no longer be heard, so the load ends here; only the journal hears this."""

    at_s: float


@dataclass(frozen=True, slots=True)
class Finished:
    """The load is over and nothing follows."""

    at_s: float

    requests: int
    """By the worker processes' own count, to hold the sum of all rows against."""

    failures: int
    exit_code: int


LoadMessage = (
    Hello
    | Listening
    | WorkerJoined
    | CannotJoin
    | WorkerQuiet
    | WorkerBack
    | WorkerExplained
    | WorkerLost
    | LoadBegan
    | UsersChanged
    | UsersGone
    | UsersOrdered
    | EndpointSeen
    | SecondMeasured
    | SecondAmended
    | CauseSeen
    | TaskFailed
    | EngineSaid
    | TroubleCounted
    | ExampleKept
    | Refused
    | ReportsMissing
    | ReportsForged
    | ClockStepped
    | AgentFailed
    | Braked
    | JournalFailed
    | JournalMended
    | JournalSlow
    | StopBegan
    | StatisticsReset
    | StudioGone
    | CourseMessage
    | Finished
)
"""From the engine to the studio."""

MESSAGES: Wire[LoadMessage] = Wire(get_args(LoadMessage))
