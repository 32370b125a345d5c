"""A certificate that is not to be trusted is told of in one plain sentence."""

import socket
import ssl
import threading
from collections.abc import Generator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta

import pytest
import trustme

from studio.address import Address
from studio.computer.allowed_target import TargetError
from studio.run.tls_check import check_tls

NAME = "localhost"
DAY = timedelta(days=1)
NOW = datetime.now(UTC)


@contextmanager
def served(context: ssl.SSLContext | None) -> Generator[Address]:
    """Let one visitor in, over TLS or, without a context, with words no TLS begins with."""

    def serve() -> None:
        connection, _ = server.accept()
        with connection, suppress(OSError):
            if context is None:
                connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                connection.recv(1)
            else:
                with context.wrap_socket(connection, server_side=True) as greeted:
                    greeted.recv(1)

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=serve)
        thread.start()
        yield Address("https", NAME, server.getsockname()[1])
        thread.join(10)


def trust(context: ssl.SSLContext, authority: trustme.CA) -> None:
    context.load_verify_locations(cadata=authority.cert_pem.bytes().decode())


def server_context(certificate: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with certificate.private_key_and_cert_chain_pem.tempfile() as chain:
        context.load_cert_chain(chain)
    return context


def visit(authority: trustme.CA, context: ssl.SSLContext | None) -> None:
    trusting = ssl.create_default_context()
    trust(trusting, authority)
    with served(context) as address:
        connection = socket.create_connection(("127.0.0.1", address.port), timeout=5)
        check_tls(address, connection, trusting)


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def told(authority: trustme.CA, context: ssl.SSLContext | None) -> str:
    with pytest.raises(TargetError) as error:
        visit(authority, context)
    assert str(error.value.meaning) == "The run was not started."
    return str(error.value.happened)


def test_a_certificate_that_is_in_order_passes(authority: trustme.CA) -> None:
    visit(authority, server_context(authority.issue_cert(NAME)))


def test_each_reason_not_to_trust_has_its_own_sentence(authority: trustme.CA) -> None:
    expired = authority.issue_cert(NAME, not_before=NOW - 9 * DAY, not_after=NOW - DAY)
    assert "has expired" in told(authority, server_context(expired))
    early = authority.issue_cert(NAME, not_before=NOW + DAY, not_after=NOW + 9 * DAY)
    assert "not valid yet" in told(authority, server_context(early))
    foreign = authority.issue_cert("another.test")
    assert "is for another name" in told(authority, server_context(foreign))
    stranger = trustme.CA().issue_cert(NAME)
    assert "signed by nobody" in told(authority, server_context(stranger))


@pytest.mark.parametrize("newest", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_a_server_that_wants_a_certificate_of_ours_is_told(
    authority: trustme.CA, newest: ssl.TLSVersion
) -> None:
    context = server_context(authority.issue_cert(NAME))
    context.verify_mode = ssl.CERT_REQUIRED
    context.maximum_version = newest
    trust(context, authority)
    assert "wants a certificate of its visitors" in told(authority, context)


def test_a_server_that_speaks_no_tls_is_told(authority: trustme.CA) -> None:
    assert "does not speak TLS as it should" in told(authority, None)


def test_a_server_whose_tls_is_too_old_is_told(authority: trustme.CA) -> None:
    context = server_context(authority.issue_cert(NAME))
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    trusting = ssl.create_default_context()
    trust(trusting, authority)
    trusting.minimum_version = ssl.TLSVersion.TLSv1_3  # a library that knows no old TLS any more
    with served(context) as address:
        connection = socket.create_connection(("127.0.0.1", address.port), timeout=5)
        with pytest.raises(TargetError, match="too old to be safe"):
            check_tls(address, connection, trusting)
