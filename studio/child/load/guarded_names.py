"""RUNS IN A CHILD PROCESS. Look-ups of names, behind the guard."""
# pyright: basic

import _socket
from collections.abc import Callable
from typing import Any

from studio.child.load.allowance import Allowance

ENGINE_HOST = "127.0.0.1"
"""Where the master and its workers meet: Locust looks it up before it hands it to ZeroMQ.

It is a written address, so nobody is asked; whether a user may connect to it is decided there.
"""


class GuardedNames:
    """Stands before a class of resolvers, for every native thread has a resolver of its own."""

    def __init__(self, allowance: Allowance, resolver: Any) -> None:
        self._allowance = allowance
        self._resolver = resolver
        self._plain: dict[str, Callable[..., Any]] = {}

    def install(self) -> None:
        """Ask the allowance before and after each look-up."""
        for name, way in self._ways().items():
            self._plain[name] = getattr(self._resolver, name)
            setattr(self._resolver, name, _bound(way))

    def close(self, instead: Callable[..., Any]) -> None:
        """Let `instead` be called for every look-up from now on."""
        for name in self._ways():
            setattr(self._resolver, name, instead)

    def _ways(self) -> dict[str, Callable[..., Any]]:
        return {
            "getaddrinfo": self._getaddrinfo,
            "gethostbyname": self._gethostbyname,
            "gethostbyname_ex": self._gethostbyname_ex,
            "gethostbyaddr": self._gethostbyaddr,
            "getnameinfo": self._getnameinfo,
        }

    def _getaddrinfo(self, resolver: Any, host: Any, *args: Any, **options: Any) -> list[Any]:
        look_up = self._plain["getaddrinfo"]
        if not host:
            return look_up(resolver, host, *args, **options)  # an address to listen at
        name = _text(host)
        if name == ENGINE_HOST:
            return look_up(resolver, host, *args, **options)
        self._allowance.look_up(name)
        found = look_up(resolver, host, *args, **options)
        met = self._allowance.looked_up(name, [each[4][0] for each in found])
        return [each for each in found if each[4][0] in met]

    def _gethostbyname(self, resolver: Any, host: Any) -> str:
        return self._gethostbyname_ex(resolver, host)[2][0]

    def _gethostbyname_ex(self, resolver: Any, host: Any) -> tuple[Any, ...]:
        name = _text(host)
        self._allowance.look_up(name)
        true_name, others, found = self._plain["gethostbyname_ex"](resolver, host)
        met = self._allowance.looked_up(name, found)
        return true_name, others, [each for each in found if each in met]

    def _gethostbyaddr(self, resolver: Any, host: Any) -> Any:
        self._allowance.look_up(_text(host))
        return self._plain["gethostbyaddr"](resolver, host)

    def _getnameinfo(self, resolver: Any, address: Any, flags: int) -> Any:
        if not flags & _socket.NI_NUMERICHOST:
            self._allowance.look_up(_text(address[0]))
        return self._plain["getnameinfo"](resolver, address, flags)


def _bound(way: Callable[..., Any]) -> Callable[..., Any]:
    """Return a method as a function, which takes the resolver it is called on."""

    def call(resolver: Any, *args: Any, **options: Any) -> Any:
        return way(resolver, *args, **options)

    return call


def _text(host: str | bytes) -> str:
    return host.decode("ascii", "replace") if isinstance(host, bytes) else host
