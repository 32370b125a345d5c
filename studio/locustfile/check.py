"""A second pair of eyes: what generated code may consist of, and nothing else.

Knows nothing of how the code is written, so that a mistake there cannot hide here. Names, calls
and attributes are allowed one by one; texts and numbers may be anything.
"""

import ast

from studio.errors import StudioError
from studio.phrase import Phrase

_NODES = (
    *(ast.Module, ast.Import, ast.ImportFrom, ast.alias, ast.ClassDef, ast.FunctionDef),
    *(ast.arguments, ast.arg, ast.Assign, ast.Expr, ast.Call, ast.keyword, ast.Attribute),
    *(ast.Name, ast.Constant, ast.Load, ast.Store, ast.Dict, ast.List, ast.Tuple, ast.Subscript),
    *(ast.JoinedStr, ast.FormattedValue, ast.With, ast.withitem, ast.While, ast.Try),
    *(ast.ExceptHandler, ast.If, ast.Compare, ast.NotEq, ast.NotIn, ast.GtE, ast.BoolOp, ast.Or),
    *(ast.Return, ast.Raise, ast.Pass, ast.UnaryOp, ast.USub),
)
_MODULES = {
    *("gevent", "locust", "locust.contrib.fasthttp", "locust.exception", "requests", "ssl", "time"),
    "urllib.parse",
}
_IMPORTED = {
    *("FastHttpUser", "HttpUser", "between", "constant", "constant_pacing", "task"),
    *("FastResponse", "LocustBadStatusCode", "RescheduleTask", "Timeout", "urlencode"),
}
_BUILTINS = {"OSError", "getattr", "range", "super"}
_ATTRIBUTES = {
    *("Timeout", "__init__", "cancel", "client", "create_default_context", "delete", "error"),
    *("failure", "get", "head", "headers", "options", "patch", "post", "put", "raise_for_status"),
    *("request", "request_meta", "response_type", "sleep", "start", "status_code", "success"),
    *("update", "url", "valid_response_codes", "wait"),
}


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
    own = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    return [
        f"line {getattr(node, 'lineno', 0)}: {ast.dump(node)[:80]}"
        for node in ast.walk(tree)
        if not _is_allowed(node, own)
    ]


def _is_allowed(node: ast.AST, own: set[str]) -> bool:
    match node:
        case ast.Import() | ast.ImportFrom():
            return _is_allowed_import(node)
        case ast.Attribute(value=value, attr=name):
            is_own_method = isinstance(value, ast.Name) and value.id == "self" and name in own
            return name in _ATTRIBUTES or is_own_method
        case ast.Call(func=function):
            return isinstance(function, ast.Name | ast.Attribute)
        case ast.Name(id=name, ctx=context):
            given = _IMPORTED | _BUILTINS | _MODULES | own
            return name in _LOCALS or (isinstance(context, ast.Load) and name in given)
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return name == "__init__" or not name.startswith("_")
        case _:
            return isinstance(node, _NODES)


def _is_allowed_import(node: ast.Import | ast.ImportFrom) -> bool:
    if isinstance(node, ast.Import):
        return all(name.name in _MODULES and name.asname is None for name in node.names)
    known = all(name.name in _IMPORTED and name.asname is None for name in node.names)
    return known and node.module in _MODULES and node.level == 0


_LOCALS = {
    *("TLS", "abstract", "cafile", "catch_response", "cause", "client", "concurrency"),
    *("deadline", "default_headers", "environment", "insecure", "message", "method", "options"),
    *("request", "response", "self", "send", "url", "wait_time", "weight"),
}
"""Variables and class attributes of generated code."""
