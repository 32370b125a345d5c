"""Only this computer may be put under load until somebody says otherwise."""

from pathlib import Path

import pytest

from studio.address import read_address
from studio.computer.allowed_target import AllowedTarget, AllowedTargets, TargetError
from studio.errors import FileFormatError

STAGING = read_address("https://staging.shop.test")


def test_this_computer_is_always_allowed(tmp_path: Path) -> None:
    AllowedTargets(tmp_path).require(read_address("http://localhost:8000"))


def test_another_computer_needs_a_name(tmp_path: Path) -> None:
    allowed = AllowedTargets(tmp_path / "new")
    with pytest.raises(TargetError, match="not allowed"):
        allowed.require(STAGING)
    allowed.allow(AllowedTarget(str(STAGING), "Amina", "2026-05-03T10:00:00+00:00"))
    AllowedTargets(tmp_path / "new").require(STAGING)
    with pytest.raises(TargetError):
        allowed.require(read_address("https://staging.shop.test:8443"))


def test_a_newer_permission_stands_in_place_of_an_older(tmp_path: Path) -> None:
    allowed = AllowedTargets(tmp_path)
    for name in ("Amina", "Ben"):
        allowed.allow(AllowedTarget(str(STAGING), name, ""))
    assert [it.allowed_by for it in allowed.all()] == ["Ben"]


def test_a_damaged_list_allows_nothing(tmp_path: Path) -> None:
    (tmp_path / "allowed_targets.json").write_text('[{"address": 1}]')
    with pytest.raises(FileFormatError):
        AllowedTargets(tmp_path).require(STAGING)
