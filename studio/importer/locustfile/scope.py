"""Scope: what names mean at one place of a locustfile that is read as syntax."""

import ast
from dataclasses import dataclass, field

from studio.journey.body import Pairs
from studio.journey.made import How, Made
from studio.journey.template import Text


class NotVisualError(Exception):
    """A piece of code that no step says: it stays code."""


@dataclass(slots=True)
class Numbers:
    """Deals out the ids of a journey's nodes and requests."""

    nodes: int = 0
    requests: int = 0

    def node(self) -> str:
        """Return the next id of a node."""
        self.nodes += 1
        return f"n{self.nodes}"

    def request(self) -> str:
        """Return the next id of a request."""
        self.requests += 1
        return f"r{self.requests}"


@dataclass(slots=True)
class Scope:
    """What names mean at one place of a file."""

    constants: dict[str, Text]
    """Of the module: texts, secrets, numbers."""

    hosts: dict[str, str]
    """Addresses of further hosts, and the names they are given; grows as they are met."""

    numbers: Numbers
    made: list[Made] = field(default_factory=list[Made])
    """Variables users make up themselves; grows as they are met."""

    attributes: set[str] = field(default_factory=set[str])
    """`self.x` that hold a value taken from an answer."""

    locals: set[str] = field(default_factory=set[str])
    """Local variables that do."""

    feeds: set[str] = field(default_factory=set[str])
    """What deals rows of tables, in files of our own."""

    headers: Pairs = ()
    """Those all requests of the user have, set as it starts; grows as they are met."""

    files: dict[str, str] = field(default_factory=dict[str, str])
    """Constants that hold the bytes of a file beside this one, and its name."""

    rows: dict[str, str] = field(default_factory=dict[str, str])
    """`self.x` that hold a row, and the table it is of."""

    def make(self, how: How, wanted: str) -> str:
        """Return the name of a new variable that users make up so."""
        taken = {it.name for it in self.made} | self.attributes | self.locals
        name, number = wanted, 1
        while name in taken:
            number += 1
            name = f"{wanted}_{number}"
        self.made.append(Made(name, how))
        return name


def attribute_of_self(node: ast.expr) -> str | None:
    """Return x of `self.x`, or of `self.user.x`; None for whatever else."""
    match node:
        case ast.Attribute(ast.Name("self"), name):
            return name
        case ast.Attribute(ast.Attribute(ast.Name("self"), "user" | "parent"), name):
            return name
        case _:
            return None
