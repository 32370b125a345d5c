"""RUNS IN A CHILD PROCESS. How long a user waits that was refused, or asked to come back later."""

import math
import time
from collections.abc import Hashable
from email.utils import parsedate_to_datetime
from weakref import WeakKeyDictionary

from studio.engine.braking_messages import Brake
from studio.measurement.outcome import Outcome

REFUSALS = 5
"""After so many in a row a user waits."""

BACK_OFF_S = 1.0
_LONGEST_S = 3600.0
_NOWHERE = (Outcome.REFUSED, Outcome.RESET, Outcome.NOT_ALLOWED)
_LATER = (429, 503)


class BackingOff:
    """Knows of each user of this process how often in a row its requests led nowhere."""

    def __init__(self, *, obeys_retry_after: bool) -> None:
        self.is_worried = False
        """Whether any user's last request led nowhere; else `go_on` need not be called."""

        self._streaks: WeakKeyDictionary[Hashable, int] = WeakKeyDictionary()
        self._obeys = obeys_retry_after
        self._brakes: dict[str, float] = {}

    def go_on(self, user: Hashable) -> None:
        """Note that a request of a user led somewhere."""
        self._streaks.pop(user, None)
        self.is_worried = bool(self._streaks)

    def wait_s(self, user: Hashable, outcome: Outcome, response: object) -> float:
        """Return how long a user waits after a request that failed; mostly 0."""
        if outcome not in _NOWHERE:
            self.go_on(user)
            return self._retry_after_s(response)
        refusals = self._streaks[user] = self._streaks.get(user, 0) + 1
        self.is_worried = True
        if refusals < REFUSALS:
            return 0.0
        self._note(Brake.BACKING_OFF, BACK_OFF_S)
        return BACK_OFF_S

    def take(self) -> dict[str, float]:
        """Return the brakes that took hold since the last call, each with its number."""
        taken, self._brakes = self._brakes, {}
        return taken

    def _retry_after_s(self, response: object) -> float:
        if getattr(response, "status_code", 0) not in _LATER:
            return 0.0
        headers = getattr(response, "headers", None)
        asked_s = read_retry_after(headers.get("Retry-After") if headers is not None else None)
        if not asked_s:
            return 0.0
        self._note(Brake.RETRY_AFTER if self._obeys else Brake.RETRY_AFTER_IGNORED, asked_s)
        return asked_s if self._obeys else 0.0

    def _note(self, brake: Brake, number: float) -> None:
        self._brakes[brake] = max(number, self._brakes.get(brake, 0.0))


def read_retry_after(value: object) -> float:
    """Return how many seconds a `Retry-After` asks for (RFC 9110 §10.2.3), an hour at the most.

    What cannot be read asks for nothing.
    """
    text = str(value).strip()
    if text.isascii() and text.isdecimal():
        return min(float(text[:9]), _LONGEST_S)
    try:
        at_s = parsedate_to_datetime(text).timestamp()
    except (TypeError, ValueError, OverflowError):
        return 0.0
    return math.ceil(min(max(at_s - time.time(), 0.0), _LONGEST_S))
