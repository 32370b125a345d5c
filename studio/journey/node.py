"""Node: the steps of a journey, and the blocks that stand around them."""

from dataclasses import dataclass
from typing import ClassVar

from studio.journey.check import Test
from studio.journey.order import Order
from studio.journey.request import Request
from studio.journey.wait import ONE_SECOND, Pause

Following = tuple[tuple[str, int], ...]
"""Which nodes may follow in a chain, by id, each with its weight."""

LEAVE = ""
"""In a group's `next`: the group is left."""


@dataclass(frozen=True, slots=True)
class Step:
    """What the visitor would name, such as “pay”; holds its requests."""

    KIND: ClassVar = "step"

    id: str
    """Within its journey; never used again."""

    name: str
    requests: tuple[Request, ...]

    weight: int = 1
    """How often it is drawn, relative to the others; only where the order is `weighted`."""

    next: Following = ()
    """Only where the order is `chain`."""

    labels: tuple[str, ...] = ()
    """By which a run can leave it out; only at the top, where the order is `weighted`."""

    wait: Pause | None = None
    """The pause after it; None: none."""

    is_counted: bool = False
    """Whether the whole step is one more row of the statistics, its own pauses not included."""

    is_on: bool = True
    """Off: it is kept and not walked."""

    note: str = ""
    """Free text; a comment in the locustfile."""


@dataclass(frozen=True, slots=True)
class Group:
    """Steps that belong together, walked in an order of their own."""

    KIND: ClassVar = "group"

    id: str
    name: str
    nodes: "tuple[Node, ...]"

    order: Order = Order.IN_ORDER
    """All of them in order, one of them by weight, or from the first along a chain until it is left
    (`LEAVE` in a step's `next`)."""

    weight: int = 1
    next: Following = ()
    labels: tuple[str, ...] = ()
    is_counted: bool = False
    is_on: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True)
class Times:
    """So many times; a number drawn evenly where the two differ."""

    KIND: ClassVar = "times"

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class EachItem:
    """Once for each item of a list that was taken from a JSON answer."""

    KIND: ClassVar = "each"

    variable: str
    """Holds the list."""

    item: str
    """The variable that holds one of them."""

    at_most: int = 100


@dataclass(frozen=True, slots=True)
class Until:
    """Again until a test holds, looked at after each time."""

    KIND: ClassVar = "until"

    test: Test
    at_most: int = 10
    pause: Pause = ONE_SECOND

    fails: bool = True
    """Whether the pass is given up when the test has not held at the last time either."""


Repeat = Times | EachItem | Until


@dataclass(frozen=True, slots=True)
class Loop:
    """Nodes walked again."""

    KIND: ClassVar = "loop"

    id: str
    name: str
    repeat: Repeat
    nodes: "tuple[Node, ...]"
    weight: int = 1
    next: Following = ()
    labels: tuple[str, ...] = ()
    is_on: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True)
class Branch:
    """One way of a choice."""

    name: str

    share: int
    """Of 100 passes, so many come this way."""

    nodes: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several ways, drawn by share; what is left of 100 takes none of them."""

    KIND: ClassVar = "choice"

    id: str
    name: str
    branches: tuple[Branch, ...]
    weight: int = 1
    next: Following = ()
    labels: tuple[str, ...] = ()
    is_on: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True)
class Condition:
    """One way where a test holds, another where it does not."""

    KIND: ClassVar = "condition"

    id: str
    name: str
    when: Test
    nodes: "tuple[Node, ...]"
    otherwise: "tuple[Node, ...]" = ()
    weight: int = 1
    next: Following = ()
    labels: tuple[str, ...] = ()
    is_on: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Python a person wrote; it runs only where the project is trusted and code is allowed."""

    KIND: ClassVar = "code"

    id: str
    name: str

    text: str
    """Statements in a method of the user: `self` is the user, `self.client` its client."""

    weight: int = 1
    next: Following = ()
    labels: tuple[str, ...] = ()
    is_on: bool = True
    note: str = ""


Node = Step | Group | Loop | Choice | Condition | CodeBlock
Nodes = tuple[Node, ...]
