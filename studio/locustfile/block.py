"""Block: what a method does beside its requests, as a small tree."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from studio.journey.wait import BetweenWait, ConstantWait, NoWait, Pause
from studio.locustfile.layout import Node

NOTHING = frozenset[str]()


@dataclass(frozen=True, slots=True)
class Source:
    """An expression, and what it needs imported or from the preamble, by name."""

    node: Node
    uses: frozenset[str] = NOTHING


@dataclass(frozen=True, slots=True)
class Note:
    """A comment of one line."""

    text: str


@dataclass(frozen=True, slots=True)
class Marked:
    """What one node of a journey became."""

    id: str
    """Of the node."""

    body: "Blocks"


@dataclass(frozen=True, slots=True)
class Call:
    """Another method is called."""

    method: str

    counted_as: str | None = None
    """The name under which it is one more row of the statistics."""

    owner: str = "self."
    """Whose method it is."""


@dataclass(frozen=True, slots=True)
class Sleep:
    """A pause."""

    pause: Pause


@dataclass(frozen=True, slots=True)
class Assign:
    """A value is kept."""

    target: str
    value: Source


@dataclass(frozen=True, slots=True)
class ForgetCookies:
    """The user becomes a visitor nobody knows."""

    jar: str
    """Of the client, for example `cookiejar`."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """So many times; a number drawn evenly where the two differ."""

    low: int
    high: int
    body: "Blocks"


@dataclass(frozen=True, slots=True)
class Each:
    """Once for each item of a list."""

    items: str
    item: str
    """Name of the loop's own variable."""

    kept: str
    """Where the item is kept for other methods."""

    at_most: int
    body: "Blocks"


@dataclass(frozen=True, slots=True)
class Attempts:
    """Again until a condition holds."""

    condition: Source
    at_most: int
    pause: Pause

    fails_as: str | None
    """The name under which a failure is counted if it has never held; None: it does not matter."""

    body: "Blocks"


@dataclass(frozen=True, slots=True)
class If:
    """One way where a condition holds, another where it does not."""

    condition: Source
    body: "Blocks"
    otherwise: "Blocks" = ()


@dataclass(frozen=True, slots=True)
class Draw:
    """One of several ways, each with its share of 100; the rest takes none."""

    ways: "tuple[tuple[int, Blocks], ...]"


@dataclass(frozen=True, slots=True)
class Pick:
    """One of several methods, drawn by weight."""

    methods: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Walk:
    """From the first method along a chain, until it is left."""

    chain: tuple[tuple[str, tuple[tuple[str | None, int], ...]], ...]
    """Methods, and what may follow each by weight; None: the chain is left."""


Block = (
    Note
    | Marked
    | Call
    | Sleep
    | Assign
    | ForgetCookies
    | Repeat
    | Each
    | Attempts
    | If
    | Draw
    | Pick
    | Walk
)
Blocks = tuple[Block, ...]


def uses_of(blocks: Iterable[Block]) -> frozenset[str]:
    """Return what blocks need imported, or from the preamble, by name."""
    return frozenset(name for block in blocks for name in _uses(block))


def _uses(block: Block) -> Iterator[str]:  # noqa: C901  # one case for each
    match block:
        case Note() | ForgetCookies():
            pass
        case Marked(body=body):
            yield from uses_of(body)
        case Call(counted_as=name):
            yield from ("counted",) if name is not None else ()
        case Sleep(pause):
            yield from uses_of_pause(pause)
        case Assign(value=value):
            yield from value.uses
        case Repeat(low, high, body):
            yield from ("random",) if low != high else ()
            yield from uses_of(body)
        case Each(body=body):
            yield from ("items_of", *uses_of(body))
        case Attempts():
            yield from (*block.condition.uses, *uses_of_pause(block.pause), *uses_of(block.body))
            yield from ("give_up",) if block.fails_as is not None else ()
        case If():
            yield from (*block.condition.uses, *uses_of(block.body), *uses_of(block.otherwise))
        case Draw(ways):
            yield from ("random", *(name for _, body in ways for name in uses_of(body)))
        case Pick(methods):
            yield from ("random",) if len(methods) > 1 else ()
        case Walk():
            yield from ("random", "walk_chain")


def uses_of_pause(pause: Pause) -> Iterator[str]:
    """Yield the modules a pause needs."""
    match pause:
        case NoWait():
            pass
        case ConstantWait():
            yield "time"
        case BetweenWait():
            yield from ("random", "time")
