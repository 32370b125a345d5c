"""Wires: where each variable of a journey gets its value, and where it is used."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from studio.journey.facts import (
    Facts,
    Mention,
    PerObject,
    facts_of_node,
    facts_of_request,
    mentions_in,
)
from studio.journey.journey import Journey
from studio.journey.node import CodeBlock, EachItem, Loop, Node, Nodes, Step
from studio.journey.places import Where, texts_of_journey, texts_of_made
from studio.journey.request import Request
from studio.journey.template import Variable
from studio.journey.tree_changes import name_of_request
from studio.journey.walk import children_of, nodes_of


class SourceKind(StrEnum):
    """How a variable gets its value."""

    TAKEN = "taken"
    """From an answer."""

    MADE = "made"
    """By the user itself."""

    ITEM = "item"
    """It is one item of a list a loop goes through."""

    CODE = "code"
    DATA = "data"
    """From a column of a data file."""


@dataclass(frozen=True, slots=True)
class Source:
    """A place at which a variable gets a value."""

    kind: SourceKind

    where: Where
    """The take, the loop, the code block or the made variable; of data nothing."""

    is_on: bool = True
    """Whether that place is walked at all."""


@dataclass(frozen=True, slots=True)
class Use:
    """A place at which a variable is used."""

    where: Where
    is_on: bool = True


@dataclass(frozen=True, slots=True)
class Wire:
    """A variable with all its places, from the top down."""

    variable: str
    """As in `{{order_id}}` or `{{accounts.username}}`."""

    sources: tuple[Source, ...]
    uses: tuple[Use, ...]


class Wiring:
    """Finds the wires of journeys; what it has seen once it does not look at again."""

    def __init__(self) -> None:
        self.of_request: PerObject[Request, Facts] = PerObject(facts_of_request)
        self.of_node: PerObject[Node, Facts] = PerObject(facts_of_node)
        self.name_of: PerObject[Request, str] = PerObject(name_of_request)

    def wires(self, journey: Journey) -> tuple[Wire, ...]:
        """Return the wires of a journey, in the order their variables appear.

        What code reads counts only if it is a variable elsewhere: its user has attributes besides.
        """
        sources: dict[str, list[Source]] = {}
        uses: dict[str, list[Use]] = {}
        by_code: set[str] = set()
        for variable, found in self._found(journey):
            uses.setdefault(variable, [])
            sources.setdefault(variable, [])
            if isinstance(found, Source):
                sources[variable].append(found)
            else:
                uses[variable].append(found)
                by_code |= {variable} if found.where.field == "text" else set()
        return tuple(
            Wire(name, tuple(sources[name] or _of_data(name)), tuple(uses[name]))
            for name in sources
            if sources[name] or name not in by_code
        )

    def _found(self, journey: Journey) -> Iterator[tuple[str, Source | Use]]:
        for index, made in enumerate(journey.made):
            yield made.name, Source(SourceKind.MADE, Where(field="made", piece=index))
        alone = (*mentions_in(texts_of_made(journey)), *mentions_in(texts_of_journey(journey)))
        yield from _used(alone, Where(), is_on=True)
        on = _walked(journey)
        for node in nodes_of(journey):
            yield from self._in_node(node, is_on=node.id in on)

    def _in_node(self, node: Node, *, is_on: bool) -> Iterator[tuple[str, Source | Use]]:
        if isinstance(node, Step):
            for request in node.requests:
                yield from self._in_request(node.id, request, is_on=is_on and request.is_on)
            return
        facts, here = self.of_node(node), Where(node.id)
        yield from _used(facts.before, here, is_on=is_on)
        match node:
            case Loop(repeat=EachItem(item=item)):
                yield item, Source(SourceKind.ITEM, Where(node.id, field="repeat", piece=1), is_on)
            case CodeBlock():
                place = Where(node.id, field="text")
                yield from ((it, Source(SourceKind.CODE, place, is_on)) for it in facts.sets)
            case _:
                pass

    def _in_request(
        self, node: str, request: Request, *, is_on: bool
    ) -> Iterator[tuple[str, Source | Use]]:
        facts, here = self.of_request(request), Where(node, request.id)
        if facts.before:
            yield from _used(facts.before, here, is_on=is_on)
        for index, variable in enumerate(facts.sets):
            place = Where(node, request.id, "takes", index)
            yield variable, Source(SourceKind.TAKEN, place, is_on)
        if facts.after:
            yield from _used(facts.after, here, is_on=is_on)

    def names(self, journey: Journey) -> dict[str, str]:
        """Return what each node and request of a journey is called, by id, from the top down."""
        found: dict[str, str] = {}
        for node in nodes_of(journey):
            found[node.id] = node.name
            if isinstance(node, Step):
                for request in node.requests:
                    found[request.id] = self.name_of(request)
        return found


def wires_of(journey: Journey) -> tuple[Wire, ...]:
    """Return the wires of a journey; a screen that asks often keeps a `Wiring`."""
    return Wiring().wires(journey)


def _used(
    mentions: tuple[Mention, ...], here: Where, *, is_on: bool
) -> Iterator[tuple[str, Source | Use]]:
    for mention in mentions:
        if isinstance(mention.piece, Variable):
            place = Where(here.node, here.request, mention.field, mention.index)
            yield mention.piece.var, Use(place, is_on)


def _of_data(variable: str) -> tuple[Source, ...]:
    return (Source(SourceKind.DATA, Where()),) if "." in variable else ()


def _walked(journey: Journey) -> set[str]:
    """Return the ids of the nodes that are on, and stand within nothing that is off."""
    found: set[str] = set()

    def look(nodes: Nodes) -> None:
        for node in nodes:
            if node.is_on:
                found.add(node.id)
                for within in children_of(node):
                    look(within)

    for nodes in (journey.once, journey.again, journey.at_end):
        look(nodes)
    return found
