"""RUNS IN A CHILD PROCESS. Where a run may go: which names are looked up, which addresses met."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import NoReturn

from studio.address import Reach, reach_of
from studio.child.load.guard_errors import NotAllowedError
from studio.engine.load_limits import LoadTarget

_MOST_PLACES = 50
_LONGEST_PLACE = 200
OTHERS = "(others)"
"""Stands for every refused place beyond those that are kept apart."""


class Allowance:
    """Knows a run's targets, and the addresses their names have led to.

    A name is looked up only if it is a target's; an address is met only if such a look-up gave it,
    or if a target is written as that address. What a look-up gave must lie where it lay when the
    run was allowed: on this computer, in a private network, or beyond. Link-local addresses, where
    clouds keep their keys, are never met.
    """

    def __init__(self, targets: Iterable[LoadTarget]) -> None:
        self._reaches: defaultdict[str, set[Reach]] = defaultdict(set)
        self._ports: defaultdict[str, set[int]] = defaultdict(set)
        self._addresses: set[tuple[str, int]] = set()
        self._refused: Counter[str] = Counter()
        for target in targets:
            name = _plain(target.host)
            self._reaches[name] |= {*target.reaches} - {Reach.NEVER}
            self._ports[name].add(target.port)
            address = _address(name)
            if address is not None and reach_of(address) in self._reaches[name]:
                self._permit(name, str(address))

    def look_up(self, name: str) -> None:
        """Do nothing if a name may be looked up.

        Raises:
            NotAllowedError: It is no target's.
        """
        if _plain(name) not in self._reaches:
            self.refuse(f"{name} is not an allowed target", name)

    def looked_up(self, name: str, addresses: Iterable[str]) -> set[str]:
        """Permit what a target's name led to, and return those addresses that may be met.

        Raises:
            NotAllowedError: It has moved to where it must not lead, or leads nowhere else.
        """
        reaches = self._reaches[_plain(name)]
        met: set[str] = set()
        for text in addresses:
            address = ip_address(text.partition("%")[0])
            reach = reach_of(address)
            if reach is Reach.NEVER:
                continue
            if reach not in reaches:
                self.refuse(f"{name} has moved to {address} ({reach})", name)
            self._permit(_plain(name), str(address))
            met.add(text)
        if not met:
            self.refuse(f"{name} leads to no address that may be met", name)
        return met

    def meet(self, host: str, port: int) -> None:
        """Do nothing if a connection may be made.

        Raises:
            NotAllowedError: It may not.
        """
        if (host, port) in self._addresses:
            return
        address = _address(host.partition("%")[0])
        if address is None or (str(address), port) not in self._addresses:
            place = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
            self.refuse(f"{place} is not an allowed target", place)

    def refuse(self, reason: str, place: str) -> NoReturn:
        """Count a refusal.

        Raises:
            NotAllowedError: Always.
        """
        place = place[:_LONGEST_PLACE]
        if place not in self._refused and len(self._refused) >= _MOST_PLACES:
            place = OTHERS
        self._refused[place] += 1
        raise NotAllowedError(reason[: 2 * _LONGEST_PLACE])

    def take_refused(self) -> dict[str, int]:
        """Return how often each place was refused since the last call."""
        refused, self._refused = self._refused, Counter()
        return dict(refused)

    def _permit(self, name: str, address: str) -> None:
        self._addresses |= {(address, port) for port in self._ports[name]}


def _plain(name: str) -> str:
    return name.lower().rstrip(".")


def _address(text: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(text)
    except ValueError:
        return None
