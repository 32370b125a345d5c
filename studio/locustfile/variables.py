"""Where the variables of a journey are kept: in one method, on the user, or in the whole file.

A value is a text wherever it is used; only what a loop walks item by item is a list.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from studio.journey.journey import Journey
from studio.journey.node import CodeBlock, EachItem, Loop, Node, Step
from studio.journey.take import IfMissing, Keep
from studio.journey.template import Piece, Text, Variable, pieces_of
from studio.journey.uses import (
    own_pieces_of,
    pieces_in_made,
    pieces_in_pairs,
    texts_in_answer,
    texts_in_auth,
    texts_in_request,
)
from studio.journey.walk import nodes_of, requests_of
from studio.locustfile.code_block import set_by_code, used_by_code
from studio.locustfile.identifiers import RESERVED, variable_name


@dataclass(frozen=True, slots=True)
class PlacedVariables:
    """The variables of a journey, and where each is kept."""

    kept: Mapping[str, str]
    """Variable → the attribute of its user that holds it."""

    local: Mapping[str, str]
    """Variable → the name within the only method that takes and uses it."""

    constants: Mapping[str, str]
    """Variable of the target → the constant of the file that holds it."""

    lists: frozenset[str] = frozenset()
    """Variables whose values are lists, walked item by item."""

    blank: tuple[str, ...] = ()
    """Attributes that are read before anything is kept in them: empty texts at first."""

    def written(self, owner: str) -> dict[str, str]:
        """Return the expression of each variable, to be read and to be assigned to.

        Args:
            owner: The user as its methods see it: `self.`, in a chain's steps `self.user.`.
        """
        kept = {variable: owner + attribute for variable, attribute in self.kept.items()}
        return {**self.constants, **kept, **self.local}


@dataclass(slots=True)
class _Mentions:
    """Which methods mention a variable."""

    methods: set[str] = field(default_factory=set[str])
    is_read: bool = False
    is_taken_first: bool = False
    """Whether the first of all mentions is the taking of it from an answer."""

    def add(self, method: str, *, is_take: bool) -> None:
        if not self.methods:
            self.is_taken_first = is_take
        self.methods.add(method)
        self.is_read = self.is_read or not is_take


def place_variables(
    journey: Journey, constants: Mapping[str, str], taken: set[str], of_file: Iterable[str] = ()
) -> PlacedVariables:
    """Return where the variables of a journey are kept.

    Args:
        journey: The journey, without what is turned off.
        constants: Variables of the target, with the constants that hold them.
        taken: Attributes of its user class; those of variables are added.
        of_file: Names the file gives to what is not in a class.

    Raises:
        JourneyError: A code block is no Python.
    """
    mentions: dict[str, _Mentions] = {}
    for method, variable, is_take in _mentioned(journey):
        mentions.setdefault(variable, _Mentions()).add(method, is_take=is_take)
    known = dict.fromkeys(_given_values(journey))
    lasting = _lasting(journey)
    kept: dict[str, str] = {}
    local: dict[str, str] = {}
    items = set(_items(journey))
    for variable in known:
        found = mentions[variable]
        is_passing = found.is_taken_first and found.is_read and len(found.methods) == 1
        is_local = is_passing and variable not in lasting
        hidden = set(of_file) if is_local or variable in items else set[str]()
        name = variable_name(variable, taken | hidden)
        taken.add(name)
        (local if is_local else kept)[variable] = name
    blank = tuple(kept[it] for it in dict.fromkeys(_read_before(journey)) if it in kept)
    return PlacedVariables(kept, local, constants, frozenset(_walked(journey)), blank)


def _given_values(journey: Journey) -> Iterator[str]:
    """Yield the variables that something in the journey gives a value to, in order."""
    yield from (made.name for made in journey.made)
    for node in nodes_of(journey):
        match node:
            case Step(requests=requests):
                yield from (take.variable for it in requests for take in it.takes)
            case Loop(repeat=EachItem(item=item)):
                yield item
            case CodeBlock():
                yield from (it for it in set_by_code(node) if it not in RESERVED)
            case _:
                pass


def _items(journey: Journey) -> Iterator[str]:
    """Yield the variables of loops: each is a name within a method, too."""
    for node in nodes_of(journey):
        match node:
            case Loop(repeat=EachItem(item=item)):
                yield item
            case _:
                pass


def _lasting(journey: Journey) -> set[str]:
    """Return the variables whose values outlive the method that takes them."""
    takes = [take for request in requests_of(journey) for take in request.takes]
    kept = {it.variable for it in takes if it.keep is Keep.USER}
    return kept | set(_kept_from_before(journey)) | {made.name for made in journey.made}


def _kept_from_before(journey: Journey) -> Iterator[str]:
    for request in requests_of(journey):
        yield from (it.variable for it in request.takes if it.if_missing is IfMissing.KEEP)


def _read_before(journey: Journey) -> Iterator[str]:
    """Yield what may be read before anything is kept in it, where an error would cost a row."""
    yield from _kept_from_before(journey)
    for request in requests_of(journey):
        yield from _in_texts(texts_in_answer(request))


def _mentioned(journey: Journey) -> Iterator[tuple[str, str, bool]]:
    """Yield method, variable, and whether it is taken there; in the order things are walked."""
    pieces = list(pieces_in_pairs(journey.headers))
    pieces += [piece for text in texts_in_auth(journey.auth) for piece in pieces_of(text)]
    for made in journey.made:
        pieces += pieces_in_made(made)
        yield "(made)", made.name, False
    for variable in _variables(pieces):
        yield "(all)", variable, False
    for number, node in enumerate(nodes_of(journey)):
        yield from _in_node(node, str(number) if isinstance(node, Step) else "(blocks)")


def _in_node(node: Node, method: str) -> Iterator[tuple[str, str, bool]]:
    match node:
        case Step(requests=requests):
            for request in requests:
                for variable in _in_texts(texts_in_request(request)):
                    yield method, variable, False
                yield from ((method, take.variable, True) for take in request.takes)
        case CodeBlock():
            yield from ((method, name, False) for name in used_by_code(node))
        case Loop(repeat=EachItem(item=item)):
            yield method, item, False
            yield from ((method, it, False) for it in _variables(own_pieces_of(node)))
        case _:
            yield from ((method, it, False) for it in _variables(own_pieces_of(node)))


def _walked(journey: Journey) -> Iterator[str]:
    for node in nodes_of(journey):
        match node:
            case Loop(repeat=EachItem(variable=variable)):
                yield variable
            case _:
                pass


def _in_texts(texts: Iterable[Text]) -> Iterator[str]:
    for text in texts:
        yield from _variables(pieces_of(text))


def _variables(pieces: Iterable[Piece]) -> Iterator[str]:
    return (it.var for it in pieces if isinstance(it, Variable) and not it.column)
