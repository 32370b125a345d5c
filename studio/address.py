"""Addresses of targets: scheme, host and port; on this computer or beyond."""

from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from studio.errors import StudioError
from studio.phrase import Phrase

_PORTS = {"http": 80, "https": 443}


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


def _refusal(text: str) -> AddressError:
    return AddressError(
        Phrase("target", "“{text}” is not the address of a website.").of(text=text[:200]),
        remedy=Phrase("target", "Write it as in a browser, for example https://staging.shop.test."),
    )
