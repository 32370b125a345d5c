"""A collection of Postman 3, a folder of YAML files → the tree of one of version 2.1."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from studio.errors import FileFormatError
from studio.importer.source import source_of_file
from studio.importer.tree import Mapping, broken, is_mapping, items, mapping, mappings, text
from studio.importer.tree_reading import read_yaml
from studio.phrase import Phrase

_REQUEST = (".request.yaml", ".request.yml")
_DEFINITION = (".resources/definition.yaml", ".resources/definition.yml", "definition.yaml")
_KIND = re.compile(r"\s*\$kind:\s*['\"]?(?:http-request|collection)")
_MOST_FILES = 20_000
_DEEPEST = 30
_LARGEST_FILE = 5_000_000
_LISTENERS = {"beforeRequest": "prerequest", "afterResponse": "test"}
_LANGUAGES = {"json", "xml", "html", "javascript", "text"}


def is_collection_folder(name: str, beginning: str) -> bool:
    """Return whether this is one request of a collection that is a folder."""
    return (
        name.endswith(_REQUEST)
        or re.search(r"^\$kind:\s*['\"]?(http-request|collection)", beginning) is not None
    )


def collection_of_folder(folder: Path) -> Mapping:
    """Return the tree of a collection, as version 2.1 would write it.

    Nothing outside the folder is read, and no link is followed.

    Raises:
        FileFormatError: A file is broken, or there is no request.
    """
    reading = _Reading()
    tree = reading.folder(folder, 0)
    if not reading.requests:
        raise FileFormatError(
            Phrase("importer", "There is no Postman request in the folder {folder}.").of(
                folder=folder.name
            ),
            remedy=Phrase("importer", "Choose the folder of one collection."),
        )
    return {**tree, "info": {"name": tree["name"], "description": tree.get("description")}}


class _Reading:
    """Counts the files that are read."""

    def __init__(self) -> None:
        self.files = 0
        self.requests = 0

    def folder(self, folder: Path, depth: int) -> dict[str, Any]:
        """Return a folder as an item that holds items."""
        definition = self._definition(folder)
        entries = sorted(folder.iterdir(), key=lambda it: it.name.lower())
        found: list[tuple[float, dict[str, Any]]] = []
        for entry in entries:
            if entry.is_symlink() or entry.name.startswith("."):
                continue
            if entry.is_dir() and depth < _DEEPEST:
                inner = self.folder(entry, depth + 1)
                if inner["item"]:
                    found.append((inner["order"], inner))
            elif entry.name.endswith(_REQUEST):
                item = self._request(entry)
                found.append((item["order"], item))
        found.sort(key=lambda it: it[0])
        return {
            "name": text(definition.get("name")) or folder.name,
            "description": definition.get("description"),
            "order": _order(definition),
            "auth": definition.get("auth"),
            "variable": _variables(definition.get("variables")),
            "event": list(_events(definition)),
            "item": [item for _, item in found],
        }

    def _definition(self, folder: Path) -> Mapping:
        for name in _DEFINITION:
            path = folder / name
            if path.is_file() and not path.is_symlink() and not path.parent.is_symlink():
                return self._tree(path)
        return {}

    def _request(self, path: Path) -> dict[str, Any]:
        self.requests += 1
        tree = self._tree(path)
        name = re.sub(r"\.request\.ya?ml$", "", path.name)
        settings = mapping(tree.get("settings"))
        return {
            "name": text(tree.get("name")) or name,
            "order": _order(tree),
            "event": list(_events(tree)),
            "protocolProfileBehavior": {"followRedirects": settings.get("followRedirects")},
            "request": {
                "method": tree.get("method"),
                "description": tree.get("description"),
                "url": _url(tree),
                "header": tree.get("headers"),
                "auth": tree.get("auth"),
                "body": _body(tree),
            },
        }

    def _tree(self, path: Path) -> Mapping:
        self.files += 1
        if self.files > _MOST_FILES:
            raise broken(path.name, "the folder has too many files")
        return mapping(read_yaml(source_of_file(path).text(_LARGEST_FILE), path.name))


def _order(tree: Mapping) -> float:
    order = tree.get("order")
    return float(order) if isinstance(order, int | float) else float("inf")


def _variables(value: object) -> list[Mapping]:
    if is_mapping(value):
        return [{"key": name, "value": inner} for name, inner in mapping(value).items()]
    return mappings(value)


def _events(tree: Mapping) -> Iterator[Mapping]:
    for script in mappings(tree.get("scripts")):
        when = text(script.get("type")).rpartition(":")[2]
        if when in _LISTENERS:
            code = text(script.get("code"))
            yield {"listen": _LISTENERS[when], "script": {"exec": code.split("\n")}}


def _url(tree: Mapping) -> Mapping:
    return {
        "raw": text(tree.get("url")),
        "query": _variables(tree.get("queryParams")),
        "variable": _variables(tree.get("pathVariables")),
    }


def _body(tree: Mapping) -> Mapping | None:
    body = tree.get("body")
    if tree.get("$kind") == "graphql-request" or "query" in tree:
        graphql = {"query": tree.get("query"), "variables": tree.get("variables")}
        return {"mode": "graphql", "graphql": graphql}
    kind, content = text(mapping(body).get("type")), mapping(body).get("content")
    if kind in _LANGUAGES:
        return {"mode": "raw", "raw": text(content), "options": {"raw": {"language": kind}}}
    if kind == "graphql":
        return {"mode": "graphql", "graphql": mapping(content)}
    if kind in ("formdata", "urlencoded"):
        listed = _variables(content) if is_mapping(content) else items(content)
        return {"mode": kind, kind: listed}
    if kind in ("file", "binary"):
        return {"mode": "file", "file": {"src": text(mapping(content).get("src") or content)}}
    return None
