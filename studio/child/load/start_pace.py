"""RUNS IN A CHILD PROCESS. StartPace: which starts are due now, and never too many at once."""

from collections.abc import Iterator

from studio.child.load.start_plan import StartPlan

LATEST_S = 1.0
"""A start that could not be made for so long is not made any more: it would be another load."""

_FASTEST = 2.0
"""Starts that are late are made up for, at most at this multiple of the rate."""

_SAVED_S = 0.05
"""How much of that can be saved up, for an event loop that comes round late."""

_LONGEST_NAP_S = 0.02


class StartPace:
    """Hands out one worker process's starts, each when it is due or a little later.

    Does not know what time it is: whoever asks says so, in run time.
    """

    def __init__(self) -> None:
        self._plan = StartPlan(((0.0, 0.0), (0.0, 0.0)), 0.0)
        self._of = 1
        self._waiting: list[tuple[StartPlan, int, int]] = []
        self._moments: Iterator[float] = iter(())
        self._next_s: float | None = None
        self._last_s = float("-inf")
        self._may = 1.0
        self._looked_s = 0.0

    def take(self, plan: StartPlan, share: int, of: int) -> None:
        """Follow a plan from its beginning on, in place of the one before."""
        self._waiting = [it for it in self._waiting if it[0].begins_s < plan.begins_s]
        self._waiting.append((plan, share, of))

    def due(self, at_s: float) -> tuple[list[float], list[float]]:
        """Return the moments of the starts to be made now, and of those it is too late for."""
        made: list[float] = []
        missed: list[float] = []
        moment_s = self._peek()
        self._earn(at_s)
        while moment_s is not None and moment_s <= at_s:
            is_too_late = at_s - moment_s > LATEST_S
            if not is_too_late and self._may < 1:
                break
            self._may -= not is_too_late
            (missed if is_too_late else made).append(moment_s)
            self._last_s, self._next_s = moment_s, None
            moment_s = self._peek()
        return made, missed

    def nap_s(self, at_s: float) -> float:
        """Return how long to sleep until something may be due, at most 20 ms."""
        moment_s = self._peek()
        wait_s = _LONGEST_NAP_S if moment_s is None else moment_s - at_s
        if self._may < 1:
            wait_s = max(wait_s, (1 - self._may) / max(_FASTEST * self.rate_at(at_s), 1.0))
        return min(max(wait_s, 0.0), _LONGEST_NAP_S)

    def rate_at(self, at_s: float) -> float:
        """Return this worker process's starts per second at a moment."""
        return self._plan.rate_at(at_s) / self._of

    def _earn(self, at_s: float) -> None:
        rate = self.rate_at(at_s)
        earned = _FASTEST * rate * max(0.0, at_s - self._looked_s)
        self._may = min(self._may + earned, max(1.0, _FASTEST * rate * _SAVED_S))
        self._looked_s = at_s

    def _peek(self) -> float | None:
        """Return the moment of the next start; a plan that begins before it takes over."""
        while True:
            if self._next_s is None:
                self._next_s = next((s for s in self._moments if s > self._last_s), None)
            begins_s = self._waiting[0][0].begins_s if self._waiting else float("inf")
            if begins_s == float("inf") or (self._next_s or begins_s) < begins_s:
                return self._next_s
            self._plan, share, self._of = self._waiting.pop(0)
            self._moments = (s for _, s in self._plan.moments(share, self._of))
            self._next_s = None
