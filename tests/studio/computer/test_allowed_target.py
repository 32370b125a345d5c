"""Only this computer may be put under load until somebody says otherwise."""

import json
from pathlib import Path

import pytest

from studio.address import Reach, read_address
from studio.computer.allowed_target import (
    LONGEST_S,
    AllowedTarget,
    AllowedTargets,
    NotYetAllowedError,
    Permission,
    TargetError,
    reach_to_allow,
)
from studio.errors import FileFormatError

STAGING = read_address("https://staging.shop.test")
PUBLIC, PRIVATE, HERE = (Reach.PUBLIC,), (Reach.PRIVATE,), (Reach.LOOPBACK,)
AMINA = AllowedTarget(str(STAGING), "Amina", "2026-05-03T10:00:00+00:00")


def test_this_computer_is_always_allowed(tmp_path: Path) -> None:
    allowed = AllowedTargets(tmp_path)
    assert allowed.require(read_address("http://localhost:8000"), HERE) is None
    assert allowed.require(STAGING, HERE) is None  # a name for this computer


@pytest.mark.parametrize("reaches", [PUBLIC, PRIVATE, (Reach.LOOPBACK, Reach.PUBLIC)])
def test_another_computer_needs_a_name(tmp_path: Path, reaches: tuple[Reach, ...]) -> None:
    with pytest.raises(NotYetAllowedError, match="not allowed") as error:
        AllowedTargets(tmp_path).require(STAGING, reaches)
    assert error.value.address == STAGING
    assert error.value.reach is reaches[-1]


def test_a_permission_is_for_one_address_and_kept(tmp_path: Path) -> None:
    allowed = AllowedTargets(tmp_path / "new")
    allowed.allow(AMINA)
    assert AllowedTargets(tmp_path / "new").require(STAGING, PUBLIC) == AMINA
    with pytest.raises(NotYetAllowedError):
        allowed.require(read_address("https://staging.shop.test:8443"), PUBLIC)


@pytest.mark.parametrize("now", [PRIVATE, (Reach.LOOPBACK, Reach.PRIVATE)])
def test_a_target_that_has_moved_has_to_be_allowed_anew(
    tmp_path: Path, now: tuple[Reach, ...]
) -> None:
    allowed = AllowedTargets(tmp_path)
    allowed.allow(AMINA)
    with pytest.raises(NotYetAllowedError, match="is now in a private network"):
        allowed.require(STAGING, now)


def test_a_third_party_can_never_be_allowed(tmp_path: Path) -> None:
    with pytest.raises(TargetError, match="third party \\(payment\\)") as error:
        AllowedTargets(tmp_path).require(read_address("https://api.stripe.com"), PUBLIC)
    assert not isinstance(error.value, NotYetAllowedError)


def test_what_leads_nowhere_can_never_be_allowed(tmp_path: Path) -> None:
    with pytest.raises(TargetError, match="leads nowhere"):
        AllowedTargets(tmp_path).require(STAGING, ())
    with pytest.raises(TargetError, match="leads nowhere"):
        reach_to_allow(read_address("http://169.254.169.254"))
    assert reach_to_allow(read_address("http://10.1.2.3")) is Reach.PRIVATE


def test_a_newer_permission_stands_in_place_of_an_older(tmp_path: Path) -> None:
    allowed = AllowedTargets(tmp_path)
    for name in ("Amina", "Ben"):
        allowed.allow(AllowedTarget(str(STAGING), name, ""))
    assert [it.allowed_by for it in allowed.all()] == ["Ben"]


def test_a_list_from_before_there_were_limits_holds_the_usual_ones(tmp_path: Path) -> None:
    old = [{"address": str(STAGING), "allowed_by": "Amina", "allowed_at": ""}]
    (tmp_path / "allowed_targets.json").write_text(json.dumps(old))
    permission = AllowedTargets(tmp_path).require(STAGING, PUBLIC)
    assert permission is not None
    assert (permission.most_users, permission.longest_s) == (500, LONGEST_S)


def test_a_permission_is_kept_with_who_gave_it_and_when() -> None:
    given = Permission(STAGING, Reach.PUBLIC, "Amina", 800, 60.0).target()
    assert (given.address, given.allowed_by, given.reach) == (str(STAGING), "Amina", Reach.PUBLIC)
    assert (given.most_users, given.longest_s) == (800, 60.0)
    assert given.allowed_at.endswith("+00:00")
    assert Permission(STAGING, Reach.PRIVATE, "", 1, 1.0).target().allowed_by


def test_a_damaged_list_allows_nothing(tmp_path: Path) -> None:
    (tmp_path / "allowed_targets.json").write_text('[{"address": 1}]')
    with pytest.raises(FileFormatError):
        AllowedTargets(tmp_path).require(STAGING, PUBLIC)
