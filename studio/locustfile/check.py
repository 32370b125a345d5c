"""A second pair of eyes: what generated code may consist of, and nothing else.

Knows nothing of how the code is written, so that a mistake there cannot hide here. Names, calls
and attributes are allowed one by one; texts and numbers may be anything. The few parts that read
files and the environment must be equal, as trees, to a copy of the check's own.
"""

import ast
import builtins
from collections.abc import Iterator
from dataclasses import dataclass

from studio.errors import StudioError
from studio.locustfile.known_parts import IMPORTS_OF_PARTS, KNOWN_PARTS
from studio.phrase import Phrase

_NODES = (
    *(ast.Module, ast.Import, ast.ImportFrom, ast.alias, ast.ClassDef, ast.FunctionDef),
    *(ast.arguments, ast.arg, ast.Assign, ast.Expr, ast.Call, ast.keyword, ast.Attribute),
    *(ast.Name, ast.Constant, ast.Load, ast.Store, ast.Dict, ast.List, ast.Tuple, ast.Subscript),
    *(ast.JoinedStr, ast.FormattedValue, ast.With, ast.withitem, ast.While, ast.Try, ast.Slice),
    *(ast.ExceptHandler, ast.If, ast.Compare, ast.NotEq, ast.NotIn, ast.GtE, ast.BoolOp, ast.Or),
    *(ast.Return, ast.Raise, ast.Pass, ast.UnaryOp, ast.USub, ast.AugAssign, ast.Add, ast.IfExp),
)
_IMPORTS = {
    "gevent": set[str](),
    "json": set[str](),
    "locust": {"FastHttpUser", "HttpUser", "MarkovTaskSet", "between", "constant"}
    | {"constant_pacing", "constant_throughput", "poisson", "tag", "task", "transitions"},
    "locust.contrib": {"fasthttp"},
    "locust.contrib.fasthttp": {"FastResponse", "LocustBadStatusCode"},
    "locust.exception": {"RescheduleTask"},
    "requests": {"RequestException", "Timeout"},
    "ssl": set[str](),
    "time": set[str](),
    "urllib.parse": {"quote", "urlencode"},
}
_BUILTINS = {"Exception", "OSError", "ValueError", "getattr", "range", "super"}
_ATTRIBUTES = {
    *("Timeout", "__init__", "cancel", "client", "create_default_context", "delete", "error"),
    *("failure", "get", "head", "headers", "options", "patch", "post", "put", "raise_for_status"),
    *("request", "request_meta", "response_type", "sleep", "start", "status_code", "success"),
    *("update", "url", "valid_response_codes", "wait", "max_redirects", "send"),
    *("FAILURE_EXCEPTIONS", "pending"),
}
_LOCALS = {
    *("STAGES", "TLS", "abstract", "ask", "cafile", "catch_response", "cause", "client", "usual"),
    *("concurrency", "deadline", "default_headers", "environment", "error", "fixed_count"),
    *("insecure", "max_redirects", "message", "method", "options", "request", "response", "self"),
    *("send", "send_one", "tasks", "url", "wait_time", "weight"),
}
"""Variables and class attributes of generated code."""

_OF_FEEDS = {"expect", "give_back", "take"}
_OF_JSON = {"dumps", "loads"}


class ForbiddenCodeError(StudioError):
    """Generated code holds something it never needs: a mistake of the writer, stopped in time."""


def check(source: str) -> str:
    """Return the source if it consists of nothing but what generated code needs.

    Raises:
        ForbiddenCodeError: It does not; nothing of it must be run or written.
    """
    found = find_forbidden(source)
    if found:
        raise ForbiddenCodeError(
            Phrase("locustfile", "The locustfile was not written: it held forbidden code ({code}).")
            .of(code="; ".join(found)[:300]),
            meaning=Phrase("locustfile", "Nothing was run and no file was changed."),
            remedy=Phrase("locustfile", "This is a mistake of the studio; please report it."),
        )  # fmt: skip
    return source


def find_forbidden(source: str) -> list[str]:
    """Return a line for each construct that generated code never needs; none, if it is safe."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError) as error:
        return [f"no Python: {error}"]
    names = _Names.of(tree)
    return [
        f"line {getattr(node, 'lineno', 0)}: {ast.dump(node)[:80]}"
        for node in _walk(tree)
        if not _is_allowed(node, names)
    ]


@dataclass(frozen=True, slots=True)
class _Names:
    """What a file itself gives a name to."""

    own: set[str]
    """Functions and classes."""

    has_parts: bool
    """Whether there are known ones among them."""

    secrets: set[str]
    feeds: set[str]

    constants: set[str]
    """Texts at the top of the file, two of which may stand in the environment."""

    kept: set[str]
    """Attributes of users that hold a variable or a row; never called."""

    local: set[str]
    """Variables of one method; never called."""

    @staticmethod
    def of(tree: ast.Module) -> "_Names":
        walked = list(ast.walk(tree))
        defined = [it for it in walked if isinstance(it, ast.FunctionDef | ast.ClassDef)]
        own = {it.name for it in defined}
        return _Names(
            own=own,
            has_parts=any(map(_is_part, tree.body)),
            secrets=set(_made_by(tree.body, "read_secret")),
            feeds=set(_made_by(tree.body, "Feed")),
            constants={name for it in tree.body if (name := _constant(it))},
            kept={name for node in walked if (name := _kept(node))} - own,
            local={name for node in tree.body for name in _local(node)} - own,
        )


def _walk(node: ast.AST) -> Iterator[ast.AST]:
    """Yield a tree's nodes, but nothing of the parts and constants that are known."""
    yield node
    for child in ast.iter_child_nodes(node):
        if not (isinstance(node, ast.Module) and (_is_part(child) or _constant(child))):
            yield from _walk(child)


