"""What a file itself gives a name to, as far as the check knows the form it is given in."""

import ast
import builtins
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from studio.locustfile.known_parts import IMPORTS_OF_PARTS, KNOWN_PARTS

IMPORTS = {
    "datetime": {"UTC", "datetime", "timedelta"},
    "gevent": {"GreenletExit"},
    "html": set[str](),
    "json": set[str](),
    "locust": {"FastHttpUser", "HttpUser", "MarkovTaskSet", "between", "constant"}
    | {"constant_pacing", "constant_throughput", "poisson", "tag", "task", "transitions"},
    "locust.contrib": {"fasthttp"},
    "locust.contrib.fasthttp": {"FastResponse", "LocustBadStatusCode"},
    "locust.exception": {"RescheduleTask", "StopUser"},
    "random": set[str](),
    "re": set[str](),
    "requests": {"RequestException", "Timeout"},
    "ssl": set[str](),
    "string": set[str](),
    "time": set[str](),
    "urllib.parse": {"quote", "unquote", "urlencode"},
    "uuid": set[str](),
}


@dataclass(frozen=True, slots=True)
class FileNames:
    """What a file itself gives a name to."""

    own: set[str]
    """Functions and classes."""

    has_parts: bool
    """Whether there are known ones among them."""

    secrets: set[str]
    feeds: set[str]
    counters: set[str]

    files: set[str]
    """Constants that hold what is in a file beside this one."""

    constants: set[str]
    """Texts at the top of the file, two of which may stand in the environment."""

    ways: list[ast.expr]
    """All that is ever drawn from by that name."""

    kept: set[str]
    """Attributes of users that hold a variable or a row; never called."""

    local: set[str]
    """Variables of one method; never called."""

    @staticmethod
    def of(tree: ast.Module) -> "FileNames":
        """Return what a whole file gives a name to."""
        walked = list(ast.walk(tree))
        defined = [it for it in walked if isinstance(it, ast.FunctionDef | ast.ClassDef)]
        own = {it.name for it in defined}
        return FileNames(
            own=own,
            has_parts=any(map(is_part, tree.body)),
            secrets=set(_made_by(tree.body, "read_secret")),
            feeds=set(_made_by(tree.body, "Feed")),
            counters=set(_made_by(tree.body, "Counter")),
            files=set(_read_files(tree.body)),
            constants={name for it in tree.body if (name := constant_in(it))},
            ways=[value for node in walked for value in _ways(node)],
            kept={name for node in walked if (name := _kept(node))},
            local={name for node in tree.body for name in _local(node)} - own,
        )


def is_beside(node: ast.AST) -> bool:
    """Return whether this is the path of a file beside this one, and of no other."""
    match node:
        case ast.Call(
            ast.Attribute(ast.Call(ast.Name("Path"), [ast.Name("__file__")], []), "with_name"),
            [ast.Constant(str(name))],
            [],
        ):
            return re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", name) is not None
        case _:
            return False


def is_read_file(node: ast.AST) -> bool:
    """Return whether this is what is in a file beside this one."""
    match node:
        case ast.Call(ast.Attribute(path, "read_bytes"), [], []):
            return is_beside(path)
        case _:
            return False


def _read_files(body: list[ast.stmt]) -> Iterator[str]:
    for node in body:
        match node:
            case ast.Assign([ast.Name(name)], value) if is_read_file(value) and _is_free(name):
                yield name
            case _:
                pass


def is_part(node: ast.AST) -> bool:
    """Return whether a definition, or a constant, is a part that is known, to the last name."""
    match node:
        case ast.FunctionDef(name) | ast.ClassDef(name) | ast.Assign([ast.Name(name)]):
            return ast.dump(node) in KNOWN_PARTS.get(name, ())
        case _:
            return False


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
    imports = (*IMPORTS_OF_PARTS.items(), *IMPORTS.items())
    imported = {it for module, names in imports for it in (module, *names)}
    return not (name.startswith("_") or name in imported | KNOWN_PARTS.keys() | set(dir(builtins)))


def _is_plain(node: ast.expr) -> bool:
    match node:
        case ast.Constant() | ast.UnaryOp(ast.USub(), ast.Constant()):
            return True
        case ast.Name(name):
            return name in {"again_and_again", "at_random", "each_row"}
        case _:
            return False


def constant_in(node: ast.AST) -> str | None:
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


def _ways(node: ast.AST) -> Iterator[ast.expr]:
    match node:
        case ast.Assign([ast.Name("ways")], ast.List(items)):
            yield from items
        case ast.Assign([ast.Name("ways")], value):
            yield value
        case _:
            pass


def _kept(node: ast.AST) -> str | None:
    """Return the attribute of a user that a value is kept in, as in `self.x = feed.take()`."""
    match node:
        case ast.FunctionDef(name=name, decorator_list=[ast.Name("property")]) if _is_free(name):
            return name
        case ast.Assign([ast.Attribute(owner, name)]) if is_user(owner) and _is_free(name):
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


def is_user(node: ast.expr) -> bool:
    """Return whether this is a user: `self`, or `self.user` in what walks a chain."""
    match node:
        case ast.Name("self") | ast.Attribute(ast.Name("self"), "user"):
            return True
        case _:
            return False


def is_drawn(node: ast.expr, names: FileNames) -> bool:
    """Return whether this is one of the class's own methods, drawn at random."""
    match node:
        case ast.Call(ast.Attribute(ast.Name("random"), "choice" | "choices"), [first, *_]):
            is_listed = isinstance(first, ast.Name) and first.id == "ways"
            ways = first.elts if isinstance(first, ast.List) else names.ways * is_listed
            return bool(ways) and all(_is_own(it, names) for it in ways)
        case _:
            return False


def is_code(owner: ast.AST, node: ast.AST, codes: Collection[str]) -> bool:
    """Return whether this is a method of a class that a person wrote the whole of.

    Args:
        owner: What it stands in.
        node: Anything.
        codes: What people wrote, as `dumped` gives it.
    """
    match node:
        case ast.FunctionDef(
            args=ast.arguments([], [ast.arg("self")], None, [], [], None, []), decorator_list=[]
        ) if isinstance(owner, ast.ClassDef) and not node.name.startswith("_"):
            return dumped(node.body) in codes
        case _:
            return False


def dumped(body: list[ast.stmt]) -> str:
    """Return statements as a text that is the same for the same statements."""
    return "\n".join(map(ast.dump, body))


def _is_own(node: ast.expr, names: FileNames) -> bool:
    match node:
        case ast.Attribute(ast.Name("self"), name):
            return name in names.own
        case _:
            return False
