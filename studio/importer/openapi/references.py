"""References of a description: within it, and to files of its own folder; nothing else is read."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote

from studio.errors import StudioError
from studio.importer.source import source_of_file
from studio.importer.tree import Mapping, is_list, is_mapping, items, mapping
from studio.importer.tree_reading import read_tree

_LONGEST_CHAIN = 30
_MOST_FILES = 10_000


class References:
    """Follows `$ref`, one at a time and only when asked."""

    def __init__(self, root: Mapping, path: Path | None = None) -> None:
        self.root = root
        self.unread: dict[str, None] = {}
        """What was not followed: addresses elsewhere, files that are not there."""

        self._path = path
        self._files: dict[Path, Any] = {}

    def followed(self, value: object) -> Mapping:
        """Return a mapping; where it refers to another one, that one with what stands beside."""
        found = mapping(value)
        beside: Mapping = {}
        for _ in range(_LONGEST_CHAIN):
            reference = found.get("$ref")
            if not isinstance(reference, str):
                break
            beside = {key: it for key, it in found.items() if key != "$ref"} | beside
            found = mapping(self._target(reference))
        return {**found, **beside} if beside else found

    def _target(self, reference: str) -> object:
        address, _, pointer = reference.partition("#")
        root: object = self.root
        if address:
            root = self._file(address)
        if root is None:
            self.unread[reference[:200]] = None
            return None
        for step in pointer.split("/")[1:]:
            root = _within(root, unquote(step).replace("~1", "/").replace("~0", "~"))
        if root is None:
            self.unread[reference[:200]] = None
        elif address:
            return self._rebased(root, address)
        return root

    def _rebased(self, value: object, address: str) -> object:
        """Return what another file says, with its own references said from here."""
        folder = address.rpartition("/")[0]
        return _with_references(value, address, folder, 0)

    def _file(self, address: str) -> object:
        if self._path is None or "://" in address or address.startswith(("/", "\\")):
            return None
        folder = self._path.parent.resolve()
        path = (folder / unquote(address)).resolve()
        if not path.is_relative_to(folder) or not path.is_file():
            return None
        if path not in self._files:
            if len(self._files) >= _MOST_FILES:
                return None
            self._files[path] = None
            try:
                self._files[path] = read_tree(source_of_file(path).text(), path.name)
            except StudioError:
                self.unread[address[:200]] = None
        return self._files[path]


def _within(value: object, step: str) -> object:
    if is_list(value):
        listed = items(value)
        return listed[int(step)] if step.isdecimal() and int(step) < len(listed) else None
    return mapping(value).get(step)


def _with_references(value: object, address: str, folder: str, depth: int) -> object:
    if depth > 60:  # noqa: PLR2004  # what lies deeper is never looked at
        return value
    if is_list(value):
        return [_with_references(it, address, folder, depth + 1) for it in items(value)]
    if not is_mapping(value):
        return value
    found = {
        key: _with_references(it, address, folder, depth + 1) for key, it in mapping(value).items()
    }
    reference = found.get("$ref")
    if isinstance(reference, str):
        if reference.startswith("#"):
            found["$ref"] = address + reference
        elif folder and "://" not in reference:
            found["$ref"] = f"{folder}/{reference}"
    return found
