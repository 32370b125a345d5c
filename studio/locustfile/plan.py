"""Plan: what a locustfile will do, resolved and in order, before a line of it is written."""

from dataclasses import dataclass

from studio.journey.data_file import RowUse
from studio.journey.journey import Client
from studio.journey.wait import NoWait, Wait
from studio.locustfile.block import Blocks, uses_of
from studio.locustfile.layout import Node
from studio.locustfile.parts import with_needs
from studio.locustfile.planned_step import PlannedProperty, PlannedStep, PlannedTake


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
class PlannedCounter:
    """Counts up for all users of all workers."""

    name: str
    first: int


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
    """Methods of each section, those of blocks among them."""

    at_end: tuple[PlannedStep, ...] = ()

    codes: tuple[PlannedStep, ...] = ()
    """Methods that steps of a chain call on their user."""

    start: Blocks = ()
    """Once for each user."""

    starts_in_place: bool = False
    """Whether the only step of the start needs no method."""

    each_pass: Blocks = ()
    """Where one task walks everything in order."""

    end: Blocks = ()
    prepared: Blocks = ()
    """Values that last for the user, and those its start needs."""

    begin_pass: Blocks = ()
    """Before each pass, where one task walks everything."""

    begin_end: Blocks = ()
    properties: tuple[PlannedProperty, ...] = ()

    blank: tuple[str, ...] = ()
    """Attributes that are read before anything is kept in them."""

    retries_start: bool = True

    host: str = ""
    """The base address of its target, unless a run names another; empty: a run must name it."""

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
    takes_at_end: tuple[PlannedTake, ...] = ()

    own_rows: tuple[PlannedTake, ...] = ()
    """Rows given back when the user stops."""

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
        requests = (it for step in self.steps for it in step.requests)
        own = self.headers_use | self.uses_of_blocks
        return with_needs(own.union(*(it.uses for it in requests)))

    @property
    def never_waits(self) -> bool:
        """Whether it goes on without a pause."""
        return isinstance(self.wait, NoWait)

    @property
    def is_walked_in_order(self) -> bool:
        """Whether one task walks everything."""
        return self.chain is None and all(step.weight is None for step in self.again)

    @property
    def steps(self) -> tuple[PlannedStep, ...]:
        """All its methods."""
        return (*self.once, *self.again, *self.at_end, *self.codes)

    @property
    def has_checks(self) -> bool:
        """Whether any of its requests may be given up."""
        return any(request.gives_up for step in self.steps for request in step.requests)

    @property
    def start_gives_up(self) -> bool:
        """Whether its start may end early."""
        return any(it.gives_up for it in self.once) or "give_up" in uses_of(self.start)

    @property
    def end_gives_up(self) -> bool:
        """Whether its end may end early."""
        return any(it.gives_up for it in self.at_end) or "give_up" in uses_of(self.end)

    @property
    def starts_until_it_succeeds(self) -> bool:
        """Whether its start is tried again when a check fails there."""
        return self.retries_start and self.start_gives_up

    @property
    def uses_of_blocks(self) -> frozenset[str]:
        """What its blocks need imported, or from the preamble, by name."""
        blocks = (*self.start, *self.each_pass, *self.end)
        begun = (*self.prepared, *self.begin_pass, *self.begin_end)
        composed = (name for it in self.properties for name in it.value.uses)
        of_steps = (name for it in self.steps for name in it.uses)
        return uses_of((*blocks, *begun)).union(composed, of_steps)


@dataclass(frozen=True, slots=True)
class PlannedStage:
    """A straight piece of the load; it begins where the one before it ends."""

    until_s: float
    first_users: int
    last_users: int


@dataclass(frozen=True, slots=True)
class PlannedGoal:
    """A limit that decides by which exit code Locust leaves."""

    title: str
    """One line that can be seen."""

    method: str
    name: str
    """Of the endpoint; empty: all requests."""

    measure: str | float
    """A number is the quantile of a percentile, 0 to 1."""

    bound: str
    limit: float


@dataclass(frozen=True, slots=True)
class Plan:
    """All that a locustfile needs."""

    users: tuple[PlannedUser, ...]

    secrets: tuple[PlannedSecret, ...] = ()
    files: tuple[PlannedFile, ...] = ()
    feeds: tuple[PlannedFeed, ...] = ()
    constants: tuple[PlannedConstant, ...] = ()

    counters: tuple[PlannedCounter, ...] = ()

    stages: tuple[PlannedStage, ...] = ()
    """Of the load; none where the file has no shape."""

    goals: tuple[PlannedGoal, ...] = ()

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
