"""RUNS IN A CHILD PROCESS. Where a locustfile draws a way by a number, and a number for each way.

A file of ours draws in two forms, which are read as syntax: `if random.random() < 0.6:`, and
`drawn = random.random()` with tests of `drawn` below it.
"""

import ast
from collections.abc import Iterator
from itertools import pairwise

Ways = dict[int, tuple[float, ...]]
"""By the line of a call of `random.random()`: for each way the least number that leads there."""


def ways_in(source: str) -> Ways:
    """Return the draws of a file; none for a file that is no Python."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return {}
    found: Ways = {}
    for node in ast.walk(tree):
        match node:
            case ast.Compare(left, [ast.Lt()], [ast.Constant(value=float(limit))]):
                if _is_draw(left):
                    found[left.lineno] = (0.0, limit)
            case _:
                pass
        for body in _bodies(node):
            found |= _kept_draws(body)
    return found


def _kept_draws(body: list[ast.stmt]) -> Ways:
    """Return the draws of a block of lines that are given a name and tested right below."""
    found: Ways = {}
    for statement, following in pairwise(body):
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if _is_draw(value):
                limits = sorted({it for it in _limits(following, name) if 0 < it < 1})
                found[value.lineno] = (0.0, *limits)
            case _:
                pass
    return found


def _limits(statement: ast.stmt, name: str) -> Iterator[float]:
    """Yield what a name is tested to be less than, in an `if` and all its `elif`."""
    match statement:
        case ast.If(
            test=ast.Compare(
                left=ast.Name(id=tested), ops=[ast.Lt()], comparators=[ast.Constant(value=limit)]
            ),
            orelse=otherwise,
        ) if tested == name and isinstance(limit, float | int):
            yield float(limit)
            if len(otherwise) == 1:
                yield from _limits(otherwise[0], name)
        case _:
            pass


def _is_draw(node: ast.expr) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id="random"), attr="random")):
            return True
        case _:
            return False


def _bodies(node: ast.AST) -> Iterator[list[ast.stmt]]:
    for name in ("body", "orelse", "finalbody"):
        body = getattr(node, name, None)
        if isinstance(body, list):
            yield body
