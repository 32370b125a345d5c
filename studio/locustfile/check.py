"""A second pair of eyes: what generated code may consist of, and nothing else.

Knows nothing of how the code is written, so that a mistake there cannot hide here. Names, calls
and attributes are allowed one by one; texts and numbers may be anything. The few parts that read
files and the environment must be equal, as trees, to a copy of the check's own.
"""

import ast
import re
import warnings
from collections.abc import Collection, Iterator

from studio.errors import StudioError
from studio.locustfile.check_names import (
    IMPORTS,
    FileNames,
    constant_in,
    dumped,
    is_beside,
    is_code,
    is_drawn,
    is_part,
    is_read_file,
    is_user,
)
from studio.locustfile.known_parts import IMPORTS_OF_PARTS, KNOWN_PARTS
from studio.phrase import Phrase

_NODES = (
    *(ast.Module, ast.Import, ast.ImportFrom, ast.alias, ast.ClassDef, ast.FunctionDef),
    *(ast.arguments, ast.arg, ast.Assign, ast.Expr, ast.Call, ast.keyword, ast.Attribute),
    *(ast.Name, ast.Constant, ast.Load, ast.Store, ast.Dict, ast.List, ast.Tuple, ast.Subscript),
    *(ast.JoinedStr, ast.FormattedValue, ast.With, ast.withitem, ast.While, ast.Try, ast.Slice),
    *(ast.ExceptHandler, ast.If, ast.Compare, ast.NotEq, ast.NotIn, ast.GtE, ast.BoolOp, ast.Or),
    *(ast.Starred, ast.And, ast.Not, ast.In, ast.Eq, ast.Lt, ast.LtE, ast.Gt, ast.Is, ast.IsNot),
    *(ast.Return, ast.Raise, ast.Pass, ast.UnaryOp, ast.USub, ast.AugAssign, ast.Add, ast.IfExp),
    *(ast.For, ast.Break, ast.BinOp, ast.Mult),
)
_BUILTINS = {
    *("Exception", "OSError", "ValueError", "getattr", "int", "property", "range", "str", "super"),
}
_ATTRIBUTES = {
    *("Timeout", "__init__", "client", "create_default_context", "delete", "error"),
    *("failure", "get", "head", "headers", "options", "patch", "post", "put", "raise_for_status"),
    *("request", "request_meta", "response_type", "sleep", "start", "status_code", "success"),
    *("update", "url", "valid_response_codes", "wait", "max_redirects", "send"),
    *("FAILURE_EXCEPTIONS", "answer_within_s", "verify", "cookiejar", "ok", "host"),
    *("clear", "cookies", "decode", "encode", "interrupt", "join", "strftime"),
    *("_create_unverified_context", "load_cert_chain", "ssl_context_factory"),
}
_LOCALS = {
    *("STAGES", "GOALS", "abstract", "ask", "cafile", "catch_response", "cause", "client"),
    *("concurrency", "default_headers", "environment", "error", "fixed_count"),
    *(
        "host",
        "insecure",
        "max_redirects",
        "message",
        "method",
        "options",
        "request",
        "response",
        "self",
    ),
    *("send", "send_one", "tasks", "url", "wait_time", "weight", "answer_within_s", "within_s"),
    *("usual_s", "found", "reason", "_", "attempt", "drawn", "ways", "weights"),
}
"""Variables and class attributes of generated code."""

_CONTEXT = re.compile(r"(USER_)?TLS(_\d+)?")
"""What holds the ways connections are trusted."""

_OF_FEEDS = {"expect", "give_back", "take"}
_OF_COUNTERS = {"next"}
_OF_MODULES = {
    "datetime": {"now"},  # the class
    "html": {"unescape"},
    "json": {"dumps", "loads"},
    "random": {"choice", "choices", "randint", "random", "uniform"},
    "re": {"search"},
    "string": {"ascii_lowercase", "digits"},
    "time": {"sleep", "time"},
    "uuid": {"uuid4"},
}


class ForbiddenCodeError(StudioError):
    """Generated code holds something it never needs: a mistake of the writer, stopped in time."""


def check(source: str, codes: Collection[str] = ()) -> str:
    """Return the source if it consists of nothing but what generated code needs.

    Args:
        source: The source.
        codes: What people wrote, each as it is the whole of a method; it may do anything.

    Raises:
        ForbiddenCodeError: It does not; nothing of it must be run or written.
    """
    found = find_forbidden(source, codes)
    if found:
        raise ForbiddenCodeError(
            Phrase("locustfile", "The locustfile was not written: it held forbidden code ({code}).")
            .of(code="; ".join(found)[:300]),
            meaning=Phrase("locustfile", "Nothing was run and no file was changed."),
            remedy=Phrase("locustfile", "This is a mistake of the studio; please report it."),
        )  # fmt: skip
    return source


