"""Addresses of targets: scheme, host and port; on this computer or beyond."""

import socket
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

from studio.errors import StudioError
from studio.phrase import Phrase

_PORTS = {"http": 80, "https": 443}
_NAT64 = IPv6Network("64:ff9b::/96")
_V4_BITS = 0xFFFFFFFF


class Reach(StrEnum):
    """How far away an address is, and so who may be hurt."""

    LOOPBACK = "this computer"
    PRIVATE = "a private network"
    PUBLIC = "a public network"
    NEVER = "no target"
    """Link-local, where clouds keep their keys; everybody at once; nobody."""


def reach_of(address: IPv4Address | IPv6Address) -> Reach:
    """Return how far away an address is; one that stands for another is taken for that one."""
    if isinstance(address, IPv6Address) and (inner := _meant(address)) is not None:
        return reach_of(inner)
    if address.is_link_local or address.is_multicast or address.is_unspecified:
        return Reach.NEVER
    if address.is_loopback:
        return Reach.LOOPBACK
    return Reach.PUBLIC if address.is_global else Reach.PRIVATE


def _meant(address: IPv6Address) -> IPv4Address | None:
    if address in _NAT64:
        return IPv4Address(int(address) & _V4_BITS)
    return address.ipv4_mapped or address.sixtofour


class AddressError(StudioError):
    """A text is no address of a website."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a target answers."""

    scheme: str
    host: str
    """In small letters; an IPv6 address without its brackets."""

    port: int

    @property
    def is_loopback(self) -> bool:
        """Whether it is this very computer, so that nobody else can be hurt."""
        if self.host == "localhost" or self.host.endswith(".localhost"):
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == _PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}"


def read_address(text: str) -> Address:
    """Return the address a base address such as `https://staging.shop.test` begins with.

    Raises:
        AddressError: It has no scheme or host, or one that cannot be.
    """
    try:
        parts = urlsplit(text.strip())
        port = parts.port
    except ValueError as error:
        raise _refusal(text) from error
    if parts.scheme not in _PORTS or not parts.hostname or parts.username is not None:
        raise _refusal(text)
    return Address(parts.scheme, parts.hostname, port or _PORTS[parts.scheme])


def look_up_reaches(address: Address) -> tuple[Reach, ...]:
    """Return where the addresses of a host lie, nearest first; none if it is not known."""
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except OSError:
        return ()
    texts = (str(each[4][0]).partition("%")[0] for each in found)
    reaches = {reach_of(ip_address(text)) for text in texts}
    return tuple(reach for reach in Reach if reach in reaches and reach is not Reach.NEVER)


def _refusal(text: str) -> AddressError:
    return AddressError(
        Phrase("target", "“{text}” is not the address of a website.").of(text=text[:200]),
        remedy=Phrase("target", "Write it as in a browser, for example https://staging.shop.test."),
    )
