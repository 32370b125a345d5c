"""RUNS IN A CHILD PROCESS. StepTally: the seconds of one step of a search, added up and judged."""

from collections import defaultdict
from collections.abc import Sequence

from studio.child.load.limit_finder import StepMeasured
from studio.engine.health_reading import read_health
from studio.engine.load_course import StepReason
from studio.engine.load_messages import EndpointSeen, SecondMeasured
from studio.measurement.generator_health import is_trustworthy
from studio.measurement.histogram import Histogram
from studio.measurement.measurement import Endpoint, Measurement
from studio.measurement.packing import unpack_text
from studio.measurement.summary import ALL, EndpointTally
from studio.scenario.goal import ALL_REQUESTS, Goal
from studio.scenario.judging import first_broken


class StepTally:
    """What was measured since the last step began to count."""

    def __init__(self, goals: Sequence[Goal]) -> None:
        self._goals = goals
        self._names: dict[int, Endpoint] = {}
        self.begin()

    def begin(self) -> None:
        """Begin anew."""
        self.seconds = 0
        self._bad = 0
        self._sums: defaultdict[Endpoint, EndpointTally] = defaultdict(EndpointTally)

    def name(self, seen: EndpointSeen) -> None:
        """Learn which endpoint a number stands for."""
        self._names[seen.endpoint] = Endpoint(seen.method, seen.name)

    def add(self, second: SecondMeasured) -> None:
        """Add a second."""
        self.seconds += 1
        for row in second.rows:
            times = Histogram(unpack_text(row.counts), row.sum_us, row.min_us, row.max_us)
            endpoint = self._names[row.endpoint]
            measured = Measurement(second.at_s, endpoint, row.outcome, times, row.received_bytes)
            self._sums[endpoint].add(measured)
            self._sums[ALL].add(measured)
        self._bad += any(it.is_bad for it in read_health(second))

    def measured(self) -> StepMeasured:
        """Return what the step came to."""
        rows = {
            ALL_REQUESTS if endpoint == ALL else str(endpoint): tally.summary(
                endpoint, self.seconds
            )
            for endpoint, tally in self._sums.items()
        }
        total = rows.get(ALL_REQUESTS)
        if total is None:
            return StepMeasured(0.0, StepReason.NO_ANSWER)
        if not is_trustworthy(self._bad, self.seconds):
            return StepMeasured(total.requests_per_s, StepReason.GENERATOR_LIMIT)
        broken = first_broken(self._goals, rows)
        reason = None if broken is None else StepReason.GOAL_BROKEN
        return StepMeasured(total.requests_per_s, reason, broken)
