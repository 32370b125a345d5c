"""What stands at the top of a locustfile: constants, secrets, feeds, and what no journey says."""

import ast
from collections.abc import Iterator, Mapping

from studio.importer.locustfile.scope import Scope
from studio.journey.template import Secret, TemplateError

OURS = "Written by Swarmbook"
"""How the docstring of a file of our own begins, or a line of it."""

_PARTS = {
    *("NoAnswerError", "CountedResponse", "make_dependable", "make_punctual", "fail"),
    *("read_secret", "each_row", "again_and_again", "at_random", "Feed", "DependableUser"),
    *("PlannedLoad", "judge", "write_junit", "counted"),
}
"""Functions and classes of a file of our own that the writer writes anew."""

_VALUES = {"TLS", "STAGES"}


def is_ours(tree: ast.Module) -> bool:
    """Return whether a file says that this studio wrote it."""
    return OURS in (ast.get_docstring(tree) or "")


def read_constants(tree: ast.Module, scope: Scope) -> set[int]:
    """Note the constants of a module in a scope, and return the lines they stand in."""
    seen: set[int] = set()
    for it in tree.body:
        match it:
            case ast.Assign([ast.Name(name)], ast.Constant(str() | int() | float() as value)):
                scope.constants[name] = str(value)
                seen.add(it.lineno)
            case ast.Assign([ast.Name(name)], ast.Call(ast.Name("Feed"), [ast.Constant(), *_])):
                scope.feeds.add(name)
                seen.add(it.lineno)
            case ast.Assign([ast.Name(name)], value) if secret := _secret(value):
                scope.constants[name] = (secret,)
                seen.add(it.lineno)
            case _:
                pass
    return seen


def deadline_of(tree: ast.Module, function: str) -> float | None:
    """Return the seconds by which a file of our own ends a request; None: it does not."""
    for part in tree.body:
        if isinstance(part, ast.FunctionDef) and part.name == function:
            for it in ast.walk(part):
                match it:
                    case ast.Call(
                        ast.Attribute(ast.Name("gevent"), "Timeout"),
                        [ast.Constant(int() | float() as seconds), *_],
                    ):
                        return float(seconds)
                    case _:
                        pass
    return None


def rest_of(
    tree: ast.Module, seen: set[int], functions: Mapping[str, ast.FunctionDef]
) -> Iterator[ast.stmt]:
    """Yield the statements at the top of a file that nothing of a journey stands for."""
    ours = is_ours(tree)
    for it in tree.body:
        match it:
            case ast.Import() | ast.ImportFrom() | ast.Expr(ast.Constant(str())):
                continue
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) if ours and name in _PARTS:
                continue
            case ast.Assign([ast.Name(name)]) | ast.AugAssign(ast.Attribute(attr=name)) if (
                ours and name in _VALUES | {"FAILURE_EXCEPTIONS"}
            ):
                continue
            case ast.FunctionDef(name=name) if name in functions and it.lineno in seen:
                continue
            case _ if it.lineno in seen:
                continue
            case _:
                yield it


def _secret(value: ast.expr) -> Secret | None:
    """Return the secret that is read from the environment; None where something else is."""
    match value:
        case ast.Call(ast.Name("read_secret"), [ast.Constant(str() as name)], []):
            pass
        case ast.Subscript(ast.Attribute(ast.Name("os"), "environ"), ast.Constant(str() as name)):
            pass
        case ast.Call(
            ast.Attribute(ast.Attribute(ast.Name("os"), "environ"), "get")
            | ast.Attribute(ast.Name("os"), "getenv"),
            [ast.Constant(str() as name)],
            [],
        ):
            pass
        case _:
            return None
    try:
        return Secret(name.lower())
    except TemplateError:
        return None
