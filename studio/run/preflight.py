"""What must hold before a run is started."""

import socket
import ssl
from collections.abc import Callable

from studio.address import Address, read_address
from studio.computer.allowed_target import AllowedTarget, AllowedTargets, TargetError
from studio.engine.load_limits import LoadLimits, target_at
from studio.phrase import Phrase
from studio.run.tls_check import check_tls
from studio.scenario.load_shape import LoadShape

_PATIENCE_S = 5.0

Find = Callable[[Address], object]
"""Looks a target's name up, or raises what `socket.getaddrinfo` raises."""


def _find(address: Address) -> object:
    return socket.getaddrinfo(address.host, address.port)


def check_target(
    host: str, load: LoadShape, allowed: AllowedTargets, find: Find = _find
) -> LoadLimits:
    """Return a run's limits if its target may be put under such a load, and answers.

    Args:
        host: The base address of the target.
        load: How much is to be put on it.
        allowed: What is allowed from here.
        find: Looks a name up.

    Raises:
        AddressError: It is no address.
        NotYetAllowedError: Nobody has allowed it here yet.
        TargetError: It is allowed for less, can never be, or nobody answers there.
    """
    address = read_address(host)
    target = target_at(address)
    if not target.reaches:
        _require_known(address, find)
    permission = allowed.require(address, target.reaches)
    if permission is not None:
        _check_size(permission, load)
    _knock(address)
    if permission is None:
        return LoadLimits((target,))
    return LoadLimits(
        (target,),
        most_users=permission.most_users,
        most_requests_per_s=permission.most_requests_per_s,
        longest_s=permission.longest_s,
    )


def _check_size(permission: AllowedTarget, load: LoadShape) -> None:
    if load.most_users > permission.most_users:
        wanted, most = load.most_users, permission.most_users
        happened = Phrase("target", "{target} is allowed for {most} users, not for {wanted}.")
    elif load.duration_s > permission.longest_s:
        wanted, most = round(load.duration_s), round(permission.longest_s)
        happened = Phrase("target", "{target} is allowed for {most} s, not for {wanted} s.")
    else:
        return
    raise TargetError(
        happened.of(target=permission.address, most=most, wanted=wanted),
        meaning=Phrase("target", "The run was not started."),
        remedy=Phrase(
            "target", "Choose a smaller load, or allow more: main.py allow {target} --by YOUR-NAME"
        ).of(target=permission.address),
    )


def _require_known(address: Address, find: Find) -> None:
    try:
        find(address)
    except socket.gaierror as error:
        raise TargetError(
            Phrase("target", "{target} cannot be found: nobody knows the name {host}.").of(
                target=str(address), host=address.host
            ),
            meaning=Phrase("target", "The run was not started."),
            remedy=Phrase("target", "Check the spelling, and whether this computer is online."),
        ) from error


def _knock(address: Address) -> None:
    try:
        place = address.host, address.port
        with socket.create_connection(place, timeout=_PATIENCE_S) as connection:
            if address.scheme == "https":
                check_tls(address, connection, ssl.create_default_context())
    except OSError as error:
        raise TargetError(
            Phrase("target", "{target} does not answer: {reason}").of(
                target=str(address), reason=error.strerror or str(error)
            ),
            meaning=Phrase("target", "The run was not started."),
            remedy=Phrase("target", "Check the address, and whether the website is on."),
        ) from error
