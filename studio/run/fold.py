"""RunFold: a run's measurements as they come, folded into what is shown of them."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from studio.measurement.generator_health import GeneratorHealth, is_trustworthy
from studio.measurement.measurement import Endpoint, Measurement
from studio.measurement.outcome import Outcome
from studio.measurement.starts import StartSummary, StartTally
from studio.measurement.steadiness import steady_seconds
from studio.measurement.summary import ALL, EndpointSummary, EndpointTally
from studio.measurement.timeline import Point, PointTally
from studio.run.run import RECENT_S

_AMENDABLE_S = 60
"""How long a second's histogram is held; what comes later still counts in the totals."""


@dataclass(frozen=True, slots=True)
class SecondPlan:
    """What there was to be in a second, beside what came of it."""

    wanted_users: int = 0
    starts: StartTally | None = None


NO_PLAN = SecondPlan()


class RunFold:
    """What a run amounts to so far.

    Everything shown is worked out as measurements come, so that looking is cheap. It grows with the
    seconds and endpoints of a run, never with its requests. Whoever shares it between threads
    guards it.
    """

    def __init__(self) -> None:
        self.total = EndpointTally().summary(ALL, 0)
        self.recent = self.total
        self.counted_from_s = 0
        """Which second `total` and `rows` begin with."""

        self.requests = self.failures = 0
        """All there were since second 0."""

        self.points: list[Point] = []
        self.rows: dict[Endpoint, EndpointSummary] = {}
        self.workers: dict[str, GeneratorHealth] = {}
        self.bad_seconds: set[int] = set()
        self._gaps: list[int] = []
        self.missed_seconds: set[int] = set()
        """Seconds in which an arrival rate was not kept."""

        self._all_starts: StartTally | None = None
        self._everything = EndpointTally()
        self._tallies: dict[Endpoint, EndpointTally] = {}
        self._held: deque[PointTally] = deque(maxlen=_AMENDABLE_S)

    def add_second(
        self,
        at_s: int,
        users: int,
        measurements: Sequence[Measurement],
        health: Iterable[GeneratorHealth] = (),
        plan: SecondPlan = NO_PLAN,
    ) -> None:
        """Add the next second; those before it that are missing stay gaps."""
        while len(self.points) < at_s:
            self._gaps.append(len(self.points))
            self._begin_second(0, is_gap=True)
        self._begin_second(users)
        self._held[-1].wanted_users = plan.wanted_users
        self._add_starts(at_s, plan.starts)
        self._add(self._held[-1], measurements)
        starts = self.points[at_s].starts
        starts_late = starts is not None and starts.is_doubtful
        for worker in health:
            self.workers[worker.worker] = worker
            is_late = worker.is_late_for(self.points[at_s].median_ms)
            # Late starts are one more signal, and two doubtful ones are a bad one.
            if worker.is_bad or is_late or (starts_late and worker.doubtful):
                self.bad_seconds.add(at_s)

    def amend_second(
        self, at_s: int, measurements: Sequence[Measurement], starts: StartTally | None = None
    ) -> None:
        """Add what came after its second."""
        self._add_starts(at_s, starts)
        held = {tally.at_s: tally for tally in self._held}
        self._add(held.get(at_s), measurements)

    def reset(self, from_s: int) -> None:
        """Let the numbers begin anew with a second; `points` and what is bad of them stay."""
        self.counted_from_s = from_s
        self._everything = EndpointTally()
        self._all_starts = self._all_starts and StartTally()
        self._tallies.clear()
        self.rows.clear()
        self._work_out(set())

    @property
    def starts(self) -> StartSummary | None:
        """The journeys that were started, or were to be, in the seconds that count."""
        return self._all_starts and self._all_starts.summary()

    @property
    def is_trustworthy(self) -> bool:
        """Whether the generator kept up in the steady ones of the seconds that count."""
        users = [point.users for point in self.points]
        counted = {it for it in steady_seconds(users) if it >= self.counted_from_s}
        return is_trustworthy(len(counted & self.bad_seconds), len(counted))

    @property
    def _counted_s(self) -> int:
        lost = sum(second >= self.counted_from_s for second in self._gaps)
        return max(0, len(self.points) - self.counted_from_s - lost)

    def _begin_second(self, users: int, *, is_gap: bool = False) -> None:
        tally = PointTally(len(self.points), is_gap=is_gap)
        tally.users = users
        self._held.append(tally)
        self.points.append(tally.point())

    def _add_starts(self, at_s: int, starts: StartTally | None) -> None:
        if starts is None:
            return
        if at_s >= self.counted_from_s:
            self._all_starts = self._all_starts or StartTally()
            self._all_starts.merge(starts)
        second = next((it for it in self._held if it.at_s == at_s), None)
        if second is not None:
            second.starts = second.starts or StartTally()
            second.starts.merge(starts)
            if second.starts.summary().is_bad:
                self.missed_seconds.add(at_s)

    def _add(self, second: PointTally | None, measurements: Sequence[Measurement]) -> None:
        counted = [it for it in measurements if it.at_s >= self.counted_from_s]
        for measurement in counted:
            endpoint = measurement.endpoint
            self._tallies.setdefault(endpoint, EndpointTally()).add(measurement)
            self._everything.add(measurement)
        for measurement in measurements:
            self.requests += measurement.response_time.total
            self.failures += measurement.response_time.total * measurement.outcome.is_failure
            if measurement.outcome is Outcome.OWN_LIMIT:
                self.bad_seconds.add(measurement.at_s)
            if second is not None:
                second.add(measurement)
        if second is not None:
            self.points[second.at_s] = second.point()
        self._work_out({measurement.endpoint for measurement in counted})

    def _work_out(self, changed: set[Endpoint]) -> None:
        over_s = self._counted_s
        for endpoint, tally in self._tallies.items():
            if endpoint in changed:
                self.rows[endpoint] = tally.summary(endpoint, over_s)
            else:
                rate = tally.requests / over_s if over_s else 0.0
                self.rows[endpoint] = replace(self.rows[endpoint], requests_per_s=rate)
        self.total = self._everything.summary(ALL, over_s)
        last = [it for it in list(self._held)[-RECENT_S:] if it.at_s >= self.counted_from_s]
        self.recent = _sum(last).summary(ALL, sum(not it.is_gap for it in last))


def _sum(seconds: Iterable[PointTally]) -> EndpointTally:
    everything = EndpointTally()
    for second in seconds:
        everything.times.merge(second.sum.times.histogram())
        everything.requests += second.sum.requests
        everything.failures += second.sum.failures
        everything.received_bytes += second.sum.received_bytes
    return everything
