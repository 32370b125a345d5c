"""What stands at the top of a locustfile: constants, secrets, feeds, and what no journey says."""

import ast
from collections.abc import Iterator
from dataclasses import replace

from studio.importer.locustfile.scope import Scope
from studio.journey.journey import Tls
from studio.journey.template import Secret, TemplateError
from studio.locustfile.known_parts import KNOWN_PARTS

OURS = "Written by Swarmbook"
"""How the docstring of a file of our own begins, or a line of it."""

_PARTS = KNOWN_PARTS.keys() | {
    *("NoAnswerError", "CountedResponse", "make_dependable", "make_punctual", "fail"),
    *("count_failed", "DependableUser"),
}
"""Functions and classes of a file of our own that the writer writes anew."""

_VALUES = {"TLS", "STAGES", "GOALS", "FIELD", "ATTRIBUTE"}


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
            case ast.Assign([ast.Name(name)], value) if file := _attachment(value):
                scope.files[name] = file
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


def tls_of(tree: ast.Module) -> Tls:
    """Return how a file of our own trusts connections."""
    found = Tls()
    for it in tree.body:
        match it:
            case ast.Assign([ast.Name("TLS")], ast.Call(ast.Attribute(_, made), [], options)):
                names = [_file_in(option.value) for option in options if option.arg == "cafile"]
                verify = made == "create_default_context"
                found = replace(found, verify=verify, authority=next(iter(names), None))
            case ast.Expr(
                ast.Call(ast.Attribute(ast.Name("TLS"), "load_cert_chain"), [ast.Name(name)], [])
            ):
                found = replace(found, client_certificate=name.lower())
            case _:
                pass
    return found


def rest_of(tree: ast.Module, seen: set[int]) -> Iterator[ast.stmt]:
    """Yield the statements at the top of a file that nothing of a journey stands for."""
    ours = is_ours(tree)
    for it in tree.body:
        is_seen = it.lineno in seen or isinstance(it, ast.Import | ast.ImportFrom)
        if not (is_seen or _is_known(it) or (ours and _is_part(it))):
            yield it


def _is_known(node: ast.stmt) -> bool:
    """Return whether this is a docstring, or the load, which belongs to the scenario."""
    match node:
        case ast.Expr(ast.Constant(str())):
            return True
        case ast.ClassDef(name="PlannedLoad") | ast.Assign([ast.Name("STAGES")]):
            return True
        case _:
            return False


def _is_part(node: ast.stmt) -> bool:
    """Return whether this is a part of our own files that the writer writes anew."""
    match node:
        case ast.ClassDef(name=name) | ast.FunctionDef(name=name):
            return name in _PARTS
        case ast.Assign([ast.Name(name)]):
            return name in _VALUES
        case ast.AugAssign(ast.Attribute(attr="FAILURE_EXCEPTIONS")):
            return True
        case ast.Expr(ast.Call(ast.Attribute(ast.Name("TLS"), "load_cert_chain"))):
            return True
        case _:
            return False


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


def _attachment(value: ast.expr) -> str:
    """Return the name of the file beside this one that is read; empty where none is."""
    match value:
        case ast.Call(ast.Attribute(path, "read_bytes"), [], []):
            return _file_in(path)
        case _:
            return ""


def _file_in(path: ast.expr) -> str:
    """Return the name in `Path(__file__).with_name("…")`; empty where it is something else."""
    match path:
        case ast.Call(ast.Attribute(_, "with_name"), [ast.Constant(str() as name)], []):
            return name
        case _:
            return ""
