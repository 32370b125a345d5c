"""Untyped trees as JSON and YAML give them, looked at without believing anything."""

import json
from collections.abc import Iterable
from typing import Any, cast

from studio.errors import FileFormatError
from studio.phrase import Phrase

Mapping = dict[str, Any]
MOST_NODES = 900_000
DEEPEST = 200


def is_mapping(value: object) -> bool:
    """Return whether a value is a mapping."""
    return isinstance(value, dict)


def is_list(value: object) -> bool:
    """Return whether a value is a list."""
    return isinstance(value, list)


def mapping(value: object) -> Mapping:
    """Return a value where it is a mapping with texts for keys, otherwise an empty one."""
    if not isinstance(value, dict):
        return {}
    found = cast("dict[object, Any]", value)
    if all(isinstance(key, str) for key in found):
        return cast("Mapping", value)
    return {text(key): within for key, within in found.items()}


def items(value: object) -> list[Any]:
    """Return a value where it is a list, otherwise an empty one."""
    return cast("list[Any]", value) if isinstance(value, list) else []


def mappings(value: object) -> list[Mapping]:
    """Return the mappings in a list."""
    found: list[object] = items(value)
    return [mapping(cast("object", item)) for item in found if isinstance(item, dict)]


def text(value: object) -> str:
    """Return a value as people write it: texts as they are, nothing for None, the rest as JSON."""
    if isinstance(value, str):
        return value
    return "" if value is None else as_json(value)


def as_json(value: object, indent: int | None = None) -> str:
    """Return a value as JSON; what JSON does not know becomes a text."""
    try:
        return json.dumps(value, ensure_ascii=False, indent=indent, default=str)
    except (ValueError, TypeError, RecursionError):
        return ""


def refuse_bombs(tree: object, name: str) -> None:
    """Refuse a tree that is too large or too deep, counted as if no part of it were shared.

    Raises:
        FileFormatError: It is.
    """
    level: list[object] = [tree]
    count = depth = 0
    while level:
        count, depth = count + len(level), depth + 1
        if count > MOST_NODES or depth > DEEPEST:
            raise FileFormatError(
                Phrase("importer", "{file} has more in it than can be read.").of(
                    file=_called(name)
                ),
                meaning=Phrase("importer", "At most {count} values are read, {depth} deep.").of(
                    count=MOST_NODES, depth=DEEPEST
                ),
                remedy=Phrase("importer", "Split it, or leave out what no journey needs."),
            )
        level = [inner for outer in level for inner in _within(outer)]


def broken(name: str, detail: str) -> FileFormatError:
    """Return the refusal of a file that cannot be read."""
    return FileFormatError(
        Phrase("importer", "{file} cannot be read: {detail}").of(
            file=_called(name), detail=detail[:200]
        ),
        meaning=Phrase("importer", "Nothing was imported."),
        remedy=Phrase("importer", "Export it again, or see whether the file is whole."),
    )


def _called(name: str) -> str:
    return name or "The pasted text"


def _within(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return cast("dict[object, object]", value).values()
    return cast("list[object]", value) if isinstance(value, list) else ()
