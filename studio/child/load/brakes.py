"""RUNS IN A CHILD PROCESS. Closed seconds of a run → when it is held back, or ends by itself."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from studio.engine.braking_messages import Brake, Braked
from studio.engine.load_limits import LoadLimits
from studio.engine.load_messages import SecondMeasured
from studio.measurement.outcome import Outcome
from studio.measurement.packing import unpack_text

REACH_S = 10
"""Over so many seconds it is looked at whether the target can be reached."""

FAILING_S = 30
"""So long most requests must have failed."""

_MOST_UNREACHED, _MOST_FAILED = 0.5, 0.5
_FEWEST = 10
"""Requests there must have been; fewer say nothing."""

_SETTLES_S = 4
"""A change of users shows in seconds that are closed so much later."""

_UNREACHED = (Outcome.REFUSED, Outcome.RESET)


@dataclass(frozen=True, slots=True)
class _Counted:
    requests: int
    failed: int
    unreached: int

    @staticmethod
    def of(second: SecondMeasured) -> "_Counted":
        rows = [(row.outcome, sum(unpack_text(row.counts).values())) for row in second.rows]
        return _Counted(
            sum(count for _, count in rows),
            sum(count for outcome, count in rows if outcome.is_failure),
            sum(count for outcome, count in rows if outcome in _UNREACHED),
        )


class Brakes:
    """Judges a run second by second; whoever asks acts on what it says.

    - At least half of all requests refused or reset over `REACH_S`: half as many users. The same
      again over the next `REACH_S`: the end.
    - More than half of all requests failed, in whatever way, over `FAILING_S`: the end.
    - More requests per second than the target allows: fewer users, in proportion.
    - Longer than the target allows: the end.
    """

    def __init__(self, limits: LoadLimits) -> None:
        self._limits = limits
        self._seen: deque[_Counted] = deque(maxlen=FAILING_S)
        self._reach: deque[_Counted] = deque(maxlen=REACH_S)
        self._is_halved = self._is_over = False
        self._settled_s = 0

    def take(self, second: SecondMeasured) -> Iterator[Braked]:
        """Yield what the next second leads to; nothing after what ends the run."""
        counted = _Counted.of(second)
        self._seen.append(counted)
        self._reach.append(counted)
        for braked in self._judge(second, counted):
            if not self._is_over:
                self._is_over = braked.brake.stops
                yield braked

    def _judge(self, second: SecondMeasured, counted: _Counted) -> Iterator[Braked]:
        end_s = second.at_s + 1
        if self._limits.longest_s is not None and end_s >= self._limits.longest_s:
            yield Braked(end_s, Brake.TOO_LONG, self._limits.longest_s)
        if self._limits.stops_by_itself:
            yield from self._judge_reach(second)
            yield from self._judge_failures(end_s)
        yield from self._judge_rate(second, counted)

    def _judge_reach(self, second: SecondMeasured) -> Iterator[Braked]:
        requests = sum(it.requests for it in self._reach)
        unreached = sum(it.unreached for it in self._reach)
        if len(self._reach) < REACH_S or requests < _FEWEST:
            return
        share = unreached / requests
        if share < _MOST_UNREACHED:
            return
        self._reach.clear()
        if self._is_halved:
            yield Braked(second.at_s + 1, Brake.OUT_OF_REACH, round(share, 3))
        else:
            self._is_halved = True
            users = max(1, second.users // 2)
            yield Braked(second.at_s + 1, Brake.USERS_HALVED, round(share, 3), users)

    def _judge_failures(self, end_s: int) -> Iterator[Braked]:
        requests = sum(it.requests for it in self._seen)
        failed = sum(it.failed for it in self._seen)
        if len(self._seen) == FAILING_S and requests >= _FEWEST:
            share = failed / requests
            if share > _MOST_FAILED:
                yield Braked(end_s, Brake.FAILING, round(share, 3))

    def _judge_rate(self, second: SecondMeasured, counted: _Counted) -> Iterator[Braked]:
        most = self._limits.most_requests_per_s
        if most is None or counted.requests <= most or second.at_s < self._settled_s:
            return
        self._settled_s = second.at_s + _SETTLES_S
        users = max(1, int(second.users * most / counted.requests))
        yield Braked(second.at_s + 1, Brake.RATE_CAPPED, most, users)
