"""Texts with variables → Python expressions."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from studio.journey.body import Pairs
from studio.journey.journey_error import JourneyError
from studio.journey.template import Host, Secret, Text, Variable, pieces_of
from studio.locustfile.layout import Group, Leaf, Node
from studio.locustfile.literal import formatted_literal, text_literal
from studio.phrase import Phrase

Placed = Variable | Secret | Host
"""A piece whose value is known only when it is used."""


@dataclass(frozen=True, slots=True)
class Names:
    """How variables are written at one place of a file."""

    constants: Mapping[str, str]
    """Secret → the constant that holds it."""

    rows: Mapping[str, str]
    """Data file → the expression for a user's row, such as `self.account`."""

    columns: Mapping[str, tuple[str, ...]]
    """Data file → its columns."""

    variables: Mapping[str, str] = field(default_factory=dict[str, str])
    """Any other variable → its expression: `order_id`, `self.order_id` or `LANG`."""

    hosts: Mapping[str, str] = field(default_factory=dict[str, str])
    """Host → the expression for its address: `self.host` or `API`."""

    lists: frozenset[str] = frozenset()
    """Variables that hold a list, whose items are walked one by one."""

    files: Mapping[str, str] = field(default_factory=dict[str, str])
    """Attachment → the constant that holds its bytes."""

    def file(self, name: str) -> str:
        """Return the constant that holds the bytes of a file to upload.

        Raises:
            JourneyError: There is no such file.
        """
        if name not in self.files:
            raise JourneyError(
                Phrase("locustfile", "There is no file {name} to upload.").of(name=name[:100]),
                remedy=Phrase("locustfile", "Choose the file again."),
            )
        return self.files[name]


def text_source(text: Text, names: Names) -> str:
    """Return source that evaluates to the text once its variables have values.

    Raises:
        JourneyError: Nothing gives a value to a variable, or a host has no address.
    """
    return _source(text, lambda piece, _, mark: expression(piece, names, mark))


def address_source(path: Text, names: Names) -> str:
    """Return source of an address: values are percent-encoded, but for one at the beginning.

    The address of a host may stand before them all.

    Raises:
        JourneyError: As `text_source` does.
    """
    first = _first(path)

    def written(piece: Placed, number: int, mark: str) -> str:
        plain = expression(piece, names, mark)
        return f"quote({plain}, safe={mark}{mark})" if number > first else plain

    return _source(path, written)


def encodes(path: Text) -> bool:
    """Return whether an address needs `quote`."""
    return any(not isinstance(piece, str) for piece in pieces_of(path)[_first(path) + 1 :])


def _first(path: Text) -> int:
    """Return which piece of an address is its beginning, but for a host."""
    return int(isinstance(path, tuple) and len(path) > 1 and isinstance(path[0], Host))


def pairs_node(pairs: Pairs, names: Names) -> Node:
    """Return a dict of names and texts; the last of a repeated name wins.

    Raises:
        JourneyError: As `text_source` does.
    """
    items = (
        Leaf(f"{text_literal(name)}: {text_source(text, names)}")
        for name, text in dict(pairs).items()
    )
    return Group("{", tuple(items), "}", is_display=True)


def _source(text: Text, written: Callable[[Placed, int, str], str]) -> str:
    """Return source of a text.

    Args:
        text: The text.
        written: Given a variable, its place among the pieces and the quotes it may use, its source.
    """
    if isinstance(text, str):
        return text_literal(text)
    if len(text) == 1 and not isinstance(text[0], str):
        return written(text[0], 0, '"')
    return formatted_literal(
        [
            (piece, "") if isinstance(piece, str) else ("", written(piece, number, "'"))
            for number, piece in enumerate(text)
        ]
    )


def expression(piece: Placed, names: Names, mark: str) -> str:
    """Return source of a variable or a secret; `mark` is the quotes it may use.

    Raises:
        JourneyError: Nothing gives a value to the variable.
    """
    match piece:
        case Secret(secret=name):
            return names.constants[name]
        case Host(host=name) if name in names.hosts:
            return names.hosts[name]
        case Host(host=name):
            raise JourneyError(
                Phrase("locustfile", "No target says where {host} is.").of(host=name),
                remedy=Phrase("locustfile", "Choose a target that has a host of this name."),
            )
        case Variable(source=source, column=column) if column in names.columns.get(source, ()):
            return f"{names.rows[source]}[{mark}{column}{mark}]"
        case Variable(var=name) if name in names.variables:
            return names.variables[name]
        case Variable(var=name):
            raise JourneyError(
                Phrase("locustfile", "Nothing gives a value to {variable}.").of(
                    variable=f"{{{{{name}}}}}"
                ),
                remedy=Phrase(
                    "locustfile",
                    "Take it from an answer, let users make it, or add a data file with it.",
                ),
            )
