"""Exports of all versions become one tree of items."""

from typing import Any

from hypothesis import given

from studio.importer.insomnia.trees import Export, export_in
from studio.importer.tree import mapping
from tests.studio.importer.trees import shaped

VERSION_4: dict[str, Any] = {
    "__export_format": 4,
    "resources": [
        {"_id": "w", "_type": "workspace", "name": "Shop", "parentId": None},
        {"_id": "r2", "_type": "request", "parentId": "f", "name": "two", "url": "http://a"},
        {"_id": "r1", "_type": "request", "parentId": "w", "name": "one", "metaSortKey": 5},
        {
            "_id": "f",
            "_type": "request_group",
            "parentId": "w",
            "name": "Folder",
            "metaSortKey": 1,
            "environment": {"x": "1"},
        },
        {"_id": "e", "_type": "environment", "parentId": "w", "name": "Base", "data": {"a": "b"}},
        {"_id": "s", "_type": "environment", "parentId": "e", "name": "Sub", "data": {"c": "d"}},
        {"_id": "g", "_type": "grpc_request", "parentId": "w", "name": "G"},
    ],
}
VERSION_5: dict[str, Any] = {
    "type": "collection.insomnia.rest/5.0",
    "name": "Shop",
    "collection": [
        {"name": "two", "url": "http://a", "meta": {"id": "r2", "sortKey": 2}},
        {
            "name": "Folder",
            "meta": {"sortKey": 1},
            "children": [{"name": "one", "url": "http://a"}],
        },
        {"name": "socket", "url": "ws://a"},
    ],
    "environments": {"name": "Base", "data": {"a": "b"}, "subEnvironments": [{"name": "Sub"}]},
}


def _names(items: list[dict[str, Any]]) -> list[Any]:
    return [_names(it["item"]) if "item" in it else it["name"] for it in items]


def _export(tree: dict[str, Any]) -> Export:
    found = export_in(tree)
    assert found is not None
    return found


def test_version_4_is_a_list_put_in_order() -> None:
    found = _export(VERSION_4)
    assert (found.name, _names(found.items)) == ("Shop", [["two"], "one"])
    assert [name for name, _ in found.environments] == ["Base", "Sub"]
    assert found.of_folders == [{"key": "x", "value": "1"}]
    assert found.others == [("G", "gRPC")]


def test_version_5_is_nested() -> None:
    found = _export(VERSION_5)
    assert (found.name, _names(found.items)) == ("Shop", [["one"], "two"])
    assert [name for name, _ in found.environments] == ["Base", "Sub"]
    assert found.others == [("socket", "WebSocket, gRPC")]


def test_version_1_is_nested_in_another_way() -> None:
    tree = {
        "__export_format": 1,
        "items": [
            {
                "name": "Folder",
                "environments": {"base": {"a": "b"}},
                "requests": [{"name": "one", "url": "http://a"}],
            }
        ],
    }
    found = _export(tree)
    assert _names(found.items) == [["one"]]
    assert found.of_folders == [{"key": "a", "value": "b"}]


def test_what_is_no_export_is_none() -> None:
    assert export_in({"items": []}) is None


@given(
    shaped(
        *("resources", "_type", "request", "request_group", "_id", "parentId", "environment"),
        *("data", "collection", "children", "url", "name", "environments", "meta", "sortKey"),
    )
)
def test_any_tree_is_read_or_none(tree: object) -> None:
    export_in({"resources": [tree, *[tree]]})
    export_in(mapping(tree))
    export_in({"type": "collection.insomnia.rest/5", "collection": [tree], "environments": tree})
    export_in({"__export_format": 1, "items": [tree]})
