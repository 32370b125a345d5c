"""Exports of Insomnia, of versions 1 to 5 → one tree of items, and environments."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from studio.importer.insomnia.items import events_of, request_item, values_of, with_takes
from studio.importer.insomnia.tags import Tags
from studio.importer.tree import Mapping, is_list, items, mapping, mappings, text

_OTHERS = {
    "websocket_request": "WebSocket",
    "socketio_request": "Socket.IO",
    "grpc_request": "gRPC",
    "unit_test": "Unit test",
    "unit_test_suite": "Unit tests",
    "api_spec": "API description",
    "mock_server": "Mock server",
    "mock_route": "Mock server",
}
_DEEPEST = 40


@dataclass(slots=True)
class Export:
    """What was found in an export."""

    name: str = ""
    description: str = ""
    items: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])

    environments: list[tuple[str, list[Mapping]]] = field(
        default_factory=list[tuple[str, list[Mapping]]]
    )
    """Names and values; the first holds for all others."""

    of_folders: list[Mapping] = field(default_factory=list[Mapping])
    """Values that folders give to what is in them."""

    others: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    """What is no HTTP request: names and kinds."""

    tags: Tags = field(default_factory=Tags)


def export_in(tree: Mapping) -> Export | None:
    """Return what an export holds; None: it is none."""
    found = Export()
    if text(tree.get("type")).startswith("collection.insomnia.rest/"):
        _version_5(tree, found)
    elif is_list(tree.get("resources")):
        _flat(mappings(tree.get("resources")), found)
    elif is_list(tree.get("items")) and "__export_format" in tree:
        found.items = [_version_1(it, found, 0) for it in mappings(tree.get("items"))]
    else:
        return None
    for item in found.items:
        with_takes(item, found.tags)
    return found


def _version_1(it: Mapping, found: Export, depth: int) -> dict[str, Any]:
    if "requests" not in it or depth > _DEEPEST:
        return request_item(it, found.tags)
    found.of_folders += values_of(mapping(it.get("environments")).get("base"))
    inner = [_version_1(request, found, depth + 1) for request in mappings(it.get("requests"))]
    return {"name": text(it.get("name")), "item": inner}


def _flat(resources: list[Mapping], found: Export) -> None:
    """Read versions 2 to 4: one list, each resource with the id of the one it stands in."""
    by_parent: dict[str, list[Mapping]] = {}
    ids = {text(it.get("_id")) for it in resources}
    for it in resources:
        parent = text(it.get("parentId"))
        by_parent.setdefault(parent if parent in ids else "", []).append(it)
    for it in resources:
        if it.get("_type") == "workspace":
            found.name = found.name or text(it.get("name"))
            found.description = found.description or text(it.get("description"))
        elif text(it.get("_type")) in _OTHERS:
            found.others.append((text(it.get("name")), _OTHERS[text(it["_type"])]))
    tops = [it for it in by_parent.get("", []) if it.get("_type") != "workspace"]
    spaces = [it for it in resources if it.get("_type") == "workspace"]
    tops += [it for space in spaces for it in by_parent.get(text(space.get("_id")), [])]
    found.items = _items_of(tops, by_parent, found, 0)
    _environments([it for it in tops if it.get("_type") == "environment"], by_parent, found)


def _items_of(
    resources: Iterable[Mapping], by_parent: dict[str, list[Mapping]], found: Export, depth: int
) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = []
    for it in sorted(resources, key=lambda it: _sort_key(it.get("metaSortKey"))):
        if it.get("_type") == "request":
            listed.append(request_item(it, found.tags))
        elif it.get("_type") == "request_group" and depth < _DEEPEST:
            found.of_folders += values_of(it.get("environment"))
            inner = by_parent.get(text(it.get("_id")), [])
            listed.append(_folder(it, _items_of(inner, by_parent, found, depth + 1)))
    return listed


def _environments(bases: list[Mapping], by_parent: dict[str, list[Mapping]], found: Export) -> None:
    for base in bases:
        found.environments.append((text(base.get("name")), values_of(base.get("data"))))
        for it in by_parent.get(text(base.get("_id")), []):
            if it.get("_type") == "environment":
                found.environments.append((text(it.get("name")), values_of(it.get("data"))))


def _version_5(tree: Mapping, found: Export) -> None:
    found.name = text(tree.get("name"))
    found.description = text(mapping(tree.get("meta")).get("description"))
    found.items = _nested(items(tree.get("collection")), found, 0)
    environments = mapping(tree.get("environments"))
    if environments:
        base = text(environments.get("name"))
        found.environments.append((base, values_of(environments.get("data"))))
        for it in mappings(environments.get("subEnvironments")):
            found.environments.append((text(it.get("name")), values_of(it.get("data"))))
    for kind, shown in (("testSuites", "Unit tests"), ("spec", "API description")):
        if tree.get(kind):
            found.others.append((found.name, shown))


def _nested(listed: object, found: Export, depth: int) -> list[dict[str, Any]]:
    inner: list[dict[str, Any]] = []
    for it in sorted(mappings(listed), key=_order):
        if "children" in it and depth < _DEEPEST:
            found.of_folders += values_of(it.get("environment"))
            inner.append(_folder(it, _nested(it.get("children"), found, depth + 1)))
        elif text(it.get("url")).startswith(("ws://", "wss://")) or "protoFileId" in it:
            found.others.append((text(it.get("name")), "WebSocket, gRPC"))
        elif "url" in it or "method" in it:
            inner.append(request_item(it, found.tags))
    return inner


def _folder(it: Mapping, inner: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "name": text(it.get("name")),
        "item": inner,
        "event": list(events_of(it)),
        "description": text(it.get("description")),
    }


def _order(it: Mapping) -> float:
    return _sort_key(mapping(it.get("meta")).get("sortKey"))


def _sort_key(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or math.isnan(value):
        return 0.0
    return float(max(-1e18, min(1e18, value)))
