"""Python a person wrote: what it keeps on its user, and how it stands in a method."""

import ast
import re
import warnings
from collections.abc import Iterable, Iterator

from studio.errors import StudioError
from studio.journey.journey import Journey
from studio.journey.journey_error import JourneyError
from studio.journey.node import CodeBlock, Node
from studio.journey.walk import nodes_of, walk, walked_part
from studio.locustfile.layout import INDENT
from studio.phrase import Phrase


class CodeNotAllowedError(StudioError):
    """Code a person wrote, in a project that is not trusted to run it."""


def refuse_code(journeys: Iterable[Journey]) -> None:
    """Refuse journeys with code that would run.

    Raises:
        CodeNotAllowedError: One of them has.
    """
    for journey in journeys:
        for block in code_blocks_in(journey):
            raise CodeNotAllowedError(
                Phrase("locustfile", "“{block}” of “{journey}” is code that a person wrote.").of(
                    block=block.name, journey=journey.name
                ),
                meaning=Phrase(
                    "locustfile", "It could do anything on this computer, and is not allowed to."
                ),
                remedy=Phrase("locustfile", "Read it; then allow code, or turn its block off."),
            )


def code_blocks_in(journey: Journey) -> Iterator[CodeBlock]:
    """Yield the code blocks that would run."""
    return (it for it in nodes_of(walked_part(journey)) if isinstance(it, CodeBlock))


def body_of_code(block: CodeBlock) -> tuple[ast.stmt, ...]:
    """Return the statements of a code block.

    Raises:
        JourneyError: It is no Python, or none that could stand in a method.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # what it is worth warning of is the writer's own affair
            alone = ast.parse(block.text)
            source = "\n".join(["def code(self):", *_indented(block.text, alone, 1), "    pass"])
            (method,) = ast.parse(source).body
            compile(source, "<code>", "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise _refusal(block, str(error)) from error
    body = method.body[:-1] if isinstance(method, ast.FunctionDef) else []
    if [ast.dump(it) for it in body] != [ast.dump(it) for it in alone.body]:
        raise _refusal(block, "indentation")
    return tuple(alone.body)


def set_by_code(block: CodeBlock) -> tuple[str, ...]:
    """Return the attributes of its user that a code block gives values to, in their order.

    Raises:
        JourneyError: It is no Python.
    """
    names = (name for name, context in _attributes(block) if isinstance(context, ast.Store))
    return tuple(dict.fromkeys(names))


def used_by_code(block: CodeBlock) -> tuple[str, ...]:
    """Return all attributes of its user that a code block reads or sets, in their order.

    Raises:
        JourneyError: It is no Python.
    """
    return tuple(dict.fromkeys(name for name, _ in _attributes(block)))


def used_in_code(nodes: Iterable[Node]) -> tuple[str, ...]:
    """Return all attributes of the user that code blocks among nodes read or set.

    Raises:
        JourneyError: One of them is no Python.
    """
    blocks = (it for it in walk(nodes) if isinstance(it, CodeBlock))
    return tuple(dict.fromkeys(name for it in blocks for name in used_by_code(it)))


def code_lines(block: CodeBlock, depth: int) -> list[str]:
    """Return the lines of a code block, indented `depth` times; texts over lines stay as they are.

    Raises:
        JourneyError: It is no Python.
    """
    body = body_of_code(block)
    return _indented(block.text, ast.Module(list(body), []), depth) if body else []


def _attributes(block: CodeBlock) -> list[tuple[str, ast.expr_context]]:
    walked = (node for statement in body_of_code(block) for node in ast.walk(statement))
    return [
        (node.attr, node.ctx)
        for node in walked
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "self"
    ]


def _indented(text: str, tree: ast.Module, depth: int) -> list[str]:
    within = _within_texts(tree)
    lines = enumerate(re.split(r"\r\n|\r|\n", text.strip("\r\n")), start=_first_line(text))
    return [
        line if number in within else (INDENT * depth + line if line.strip() else "")
        for number, line in lines
    ]


def _first_line(text: str) -> int:
    """Return the number of the first line that is not empty; lines count from 1."""
    blank = text[: len(text) - len(text.lstrip("\r\n"))]
    return 1 + len(re.findall(r"\r\n|\r|\n", blank))


def _within_texts(tree: ast.Module) -> set[int]:
    """Return the numbers of the lines that go on with a text begun on a line before."""
    found: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) or (
            isinstance(node, ast.Constant) and isinstance(node.value, str | bytes)
        ):
            found |= set(range(node.lineno + 1, (node.end_lineno or node.lineno) + 1))
    return found


def _refusal(block: CodeBlock, reason: str) -> JourneyError:
    return JourneyError(
        Phrase("locustfile", "The code of “{block}” cannot be run: {reason}.").of(
            block=block.name, reason=reason[:100]
        ),
        remedy=Phrase("locustfile", "Mend the code, or turn its block off."),
    )
