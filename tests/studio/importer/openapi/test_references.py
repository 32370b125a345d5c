"""References are followed within a description and its folder, and nowhere else."""

import json
from pathlib import Path

import pytest
from hypothesis import given

from studio.importer.openapi.references import References
from studio.importer.tree import mapping
from tests.studio.importer.trees import shaped


def test_a_reference_within_the_file_is_followed() -> None:
    root = {"a": {"b/c": {"$ref": "#/d/0"}}, "d": [{"x": 1}]}
    found = References(root).followed({"$ref": "#/a/b~1c", "summary": "beside"})
    assert found == {"x": 1, "summary": "beside"}


@pytest.mark.parametrize(
    "reference",
    [
        "#/no",
        "https://a.test/x.yaml#/a",
        "file:///etc/passwd",
        "/etc/passwd",
        "../../x.yaml#/a",
        "no.yaml",
    ],
)
def test_what_lies_elsewhere_is_noted_and_not_read(tmp_path: Path, reference: str) -> None:
    (tmp_path.parent / "x.yaml").write_text("a: 1")
    references = References({}, tmp_path / "in" / "api.yaml")
    assert references.followed({"$ref": reference}) == {}
    assert list(references.unread) == [reference]


def test_files_of_the_folder_are_read_with_their_own_references(tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "pets.yaml").write_text(
        "Pet: {properties: {owner: {$ref: '#/Owner'}, home: {$ref: 'homes.json#/Home'}}}\n"
        "Owner: {type: string}\n"
    )
    (tmp_path / "more" / "homes.json").write_text(json.dumps({"Home": {"type": "integer"}}))
    references = References({}, tmp_path / "api.yaml")
    pet = references.followed({"$ref": "more/pets.yaml#/Pet"})
    assert references.followed(pet["properties"]["owner"]) == {"type": "string"}
    assert references.followed(pet["properties"]["home"]) == {"type": "integer"}
    assert not references.unread


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "secret.yaml").write_text("a: {x: 1}")
    (tmp_path / "in" / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    references = References({}, tmp_path / "in" / "api.yaml")
    assert references.followed({"$ref": "link.yaml#/a"}) == {}


def test_a_cycle_ends() -> None:
    root = {"a": {"$ref": "#/b"}, "b": {"$ref": "#/a"}}
    assert "$ref" in References(root).followed({"$ref": "#/a"})


@given(shaped("$ref", "#/$ref", "#/a/b", "a", "b"))
def test_any_tree_can_be_followed(tree: object) -> None:
    assert References(mapping(tree)).followed({"$ref": "#/a"}) is not None
    assert References({"a": tree}).followed(tree) is not None
