"""Plan: what a locustfile will do, resolved and in order, before a line of it is written."""

from dataclasses import dataclass

from studio.journey.data_file import RowUse
from studio.journey.journey import Client
from studio.journey.wait import NoWait, Wait
from studio.locustfile.layout import Node
from studio.locustfile.parts import MAYBE, with_needs
from studio.locustfile.statement import Statements


@dataclass(frozen=True, slots=True)
class PlannedSecret:
    """A value the file reads from its environment."""

    constant: str
    """Its name in the file."""

    environment_name: str


@dataclass(frozen=True, slots=True)
class PlannedConstant:
    """A value of the target that stands at the top of the file."""

    constant: str
    value: str

    environment_name: str = ""
    """Where another value may stand; empty: there is no other."""


@dataclass(frozen=True, slots=True)
class PlannedTls:
    """How the connections of a user are trusted."""

    constant: str = "TLS"
    """Holds the context of fast users."""

    verify: bool = True

    authority: str = ""
    """The name of a file beside the locustfile; empty: the system's authorities."""

    certificate: str = ""
    """The constant that holds the path of a client certificate; empty: there is none."""


@dataclass(frozen=True, slots=True)
class PlannedFeed:
    """A data file whose rows are dealt to users."""

    name: str
    """In the file; its table is `file_name`, beside it."""

    file_name: str
    rows: RowUse
    is_used_up: bool


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """A file beside the locustfile, read once as it starts."""

    constant: str
    """Holds its bytes."""

    file_name: str


@dataclass(frozen=True, slots=True)
class PlannedTake:
    """A row taken from a feed and kept for the user."""

    row: str
    """The attribute, for example `self.account`."""

    feed: str


@dataclass(frozen=True, slots=True)
class PlannedRequest:
    """One call a user makes."""

    call: Node
    """The whole call but for `catch_response`, for example `self.client.get("/")`."""

    inside: Statements = ()
    """What is done with its answer, before it is counted; none: Locust decides."""

    id: str = ""
    """Of the request, within its journey."""

    uses: frozenset[str] = frozenset()
    """What it needs imported, or from the preamble, by name."""

    @property
    def gives_up(self) -> bool:
        """Whether the pass may end with it."""
        return "fail" in with_needs(it for it in self.uses if not it.endswith(MAYBE))


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """A method that makes requests."""

    method: str
    """Its name."""

    requests: tuple[PlannedRequest, ...]

    weight: int | None
    """Of the task it is; None: it is no task, other methods call it."""

    tags: tuple[str, ...] = ()
    takes: tuple[PlannedTake, ...] = ()
    """Before its first request."""

    transitions: tuple[tuple[str, int], ...] = ()
    """Methods that may follow it in a chain, with their weights."""

    id: str = ""
    """Of the step, within its journey."""


@dataclass(frozen=True, slots=True)
class PlannedUser:
    """One user class."""

    name: str
    client: Client
    answer_within_s: float | None
    wait: Wait

    weight: int
    """1 is not written."""

    headers: Node | None
    """Sent with every request; None: none."""

    once: tuple[PlannedStep, ...]
    again: tuple[PlannedStep, ...]

    fixed_count: int | None = None
    """So many users, whatever the others do; stands in place of a weight."""

    chain: str | None = None
    """The class that walks the steps as a Markov chain; None: they are walked otherwise."""

    tags: tuple[str, ...] = ()
    """Of its one task, where it has only one."""

    expects: tuple[str, ...] = ()
    """Feeds that must have a row left, or the user does not even start."""

    takes_at_start: tuple[PlannedTake, ...] = ()
    takes_each_pass: tuple[PlannedTake, ...] = ()

    own_rows: tuple[PlannedTake, ...] = ()
    """Rows given back when the user stops."""

    blank: tuple[str, ...] = ()
    """Attributes that are read before anything is kept in them."""

    tls: PlannedTls = PlannedTls()  # it is frozen

    headers_use: frozenset[str] = frozenset()
    """What its headers need from the preamble, by name."""

    @property
    def is_dependable(self) -> bool:
        """Whether its client is put right by the preamble."""
        has_deadline = self.answer_within_s is not None or "within_s" in self.uses
        return self.client is Client.FAST or has_deadline

    @property
    def uses(self) -> frozenset[str]:
        """What its requests need imported, or from the preamble, by name."""
        requests = (it for step in self.once + self.again for it in step.requests)
        return with_needs(self.headers_use.union(*(it.uses for it in requests)))

    @property
    def never_waits(self) -> bool:
        """Whether it goes on without a pause."""
        return isinstance(self.wait, NoWait)

    @property
    def has_checks(self) -> bool:
        """Whether any of its requests may be given up."""
        return any(it.gives_up for step in self.once + self.again for it in step.requests)

    @property
    def starts_until_it_succeeds(self) -> bool:
        """Whether its start is tried again when a check fails there."""
        return any(it.gives_up for step in self.once for it in step.requests)


@dataclass(frozen=True, slots=True)
class PlannedStage:
    """A straight piece of the load; it begins where the one before it ends."""

    until_s: float
    first_users: int
    last_users: int


@dataclass(frozen=True, slots=True)
class Plan:
    """All that a locustfile needs."""

    users: tuple[PlannedUser, ...]

    secrets: tuple[PlannedSecret, ...] = ()
    files: tuple[PlannedFile, ...] = ()
    feeds: tuple[PlannedFeed, ...] = ()
    constants: tuple[PlannedConstant, ...] = ()

    stages: tuple[PlannedStage, ...] = ()
    """Of the load; none where the file has no shape."""

    load_note: str = ""
    """Why it has none; empty where nobody asked for one."""

    def has(self, client: Client) -> bool:
        """Return whether a user class has this client."""
        return any(user.client is client for user in self.users)

    @property
    def uses(self) -> frozenset[str]:
        """What its requests need imported, or from the preamble, by name."""
        return frozenset(name for user in self.users for name in user.uses)

    def deadlines_s(self, client: Client) -> tuple[float | None, ...]:
        """Return the usual deadlines of the users of a client that are made dependable."""
        users = (it for it in self.users if it.client is client and it.is_dependable)
        return tuple(dict.fromkeys(it.answer_within_s for it in users))

    def has_several_deadlines(self, client: Client) -> bool:
        """Return whether the requests of a client's users end at different times."""
        own = any("within_s" in it.uses for it in self.users if it.client is client)
        return own or len(self.deadlines_s(client)) > 1
