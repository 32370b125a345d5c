"""RUNS IN A CHILD PROCESS. From which response time on a request is one of the slowest so far.

A request must be slower than all of its endpoint before it, and clearly slower than the one kept
last. So the few that are kept cost nothing: whoever counts a request compares two numbers.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from studio.child.load.counting import NEVER_US, Part
from studio.measurement.outcome import Outcome

EndpointKey = tuple[str, str]
"""Method and name."""

_LEARNED_S = 5
"""Seconds with answers after which the slowest of an endpoint says something."""

_LEAST_US = 50_000
"""A shorter answer is slow to nobody."""

_CLEARLY = 1.25
_ASKED_US = -1


@dataclass(slots=True)
class _Known:
    seconds: int = 0
    slowest_us: int = 0
    kept_us: int = 0


class SlowRequests:
    """Knows the slowest answers of every endpoint of one worker process."""

    def __init__(self) -> None:
        self.from_us: dict[EndpointKey, int] = {}
        """Response time in µs above which an endpoint's next request is to be offered."""

        self._known: dict[EndpointKey, _Known] = {}
        self._asked: set[EndpointKey] = set()

    def learn(self, parts: Iterable[Part]) -> None:
        """Take in what was counted; call it with every second of every endpoint once."""
        for part in parts:
            if part.outcome is Outcome.OK:
                endpoint = part.method, part.name
                known = self._known.setdefault(endpoint, _Known())
                known.seconds += 1
                known.slowest_us = max(known.slowest_us, part.max_us)
                self._set(endpoint, known)

    def keep(self, endpoint: EndpointKey, response_time_us: int) -> None:
        """Note that an exchange was kept because it was slow."""
        known = self._known.setdefault(endpoint, _Known())
        known.kept_us = max(known.kept_us, response_time_us)
        self._set(endpoint, known)

    def ask(self, endpoint: EndpointKey) -> None:
        """Have the next exchange of an endpoint kept, whatever it took."""
        self._asked.add(endpoint)
        self.from_us[endpoint] = _ASKED_US

    def was_asked(self, endpoint: EndpointKey) -> bool:
        """Return whether an exchange of this endpoint was asked for; from now on it is not."""
        if endpoint not in self._asked:
            return False
        self._asked.discard(endpoint)
        self._set(endpoint, self._known.setdefault(endpoint, _Known()))
        return True

    def _set(self, endpoint: EndpointKey, known: _Known) -> None:
        if endpoint in self._asked:
            return
        least_us = max(known.slowest_us, round(known.kept_us * _CLEARLY), _LEAST_US)
        self.from_us[endpoint] = least_us if known.seconds >= _LEARNED_S else NEVER_US
