"""Statement: what is done with an answer, as lines of Python."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from studio.locustfile.layout import INDENT, WIDTH, Node, lay_out, prefixed, width_of


@dataclass(frozen=True, slots=True)
class When:
    """The first of several ways whose condition holds."""

    ways: "tuple[tuple[Node, Statements], ...]"
    """Conditions, and what is done where they hold."""

    otherwise: "Statements" = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """A text that is kept: a long one stands in brackets if that helps, as Black has it."""

    target: str
    source: str


Statement = Node | When | Kept
Statements = tuple[Statement, ...]


def lay_out_all(statements: Iterable[Statement], depth: int) -> Iterator[str]:
    """Yield statements as lines, indented `depth` times."""
    for statement in statements:
        match statement:
            case When(ways, otherwise):
                for number, (condition, inside) in enumerate(ways):
                    word = "elif " if number else "if "
                    yield from lay_out(prefixed(word, condition), depth, ":")
                    yield from lay_out_all(inside, depth + 1)
                if otherwise:
                    yield f"{INDENT * depth}else:"
                    yield from lay_out_all(otherwise, depth + 1)
            case Kept(target, source):
                yield from _kept(target, source, INDENT * depth)
            case _:
                yield from lay_out(statement, depth)


def _kept(target: str, source: str, indent: str) -> Iterator[str]:
    line = f"{indent}{target} = {source}"
    if width_of(line) <= WIDTH or width_of(indent + INDENT + source) > WIDTH:
        yield line
    else:
        yield from (f"{indent}{target} = (", f"{indent}{INDENT}{source}", f"{indent})")
