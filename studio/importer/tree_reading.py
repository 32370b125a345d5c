"""JSON and YAML → a tree, with size, depth and shared parts bounded before anything is built."""

import json
import re
from collections.abc import Callable
from typing import Any, cast

import yaml

from studio.errors import FileFormatError
from studio.importer.tree import broken, refuse_bombs
from studio.phrase import Phrase

MOST_YAML_LINES = 400_000
"""Lines and commas: each may be a value, and YAML is read at about 100,000 of them a second."""

_MOST_OPEN = 1_000
_MOST_MERGED = 10_000
_STEEP = re.compile(r"(?:[-?:][ \t]+){100}|(?:^|\n)[ \t]{2000}")
_BRACKET = re.compile(r"[\[\]{}]")
_RESOLVERS = (
    ("tag:yaml.org,2002:bool", re.compile(r"true|True|TRUE|false|False|FALSE"), "tTfF"),
    ("tag:yaml.org,2002:null", re.compile(r"~|null|Null|NULL|"), ("~", "n", "N", "")),
    ("tag:yaml.org,2002:int", re.compile(r"[-+]?(?:0|[1-9][0-9]{0,18})"), "-+0123456789"),
    (
        "tag:yaml.org,2002:float",
        re.compile(r"[-+]?(?:[0-9]{1,30}\.[0-9]{0,30}|\.[0-9]{1,30})(?:[eE][-+]?[0-9]{1,3})?"),
        "-+0123456789.",
    ),
    ("tag:yaml.org,2002:merge", re.compile(r"<<"), "<"),
)
"""Plain values as YAML 1.2 reads them: no dates, no `yes`, no numbers to the base of 60."""


class _Loader(yaml.CSafeLoader):
    """PyYAML's safe loader without dates, and with an end to what is merged."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  # as the library wants it

    def flatten_mapping(self, node: yaml.MappingNode) -> None:
        super().flatten_mapping(node)
        if len(node.value) > _MOST_MERGED:
            raise yaml.YAMLError("too much is merged")


_add: Callable[[str, re.Pattern[str], list[str]], None] = cast("Any", _Loader).add_implicit_resolver
for _tag, _pattern, _first in _RESOLVERS:
    _whole = re.compile(rf"(?:{_pattern.pattern})\Z")
    _add(_tag, _whole, list(_first))


def read_tree(source: str, name: str) -> Any:  # noqa: ANN401  # a tree has no type yet
    """Return the tree in a JSON or YAML text.

    Raises:
        FileFormatError: It is neither, too large or too deep.
    """
    if source.lstrip("\ufeff \t\r\n")[:1] in ("{", "["):
        try:
            return read_json(source, name)
        except FileFormatError:
            if source.lstrip()[:1] == "[" or _is_json(source):
                raise
    return read_yaml(source, name)


def read_json(source: str, name: str) -> Any:  # noqa: ANN401  # a tree has no type yet
    """Return the tree in a JSON text.

    Raises:
        FileFormatError: It is none, too large or too deep.
    """
    try:
        tree = json.loads(source.lstrip("\ufeff"), strict=False)
    except (ValueError, RecursionError) as error:
        raise broken(name, _reason(error)) from error
    refuse_bombs(tree, name)
    return tree


def read_yaml(source: str, name: str) -> Any:  # noqa: ANN401  # a tree has no type yet
    """Return the tree in a YAML text.

    Raises:
        FileFormatError: It is none, too large or too deep.
    """
    _refuse_yaml_bombs(source, name)
    try:
        tree = yaml.load(source, _Loader)  # noqa: S506  # it is the safe one
    except (yaml.YAMLError, ValueError, RecursionError, TypeError) as error:
        raise broken(name, _reason(error)) from error
    refuse_bombs(tree, name)
    return tree


def _is_json(source: str) -> bool:
    return re.match(r'\s*\{\s*"', source) is not None


def _refuse_yaml_bombs(source: str, name: str) -> None:
    if source.count("\n") + source.count(",") > MOST_YAML_LINES:
        raise FileFormatError(
            Phrase("importer", "{file} has more in it than can be read.").of(file=name),
            remedy=Phrase("importer", "Save it as JSON, or leave out what no journey needs."),
        )
    if _STEEP.search(source) or _most_open(source) > _MOST_OPEN:
        raise broken(name, "it is nested too deeply")


def _most_open(source: str) -> int:
    now = most = 0
    for found in _BRACKET.finditer(source):
        now = now + 1 if found[0] in "[{" else max(0, now - 1)
        most = max(most, now)
    return most


def _reason(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    return " ".join(str(error).split())
