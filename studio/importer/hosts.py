"""Which origins the requests of imported journeys go to → the hosts of a target, by name."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from studio.address import AddressError, read_address
from studio.journey.journey import Journey
from studio.journey.node import Node, Nodes, Step
from studio.journey.walk import requests_in, requests_of, with_nodes
from studio.scenario.target import MAIN_HOST, Target

UNKNOWN_ADDRESS = "http://localhost"
"""Stands for an address the source does not tell: nobody is hurt there."""


@dataclass(frozen=True, slots=True)
class Hosts:
    """Origins and the names of hosts they became, `main` first."""

    names: Mapping[str, str]

    def target(self, name: str) -> Target:
        """Return the target with the hosts; those without a usable address get a harmless one."""
        known = tuple(
            (host, origin if is_origin(origin) else UNKNOWN_ADDRESS)
            for origin, host in self.names.items()
        )
        hosts = known or ((MAIN_HOST, UNKNOWN_ADDRESS),)
        return Target("T1", name[:100] or dict(hosts)[MAIN_HOST], hosts)

    @property
    def unknown(self) -> tuple[str, ...]:
        """Origins that are no address, such as a variable without a value."""
        return tuple(origin for origin in self.names if not is_origin(origin))

    def settled(self, nodes: Nodes) -> Nodes:
        """Return nodes whose requests name a host, where they held an origin."""

        def change(node: Node) -> Nodes:
            if not isinstance(node, Step):
                return (node,)
            requests = tuple(replace(it, host=self._name(it.host)) for it in node.requests)
            return (replace(node, requests=requests),)

        return with_nodes(nodes, change)

    def settled_journey(self, journey: Journey) -> Journey:
        """Return a journey whose requests name a host, where they held an origin."""
        again, once, at_end = map(self.settled, (journey.again, journey.once, journey.at_end))
        return replace(journey, again=again, once=once, at_end=at_end)

    def _name(self, origin: str | None) -> str | None:
        name = self.names.get(origin or "", MAIN_HOST)
        return None if name == MAIN_HOST else name


def hosts_in(nodes: Iterable[Node]) -> Hosts:
    """Return the hosts for requests that hold an origin: the most frequent one is `main`."""
    return _hosts([request.host or "" for request in requests_in(nodes)])


def hosts_of_journeys(journeys: Sequence[Journey]) -> Hosts:
    """Return the hosts for journeys whose requests hold an origin."""
    return _hosts([it.host or "" for journey in journeys for it in requests_of(journey)])


def is_origin(text: str) -> bool:
    """Return whether a text is the address of a website."""
    try:
        read_address(text)
    except AddressError:
        return False
    return True


def _hosts(origins: Sequence[str]) -> Hosts:
    names: dict[str, str] = {}
    for origin, _ in Counter(it for it in origins if it).most_common():
        names[origin] = MAIN_HOST if not names else _free(_word(origin), set(names.values()))
    return Hosts(names)


def _word(origin: str) -> str:
    place = re.sub(r"^[a-z]+://(www\.)?", "", origin.lower())
    word = re.sub(r"[^a-z0-9]+", "_", re.split(r"[.:/]", place)[0]).strip("_")[:30]
    return word if word[:1].isalpha() else "other"


def _free(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted}_{number}", number + 1
    return name
