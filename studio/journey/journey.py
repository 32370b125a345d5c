"""Journey: what one kind of user does."""

from dataclasses import dataclass
from enum import StrEnum

from studio.journey.auth import NO_AUTH, Auth
from studio.journey.body import Pairs
from studio.journey.by_hand import ByHand
from studio.journey.made import Made
from studio.journey.node import Nodes
from studio.journey.order import Order
from studio.journey.suggestion import Suggestion
from studio.journey.wait import DEFAULT_WAIT, Wait


class Client(StrEnum):
    """Which of Locust's clients the user class has."""

    FAST = "fast"
    """`FastHttpUser`: about eight times cheaper for the load generator."""

    HTTP = "http"
    """`HttpUser`, built on requests."""


class Cookies(StrEnum):
    """For how long a user keeps its cookies."""

    KEEP = "keep"
    """For as long as it lives, as a browser does."""

    EACH_PASS = "each_pass"  # noqa: S105  # it is no password
    """Each pass is a visitor nobody knows yet."""


@dataclass(frozen=True, slots=True)
class Tls:
    """How connections over HTTPS are trusted."""

    verify: bool = True
    """Whether the target's certificate must be valid."""

    authority: str | None = None
    """The attachment with the certificates trusted instead of the system's, as PEM."""

    client_certificate: str | None = None
    """The secret whose value is the path of a PEM file with a certificate and its key."""


@dataclass(frozen=True, slots=True)
class RecordingRef:
    """The recording a journey was made from."""

    id: str
    """Within its project, for example `C5`."""

    made_on: str
    """The day, in UTC, ISO 8601."""

    sha256: str


@dataclass(frozen=True, slots=True)
class Journey:
    """What one kind of user does: once at the start, again and again, once at the end."""

    id: str
    """Within its project, for example `J3`."""

    name: str
    again: Nodes
    once: Nodes = ()

    at_end: Nodes = ()
    """Only for users that stop in good time."""

    client: Client = Client.FAST
    order: Order = Order.IN_ORDER
    wait: Wait = DEFAULT_WAIT

    host: str = "main"
    """Which of the target's hosts, by name."""

    headers: Pairs = ()
    """Sent with every request."""

    auth: Auth = NO_AUTH
    made: tuple[Made, ...] = ()
    """Variables its users make up themselves."""

    answer_within_s: float | None = 30.0
    """A whole answer takes at most this long; None: as long as it takes."""

    follow_redirects: bool = True
    cookies: Cookies = Cookies.KEEP
    retries_start: bool = True
    """Whether a user whose start failed tries again; otherwise it ends."""

    tls: Tls = Tls()  # it is frozen

    labels: tuple[str, ...] = ()
    """By which a run can leave out all of its steps; Locust calls them tags."""

    note: str = ""
    """Free text; part of the locustfile's docstring."""

    recording: RecordingRef | None = None
    suggestions: tuple[Suggestion, ...] = ()
    """Values to be taken, found in its recording."""

    by_hand: ByHand | None = None
    """The locustfile a person writes; it runs and leaves as it stands, and there are no steps."""

    last_id: int = 0
    """The highest number an id of a node or a request ever had, so that none comes again; those in
    the journey may have higher ones."""
