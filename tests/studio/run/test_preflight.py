"""A run is not begun against a target that may not be, or is not there."""

import socket
import ssl
import threading
from contextlib import suppress
from pathlib import Path

import pytest
import trustme

from studio.address import Address, AddressError, Reach
from studio.computer.allowed_target import (
    AllowedTarget,
    AllowedTargets,
    NotYetAllowedError,
    TargetError,
)
from studio.engine.load_limits import LoadLimits, LoadTarget
from studio.run.preflight import check_target
from studio.scenario.load_profile import constant

LOAD = constant(20, 60)
PUBLIC = "http://8.8.8.8:9"


def test_a_target_that_answers_passes(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        limits = check_target(f"http://127.0.0.1:{port}", LOAD, AllowedTargets(tmp_path))
    assert limits == LoadLimits((LoadTarget("127.0.0.1", port, (Reach.LOOPBACK,)),))


def test_a_target_where_nobody_listens_is_named(tmp_path: Path) -> None:
    with pytest.raises(TargetError, match="does not answer"):
        check_target("http://127.0.0.1:9", LOAD, AllowedTargets(tmp_path))


def test_a_name_that_nobody_knows_is_told_as_such(tmp_path: Path) -> None:
    def find_nobody(_address: Address) -> object:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    with pytest.raises(TargetError, match="nobody knows the name nowhere"):
        check_target("http://nowhere.invalid", LOAD, AllowedTargets(tmp_path), find_nobody)


def test_a_certificate_nobody_here_trusts_is_told_of_before_a_run(tmp_path: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate = trustme.CA().issue_cert("127.0.0.1")
    with certificate.private_key_and_cert_chain_pem.tempfile() as chain:
        context.load_cert_chain(chain)

    def serve() -> None:
        connection, _ = server.accept()
        with connection, suppress(OSError):
            context.wrap_socket(connection, server_side=True).close()

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=serve)
        thread.start()
        host = f"https://127.0.0.1:{server.getsockname()[1]}"
        with pytest.raises(TargetError, match="signed by nobody this computer trusts"):
            check_target(host, LOAD, AllowedTargets(tmp_path))
        thread.join(10)


@pytest.mark.parametrize(
    ("host", "reach"), [(PUBLIC, Reach.PUBLIC), ("http://10.0.0.1", Reach.PRIVATE)]
)
def test_a_target_nobody_allowed_is_not_even_knocked_at(
    tmp_path: Path, host: str, reach: Reach
) -> None:
    with pytest.raises(NotYetAllowedError, match="not allowed") as error:
        check_target(host, LOAD, AllowedTargets(tmp_path))
    assert (str(error.value.address), error.value.reach) == (host, reach)


@pytest.mark.parametrize(
    ("permission", "told"),
    [
        (AllowedTarget(PUBLIC, "Amina", "", most_users=19), "for 19 users, not for 20"),
        (AllowedTarget(PUBLIC, "Amina", "", longest_s=59), "for 59 s, not for 60 s"),
    ],
)
def test_a_target_is_not_asked_for_more_than_was_allowed(
    tmp_path: Path, permission: AllowedTarget, told: str
) -> None:
    allowed = AllowedTargets(tmp_path)
    allowed.allow(permission)
    with pytest.raises(TargetError, match=told):
        check_target(PUBLIC, LOAD, allowed)


def test_what_leads_nowhere_is_told(tmp_path: Path) -> None:
    with pytest.raises(TargetError, match="leads nowhere"):
        check_target("http://169.254.169.254", LOAD, AllowedTargets(tmp_path))


def test_what_is_no_address_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AddressError):
        check_target("shop", LOAD, AllowedTargets(tmp_path))
