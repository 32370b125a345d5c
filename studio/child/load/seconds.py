"""RUNS IN A CHILD PROCESS. Reports of all worker processes → the run's seconds, in order."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from studio.child.load.counting import Part, PartSum
from studio.child.load.vitals import Vitals
from studio.engine.load_messages import EndpointSeen, Health, Row, SecondAmended, SecondMeasured
from studio.measurement.outcome import Outcome
from studio.measurement.packing import pack_text

PATIENCE_S = 3.0
"""How long a second waits for a worker process that is late."""

SecondMessage = EndpointSeen | SecondMeasured | SecondAmended


@dataclass(frozen=True, slots=True)
class Report:
    """What one worker process tells about once a second."""

    worker: str

    until_s: float
    """Run time up to which everything that ended is in this report or an earlier one."""

    is_whole: bool
    """Whether all earlier ones have come."""

    users: int
    vitals: Vitals
    parts: Sequence[Part]

    requests: int
    """All it has counted so far."""

    failures: int

    lane: Sequence[int] = (0, 0, 0)
    """Requests that were plain, handed over and passed by, so far."""


class Seconds:
    """Closes the seconds of a run: each once, in order, without a hole.

    A second is closed when every living worker process has reported past its end, or `PATIENCE_S`
    after it. What comes later amends it. Nothing that was reported is ever lost: the rows of all
    messages add up to what the workers counted.
    """

    def __init__(self, workers: Sequence[str]) -> None:
        self._reported_s: dict[str, float] = dict.fromkeys(workers, 0.0)
        self._lost: set[str] = set()
        self._totals: dict[str, tuple[int, int]] = {}
        self._users: dict[str, int] = {}
        self._parts: defaultdict[int, dict[tuple[str, str, Outcome], PartSum]] = defaultdict(dict)
        self._health: defaultdict[int, dict[str, Health]] = defaultdict(dict)
        self._numbers: dict[tuple[str, str], int] = {}
        self._next = 0
        self.ports_share = 0.0
        """Of the local ports, those that are taken; the same for all workers of a computer."""

    @property
    def totals(self) -> tuple[int, int]:
        """Requests and failures, as the worker processes counted them themselves."""
        return (
            sum(requests for requests, _ in self._totals.values()),
            sum(failures for _, failures in self._totals.values()),
        )

    def take(self, report: Report) -> None:
        """Add a worker process's report."""
        worker = report.worker
        before = self._totals.get(worker, (0, 0))
        self._totals[worker] = max(before, (report.requests, report.failures))
        if worker not in self._lost:
            self._users[worker] = report.users
            if report.is_whole:
                self._reported_s[worker] = max(self._reported_s[worker], report.until_s)
        for part in report.parts:
            rows = self._parts[max(0, part.at_s)]
            key = part.method, part.name, part.outcome
            if key in rows:
                rows[key].add(part)
            else:
                rows[key] = PartSum(part)
        second = max(0, round(report.until_s) - 1)
        if second >= self._next:
            self._health[second][worker] = self._health_of(report)

    def lose(self, worker: str) -> None:
        """Wait no longer for a worker process that is gone; what still comes of it counts."""
        self._lost.add(worker)
        self._reported_s.pop(worker, None)
        self._users.pop(worker, None)

    def is_complete(self, until_s: float) -> bool:
        """Return whether every living worker process has reported up to a moment."""
        return all(reported_s >= until_s for reported_s in self._reported_s.values())

    def close(self, now_s: float) -> Iterator[SecondMessage]:
        """Yield the seconds that are complete by now, and what amends those that were."""
        yield from self._amend()
        while self._next + 1 <= now_s and (
            self.is_complete(self._next + 1) or now_s >= self._next + 1 + PATIENCE_S
        ):
            yield from self._close_next()

    def flush(self) -> Iterator[SecondMessage]:
        """Yield everything that has not been told yet; nothing follows."""
        yield from self._amend()
        while self._next <= max(self._parts, default=-1):
            yield from self._close_next()

    def _health_of(self, report: Report) -> Health:
        vitals = report.vitals
        return Health(
            report.worker,
            report.users,
            vitals.cpu_share,
            vitals.lag_p95_ms,
            *report.lane,
            lag_max_ms=vitals.lag_max_ms,
            run_delay_share=vitals.run_delay_share,
            steal_share=vitals.steal_share,
            gc_pause_ms=vitals.gc_pause_ms,
            files_share=vitals.files_share,
            ports_share=self.ports_share,
        )

    def _close_next(self) -> Iterator[SecondMessage]:
        at_s = self._next
        self._next += 1
        parts = self._parts.pop(at_s, {})
        yield from self._introduce(parts)
        health = tuple(it for _, it in sorted(self._health.pop(at_s, {}).items()))
        users = sum(self._users.values())
        yield SecondMeasured(at_s, users, self._rows(parts), health)

    def _amend(self) -> Iterator[SecondMessage]:
        for at_s in sorted(second for second in self._parts if second < self._next):
            parts = self._parts.pop(at_s)
            yield from self._introduce(parts)
            yield SecondAmended(at_s, self._rows(parts))

    def _introduce(self, parts: dict[tuple[str, str, Outcome], PartSum]) -> Iterator[EndpointSeen]:
        for method, name, _ in parts:
            if (method, name) not in self._numbers:
                number = self._numbers[method, name] = len(self._numbers)
                yield EndpointSeen(number, method, name)

    def _rows(self, parts: dict[tuple[str, str, Outcome], PartSum]) -> tuple[Row, ...]:
        return tuple(
            Row(
                self._numbers[method, name],
                outcome,
                it.sum_us,
                it.min_us,
                it.max_us,
                it.received_bytes,
                pack_text(it.counts),
            )
            for (method, name, outcome), it in parts.items()
        )