def _is_part(node: ast.AST) -> bool:
    """Return whether a definition is a part that is known, to the last name."""
    is_defined = isinstance(node, ast.FunctionDef | ast.ClassDef)
    return is_defined and KNOWN_PARTS.get(node.name) == ast.dump(node)


def _made_by(body: list[ast.stmt], maker: str) -> Iterator[str]:
    """Yield the names of what a known part makes of literals and other parts, in `x = maker(…)`."""
    for node in body:
        match node:
            case ast.Assign([ast.Name(name)], ast.Call(ast.Name(function), arguments, keywords)):
                given = (*arguments, *(keyword.value for keyword in keywords))
                if function == maker and all(map(_is_plain, given)) and _is_free(name):
                    yield name
            case _:
                pass


def _is_free(name: str) -> bool:
    """Return whether a name means nothing yet, neither to Python nor to a known part."""
    imports = (*IMPORTS_OF_PARTS.items(), *_IMPORTS.items())
    imported = {it for module, names in imports for it in (module, *names)}
    return not (name.startswith("_") or name in imported | KNOWN_PARTS.keys() | set(dir(builtins)))


def _is_plain(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) or (
        isinstance(node, ast.Name) and node.id in {"again_and_again", "at_random", "each_row"}
    )


def _constant(node: ast.AST) -> str | None:
    """Return the name given to a text, or to one that the environment may hold in its place."""
    match node:
        case ast.Assign([ast.Name(name)], ast.Constant(str())) if _is_free(name):
            return name
        case ast.Assign(
            [ast.Name(name)],
            ast.Call(
                ast.Attribute(ast.Attribute(ast.Name("os"), "environ"), "get"),
                [ast.Constant(str(variable)), ast.Constant(str())],
                [],
            ),
        ) if _is_free(name) and variable.endswith("_HOST"):
            return name
        case _:
            return None


def _kept(node: ast.AST) -> str | None:
    """Return the attribute of a user that a value is kept in, as in `self.x = feed.take()`."""
    match node:
        case ast.Assign([ast.Attribute(owner, name)]) if _is_user(owner) and _is_free(name):
            return name
        case _:
            return None


def _local(node: ast.AST) -> Iterator[str]:
    """Yield the variables of a class's methods."""
    for within in ast.walk(node) if isinstance(node, ast.ClassDef) else ():
        match within:
            case ast.Assign([ast.Name(name)]) | ast.For(ast.Name(name)) if _is_free(name):
                yield name
            case _:
                pass


def _is_user(node: ast.expr) -> bool:
    """Return whether this is a user: `self`, or `self.user` in what walks a chain."""
    match node:
        case ast.Name("self") | ast.Attribute(ast.Name("self"), "user"):
            return True
        case _:
            return False


def _is_allowed(node: ast.AST, names: _Names) -> bool:
    match node:
        case ast.Import() | ast.ImportFrom():
            return _is_allowed_import(node, names)
        case ast.Attribute():
            return _is_allowed_attribute(node, names)
        case ast.Call(func=function):
            return _is_allowed_function(function, names)
        case ast.Name(id=name, ctx=context):
            return _is_allowed_name(name, names, is_read=isinstance(context, ast.Load))
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            is_known = name in KNOWN_PARTS
            return name == "__init__" or not (name.startswith("_") or is_known)
        case _:
            return isinstance(node, _NODES)


def _is_allowed_function(function: ast.expr, names: _Names) -> bool:
    """Return whether this may be called, as far as it is no value."""
    match function:
        case ast.Name(name):
            return name not in names.local | names.constants | names.secrets | names.feeds
        case ast.Attribute(owner, name):
            return not (_is_user(owner) and name in names.kept)
        case _:
            return False


def _is_allowed_name(name: str, names: _Names, *, is_read: bool) -> bool:
    if name in _LOCALS | names.secrets | names.feeds | names.local:
        return True
    if name in names.constants:
        return is_read
    if name in names.kept and not is_read:
        return True  # the class says that there is nothing in it yet
    imported = {it for module in _IMPORTS.values() for it in module}
    modules = {module for module in _IMPORTS if "." not in module} - {"locust", "requests"}
    return is_read and name in imported | modules | _BUILTINS | names.own


def _is_allowed_attribute(node: ast.Attribute, names: _Names) -> bool:
    match node:
        case ast.Attribute(ast.Name(name), attribute) if name in names.feeds:
            return attribute in _OF_FEEDS
        case ast.Attribute(ast.Name("json"), attribute):
            return attribute in _OF_JSON
        case ast.Attribute(ast.Name("self"), "user"):
            return True
        case ast.Attribute(owner, attribute) if attribute in names.kept and _is_user(owner):
            return True
        case ast.Attribute(value, attribute):
            is_own = isinstance(value, ast.Name) and value.id == "self" and attribute in names.own
            return attribute in _ATTRIBUTES or is_own


def _is_allowed_import(node: ast.Import | ast.ImportFrom, names: _Names) -> bool:
    if any(alias.asname is not None for alias in node.names):
        return False
    asked = {alias.name for alias in node.names}
    if isinstance(node, ast.Import):
        given = [*_IMPORTS, *(IMPORTS_OF_PARTS if names.has_parts else ())]
        given += ["os"] if names.constants else []
        return all(name in given and "." not in name for name in asked)
    of_parts = IMPORTS_OF_PARTS.get(node.module or "", set()) if names.has_parts else set[str]()
    return node.level == 0 and asked <= _IMPORTS.get(node.module or "", set()) | of_parts
