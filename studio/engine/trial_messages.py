"""What a trial and the studio say to each other: one user, one pass, every exchange whole.

Values of the journey's secrets are struck out of all of it before it leaves the child. Its first
message is `TrialBegan`, its last `TrialFinished`; a trial that ends without it has failed.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import get_args

from studio.engine.load_limits import LoadLimits
from studio.engine.versions import Versions
from studio.engine.wire import Wire

VERSION = 1
"""Goes up when a message changes its meaning; the two sides must agree."""

LONGEST_BODY_BYTES = 2 << 20
"""Of each body so much is told."""

MOST_PASSES = 8
"""A choice's other ways are walked in further passes, but in no more than this."""

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CodePlace:
    """A line of the locustfile that was being carried out."""

    function: str
    line: int


class TrialBodyKind(StrEnum):
    """What there is of a body."""

    NONE = "none"
    TEXT = "text"
    BINARY = "binary"
    UNREAD = "unread"
    """Nobody has read it."""


@dataclass(frozen=True, slots=True)
class TrialBody:
    """The body of a request or an answer, unpacked."""

    kind: TrialBodyKind = TrialBodyKind.NONE
    text: str = ""

    base64: str = ""
    """Of a binary body; empty where it held a secret."""

    type: str = ""
    """As its Content-Type says."""

    size_bytes: int = 0
    """Of all of it, however much is told."""

    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class SentRequest:
    """What was really sent."""

    method: str
    address: str
    headers: Pairs
    body: TrialBody = TrialBody()


@dataclass(frozen=True, slots=True)
class GotAnswer:
    """What came back; of a redirect that was followed only the head."""

    status: int
    headers: Pairs
    body: TrialBody = TrialBody()


@dataclass(frozen=True, slots=True)
class Hop:
    """One request on the wire, and its answer."""

    request: SentRequest

    answer: GotAnswer | None
    """None if none came."""

    head_ms: float | None
    """Until the head of its answer was there, its first byte with it."""


@dataclass(frozen=True, slots=True)
class TrialBegan:
    """The user is about to begin."""

    version: int
    made_of: Versions
    user_class: str


@dataclass(frozen=True, slots=True)
class PassBegan:
    """A pass begins; further ones take ways of choices that were not taken yet."""

    number: int
    """From 1; what is done once at the start comes before it."""


@dataclass(frozen=True, slots=True)
class Exchanged:
    """One request of the journey, with all its redirects, done and judged by the locustfile."""

    number: int
    """From 0."""

    pass_number: int
    """0: once at the start; -1: once at the end."""

    calls: tuple[CodePlace, ...]
    """The lines that led to it, the outermost first."""

    method: str

    name: str
    """Of its endpoint, as the statistics have it."""

    hops: tuple[Hop, ...]
    """On the wire, in order; none if it never came so far."""

    started_s: float
    """Since the beginning of the trial."""

    response_ms: float
    failure: str
    """What the locustfile or its client says is wrong; empty: nothing."""

    variables: Pairs = ()
    """What the user and the step knew by then: name and value."""

    cookies: Pairs = ()
    """What the user held after it."""


@dataclass(frozen=True, slots=True)
class PassEnded:
    """A pass is over."""

    number: int
    waited_s: float
    """How long a user of a run would have paused in it."""

    was_given_up: bool


@dataclass(frozen=True, slots=True)
class TaskBroke:
    """An exception left a task of the journey."""

    kind: str
    text: str
    place: str
    traceback: str
    calls: tuple[CodePlace, ...]


@dataclass(frozen=True, slots=True)
class TrialSaid:
    """A line of the engine's log at WARNING or above."""

    level: str
    text: str


@dataclass(frozen=True, slots=True)
class TrialRefused:
    """The trial wanted to go where it may not go; nothing was sent there."""

    place: str


@dataclass(frozen=True, slots=True)
class TrialFinished:
    """The trial is over and nothing follows."""

    by_hand: bool


@dataclass(frozen=True, slots=True)
class WalkOnce:
    """The first line a trial hears: what it is to do."""

    locustfile: str
    """The exported file, as it is."""

    host: str | None
    """Base address that stands above the file's own, or None."""

    limits: LoadLimits
    secrets: dict[str, str] = field(default_factory=dict[str, str], repr=False)
    """Values by the name of their environment variable."""

    most_passes: int = MOST_PASSES


@dataclass(frozen=True, slots=True)
class EndTrial:
    """End the user where it stands."""


TrialMessage = (
    TrialBegan
    | PassBegan
    | Exchanged
    | PassEnded
    | TaskBroke
    | TrialSaid
    | TrialRefused
    | TrialFinished
)
TrialCommand = WalkOnce | EndTrial
"""From the studio to the trial. Closing its stdin ends it, too."""

TRIAL_MESSAGES: Wire[TrialMessage] = Wire(get_args(TrialMessage))
TRIAL_COMMANDS: Wire[TrialCommand] = Wire(get_args(TrialCommand))
