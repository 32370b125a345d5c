"""Data files and files to upload called otherwise, wherever a journey speaks of them."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, cast

from studio.journey.body import FileBody, FilePart
from studio.journey.journey import Journey, Tls
from studio.journey.template import Variable


def with_other_names(
    journey: Journey, data_files: Mapping[str, str], files: Mapping[str, str]
) -> Journey:
    """Return a journey that uses data files and files to upload under other names.

    Args:
        journey: The journey.
        data_files: Old names, each with the new one.
        files: Likewise, of files to upload.
    """
    if not data_files and not files:
        return journey
    renamed: Journey = _renamed(journey, data_files, files)
    return renamed


def _renamed(value: Any, data_files: Mapping[str, str], files: Mapping[str, str]) -> Any:  # noqa: ANN401  # any part of a journey
    match value:
        case Variable() as variable if variable.column:
            source = data_files.get(variable.source, variable.source)
            return Variable(f"{source}.{variable.column}")
        case FilePart(file=name) | FileBody(file=name):
            return replace(value, file=files.get(name, name))
        case Tls(authority=str(name)):
            return replace(value, authority=files.get(name, name))
        case tuple():
            items = cast("tuple[Any, ...]", value)
            return tuple(_renamed(item, data_files, files) for item in items)
        case _ if is_dataclass(value) and not isinstance(value, type):
            return _with_parts(value, data_files, files)
        case _:
            return value


def _with_parts(value: object, data_files: Mapping[str, str], files: Mapping[str, str]) -> Any:  # noqa: ANN401
    changed: dict[str, Any] = {}
    for name in _names(type(value)):
        old = getattr(value, name)
        new = _renamed(old, data_files, files)
        if new != old:
            changed[name] = new
    return replace(cast("Any", value), **changed) if changed else value


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