def find_forbidden(source: str, codes: Collection[str] = ()) -> list[str]:
    """Return a line for each construct that generated code never needs; none, if it is safe.

    Args:
        source: The source.
        codes: What people wrote: a method that is one of these, as a tree, is not looked into.
    """
    try:
        tree, known = _parsed(source), {dumped(_parsed(code).body) for code in codes}
    except (SyntaxError, ValueError) as error:
        return [f"no Python: {error}"]
    names = FileNames.of(tree)
    return [
        f"line {getattr(node, 'lineno', 0)}: {ast.dump(node)[:80]}"
        for node in _walk(tree, known)
        if not _is_allowed(node, names)
    ]


def _parsed(source: str) -> ast.Module:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what is in code that a person wrote
        return ast.parse(source)


def _walk(node: ast.AST, codes: Collection[str]) -> Iterator[ast.AST]:
    """Yield a tree's nodes, but nothing of the parts, constants and code that are known."""
    if is_beside(node) or is_read_file(node):
        return
    yield node
    for child in ast.iter_child_nodes(node):
        is_known = isinstance(node, ast.Module) and (is_part(child) or constant_in(child))
        if not (is_known or is_code(node, child, codes)):
            yield from _walk(child, codes)


def _is_allowed(node: ast.AST, names: FileNames) -> bool:
    match node:
        case ast.Import() | ast.ImportFrom():
            return _is_allowed_import(node, names)
        case ast.Attribute() | ast.Call() | ast.Name():
            return _is_allowed_use(node, names)
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            is_known = name in KNOWN_PARTS
            return name == "__init__" or not (name.startswith("_") or is_known)
        case ast.Assign(value=ast.Name(name)):
            return name not in _BUILTINS
        case _:
            return isinstance(node, _NODES)


def _is_allowed_use(node: ast.Attribute | ast.Call | ast.Name, names: FileNames) -> bool:
    match node:
        case ast.Attribute():
            return _is_allowed_attribute(node, names)
        case ast.Call():
            return _is_allowed_call(node, names)
        case ast.Name(id=name, ctx=context):
            return _is_allowed_name(name, names, is_read=isinstance(context, ast.Load))


def _is_allowed_call(node: ast.Call, names: FileNames) -> bool:
    """Return whether this may be called, as far as it is no value."""
    match node:
        case ast.Call(ast.Attribute(ast.Name(context), "load_cert_chain"), [ast.Name(path)], []):
            return _CONTEXT.fullmatch(context) is not None and path in names.secrets
        case ast.Call(ast.Name(name)):
            values = names.constants | names.secrets | names.feeds | names.files | names.counters
            return name not in names.local | values
        case ast.Call(ast.Attribute(owner, name)):
            return name != "load_cert_chain" and not (
                is_user(owner) and name in names.kept - names.own
            )
        case ast.Call(ast.Subscript(drawn, ast.Constant(0)) | drawn):
            return is_drawn(drawn, names)


def _is_allowed_name(name: str, names: FileNames, *, is_read: bool) -> bool:
    values = names.secrets | names.feeds | names.local | names.files | names.counters
    if name in _LOCALS | values:
        return True
    if name in names.constants:
        return is_read
    if _CONTEXT.fullmatch(name) or (name in names.kept and not is_read):
        return True  # of the latter the class says that there is nothing in it yet
    imported = {it for module in IMPORTS.values() for it in module}
    modules = {module for module in IMPORTS if "." not in module} - {"locust", "requests"}
    return is_read and name in imported | modules | _BUILTINS | names.own


def _is_allowed_attribute(node: ast.Attribute, names: FileNames) -> bool:
    match node:
        case ast.Attribute(ast.Name(name), attribute) if name in names.feeds:
            return attribute in _OF_FEEDS
        case ast.Attribute(ast.Name(name), attribute) if name in names.counters:
            return attribute in _OF_COUNTERS
        case ast.Attribute(ast.Name(name), attribute) if name in _OF_MODULES:
            return attribute in _OF_MODULES[name]
        case ast.Attribute(ast.Name("self"), "user"):
            return True
        case ast.Attribute(owner, attribute) if attribute in names.kept and is_user(owner):
            return True
        case ast.Attribute(value, attribute):
            return attribute in _ATTRIBUTES or (is_user(value) and attribute in names.own)


def _is_allowed_import(node: ast.Import | ast.ImportFrom, names: FileNames) -> bool:
    if any(alias.asname is not None for alias in node.names):
        return False
    asked = {alias.name for alias in node.names}
    if isinstance(node, ast.Import):
        given = [*IMPORTS, *(IMPORTS_OF_PARTS if names.has_parts else ())]
        given += ["os"] if names.constants else []
        return all(name in given and "." not in name for name in asked)
    if node.module == "pathlib" and asked == {"Path"} and node.level == 0:
        return True  # its name may be used in known parts, and for files beside this one, only
    of_parts = IMPORTS_OF_PARTS.get(node.module or "", set()) if names.has_parts else set[str]()
    return node.level == 0 and asked <= IMPORTS.get(node.module or "", set()) | of_parts
