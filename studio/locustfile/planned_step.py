"""What one method of a user class does, resolved and in order."""

from dataclasses import dataclass

from studio.locustfile.block import Blocks, Source, uses_of
from studio.locustfile.layout import Node
from studio.locustfile.parts import MAYBE, with_needs
from studio.locustfile.statement import Statements


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

    note: str = ""

    @property
    def gives_up(self) -> bool:
        """Whether the pass may end with it."""
        return "fail" in with_needs(it for it in self.uses if not it.endswith(MAYBE))


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """A method: first its rows, then its blocks to begin with, its requests, its blocks or code."""

    method: str
    """Its name."""

    requests: tuple[PlannedRequest, ...]

    weight: int | None = None
    """Of the task it is; None: it is no task, other methods call it."""

    tags: tuple[str, ...] = ()
    takes: tuple[PlannedTake, ...] = ()

    transitions: tuple[tuple[str | None, int], ...] = ()
    """Methods that may follow it in a chain, with their weights; None: the chain is left."""

    id: str = ""
    """Of the node, within its journey."""

    begin: Blocks = ()
    body: Blocks = ()

    counted_as: str | None = None
    """The name under which requests and blocks are one more row of the statistics."""

    code: tuple[str, ...] = ()
    """Lines a person wrote, indented."""

    code_name: str | None = None
    note: str = ""

    user: str = "self"
    """The user as the method sees it."""

    @property
    def gives_up(self) -> bool:
        """Whether the pass may end with it."""
        blocks = (*self.begin, *self.body)
        return any(it.gives_up for it in self.requests) or "give_up" in uses_of(blocks)

    @property
    def uses(self) -> frozenset[str]:
        """What its blocks need imported, or from the preamble, by name."""
        counted = {"counted"} if self.counted_as is not None else set[str]()
        return uses_of((*self.begin, *self.body)) | counted


@dataclass(frozen=True, slots=True)
class PlannedProperty:
    """A value that is put together of others whenever it is read."""

    name: str
    value: Source
