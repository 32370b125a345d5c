"""Whether a target's certificate can be trusted, and if not, why, in one plain sentence."""

import socket
import ssl
from contextlib import suppress

from studio.address import Address
from studio.computer.allowed_target import TargetError
from studio.phrase import NOTHING, Phrase

_EXPIRED, _NOT_YET = 10, 9
_WRONG_NAME, _WRONG_ADDRESS = 62, 64
"""X509_V_ERR_… of OpenSSL: https://docs.openssl.org/master/man3/X509_STORE_CTX_get_error/."""

_TOO_OLD = ("UNSUPPORTED_PROTOCOL", "TLSV1_ALERT_PROTOCOL_VERSION")
"""What OpenSSL calls it when the two sides know no version in common."""

_OBJECTS_WITHIN_S = 0.3
"""With TLS 1.3 a server asks for a client's certificate only after it has let the client in."""


def check_tls(address: Address, connection: socket.socket, context: ssl.SSLContext) -> None:
    """Greet a target over TLS, as every user of a run will, and hang up.

    Args:
        address: Whose certificate it should be.
        connection: To the target; it is closed.
        context: What is trusted here.

    Raises:
        TargetError: Its certificate is not to be trusted, or it wants another way of TLS.
        OSError: The connection broke.
    """
    try:
        with context.wrap_socket(connection, server_hostname=address.host) as greeted:
            greeted.settimeout(_OBJECTS_WITHIN_S)
            with suppress(TimeoutError):  # it has no objection
                greeted.recv(1)
    except ssl.SSLCertVerificationError as error:
        raise _untrusted(address, error) from error
    except ssl.SSLError as error:
        raise _refused(address, error) from error


def _untrusted(address: Address, error: ssl.SSLCertVerificationError) -> TargetError:
    match error.verify_code:
        case code if code == _EXPIRED:
            happened = Phrase("target", "The certificate of {target} has expired.")
        case code if code == _NOT_YET:
            happened = Phrase("target", "The certificate of {target} is not valid yet.")
        case code if code in (_WRONG_NAME, _WRONG_ADDRESS):
            happened = Phrase("target", "The certificate of {target} is for another name.")
        case _:
            happened = Phrase(
                "target", "The certificate of {target} is signed by nobody this computer trusts."
            )
    return _told(
        happened.of(target=str(address)),
        Phrase("target", "Have it renewed, or let this computer trust whoever signed it."),
    )


def _refused(address: Address, error: ssl.SSLError) -> TargetError:
    reason = error.reason or str(error)
    if "CERTIFICATE_REQUIRED" in reason or "HANDSHAKE_FAILURE" in reason:
        happened = Phrase("target", "{target} wants a certificate of its visitors, too.")
        return _told(happened.of(target=str(address)), NOTHING)
    if reason in _TOO_OLD:
        happened = Phrase("target", "{target} speaks only a TLS that is too old to be safe.")
        remedy = Phrase("target", "Have it offer TLS 1.2 or newer.")
        return _told(happened.of(target=str(address)), remedy)
    happened = Phrase("target", "{target} does not speak TLS as it should: {reason}")
    remedy = Phrase("target", "Check whether the address begins with http:// instead.")
    return _told(happened.of(target=str(address), reason=reason), remedy)


def _told(happened: Phrase, remedy: Phrase) -> TargetError:
    meaning = Phrase("target", "The run was not started.")
    return TargetError(happened, meaning=meaning, remedy=remedy)
