"""Facts: what each request and node mentions and gives values to, looked up once an object."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from studio.journey.code_names import names_in_code
from studio.journey.node import CodeBlock, Node
from studio.journey.places import PlacedText, texts_after, texts_before, texts_of_node
from studio.journey.request import Request
from studio.journey.template import Host, Secret, Variable

Named = Variable | Secret | Host
"""A piece that is no literal."""

Item = TypeVar("Item")
Fact = TypeVar("Fact")

_MOST_KNOWN = 20_000


@dataclass(frozen=True, slots=True)
class Mention:
    """A variable, secret or host where it is used."""

    piece: Named
    field: str
    index: int


@dataclass(frozen=True, slots=True)
class Facts:
    """What a request or a node alone mentions, and what it gives values to."""

    before: tuple[Mention, ...] = ()
    """Used to send it, or to decide."""

    after: tuple[Mention, ...] = ()
    """Used when the answer is there."""

    sets: tuple[str, ...] = ()
    """The variables it gives values to, in order."""


class PerObject(Generic[Item, Fact]):
    """What a function returns of objects that never change, each looked at once.

    Nodes are frozen, and an edit leaves all others the same objects: so the next look at a journey
    costs no more than what changed.
    """

    def __init__(self, look: Callable[[Item], Fact]) -> None:
        self._look = look
        self._found: dict[int, tuple[Item, Fact]] = {}  # the object keeps its id its own

    def __call__(self, item: Item) -> Fact:
        """Return what there is to know of an object."""
        known = self._found.get(id(item))
        if known is not None:
            return known[1]
        if len(self._found) >= _MOST_KNOWN:
            self._found.clear()
        fact = self._look(item)
        self._found[id(item)] = item, fact
        return fact


def facts_of_request(request: Request) -> Facts:
    """Return what a request mentions and takes."""
    return Facts(
        mentions_in(texts_before(request)),
        mentions_in(texts_after(request)),
        tuple(take.variable for take in request.takes),
    )


def facts_of_node(node: Node) -> Facts:
    """Return what a node itself mentions and sets, without what stands within it."""
    if isinstance(node, CodeBlock):
        names = names_in_code(node.text)
        reads = (Mention(Variable(it), "text", -1) for it in names.reads if _is_variable(it))
        return Facts(tuple(reads), sets=names.sets)
    return Facts(mentions_in(texts_of_node(node)))


def mentions_in(texts: Iterable[PlacedText]) -> tuple[Mention, ...]:
    """Return what texts mention, in order."""
    return tuple(
        Mention(it, field, index)
        for field, index, text in texts
        if not isinstance(text, str)
        for it in text
        if not isinstance(it, str)
    )


def _is_variable(name: str) -> bool:
    return name.isascii() and len(name) <= 60  # noqa: PLR2004  # as `Variable` has it
