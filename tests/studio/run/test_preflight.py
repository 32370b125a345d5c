"""A run is not begun against a target that may not be, or is not there."""

import socket
from pathlib import Path

import pytest

from studio.address import AddressError
from studio.computer.allowed_target import AllowedTargets, TargetError
from studio.run.preflight import check_target


def test_a_target_that_answers_passes(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        address = check_target(f"http://127.0.0.1:{port}", AllowedTargets(tmp_path))
    assert address.port == port


def test_a_target_where_nobody_listens_is_named(tmp_path: Path) -> None:
    with pytest.raises(TargetError, match="does not answer"):
        check_target("http://127.0.0.1:9", AllowedTargets(tmp_path))


def test_a_target_that_is_not_allowed_is_not_even_looked_up(tmp_path: Path) -> None:
    with pytest.raises(TargetError, match="not allowed"):
        check_target("http://shop.invalid", AllowedTargets(tmp_path))


def test_what_is_no_address_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AddressError):
        check_target("shop", AllowedTargets(tmp_path))
