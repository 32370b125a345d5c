"""What must hold before a run is started."""

import socket

from studio.address import Address, read_address
from studio.computer.allowed_target import AllowedTargets, TargetError
from studio.phrase import Phrase

_PATIENCE_S = 5.0


def check_target(host: str, allowed: AllowedTargets) -> Address:
    """Return a target's address if it may be put under load and answers.

    Raises:
        AddressError: It is no address.
        TargetError: It is not allowed here, or nobody answers there.
    """
    address = read_address(host)
    allowed.require(address)
    try:
        socket.create_connection((address.host, address.port), timeout=_PATIENCE_S).close()
    except OSError as error:
        raise TargetError(
            Phrase("target", "{target} does not answer: {reason}").of(
                target=str(address), reason=error.strerror or str(error)
            ),
            meaning=Phrase("target", "The run was not started."),
            remedy=Phrase("target", "Check the address, and whether the website is on."),
        ) from error
    return address
