"""RUNS IN A CHILD PROCESS. Which worker processes are there, by when they last reported.

Locust judges too, by heartbeats and the wall clock, and lets a worker that was silent for three
seconds go; its judgement is switched off.
"""

from collections.abc import Sequence

QUIET_AFTER_S = 3.0
"""A worker process reports once a second; one that is silent so long is noticed."""

LOST_AFTER_S = 10.0
"""One that is silent so long is gone for good, whatever it still says."""


class Presence:
    """Keeps the roll of a run's worker processes; all times are on one monotonic clock."""

    def __init__(self, workers: Sequence[str]) -> None:
        self._workers = tuple(workers)
        self._heard_s: dict[str, float] = {}
        self._quiet: set[str] = set()
        self._gone: set[str] = set()

    @property
    def living(self) -> tuple[str, ...]:
        """Those that have joined and are not lost."""
        return tuple(self._heard_s)

    @property
    def is_complete(self) -> bool:
        """Whether every worker process has joined."""
        return self._heard_s.keys() | self._gone == set(self._workers)

    def has_joined(self, worker: str) -> bool:
        """Return whether a worker process has ever reported."""
        return worker in self._heard_s or worker in self._gone

    def is_gone(self, worker: str) -> bool:
        """Return whether a worker process is lost."""
        return worker in self._gone

    def hear(self, worker: str, now_s: float) -> float | None:
        """Note that a worker has reported; return how long it was silent, if that was noticed."""
        if worker in self._gone:
            return None
        before_s, self._heard_s[worker] = self._heard_s.get(worker, now_s), now_s
        if worker not in self._quiet:
            return None
        self._quiet.discard(worker)
        return now_s - before_s

    def newly_quiet(self, now_s: float) -> list[str]:
        """Return the workers that have become noticeably silent since the last call."""
        found = [it for it in self._silent(now_s, QUIET_AFTER_S) if it not in self._quiet]
        self._quiet.update(found)
        return found

    def newly_lost(self, now_s: float) -> list[str]:
        """Return the workers that have been silent for too long, and wait for them no more."""
        found = self._silent(now_s, LOST_AFTER_S)
        for worker in found:
            self.lose(worker)
        return found

    def lose(self, worker: str) -> bool:
        """Wait for a worker no more; return whether it was there."""
        was_there = self._heard_s.pop(worker, None) is not None
        self._quiet.discard(worker)
        if was_there:
            self._gone.add(worker)
        return was_there

    def _silent(self, now_s: float, for_s: float) -> list[str]:
        return [worker for worker, at_s in self._heard_s.items() if now_s - at_s > for_s]
