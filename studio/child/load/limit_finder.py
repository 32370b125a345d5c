"""RUNS IN A CHILD PROCESS. LimitFinder: how many users the next step of a search has."""

from dataclasses import dataclass, replace

from studio.engine.load_course import LimitFound, StepJudged, StepReason
from studio.scenario.goal import GoalResult
from studio.scenario.limit_search import LimitSearch, halfway

LEAST_GROWTH = 0.05
"""With twice the users, throughput that grew by less than this has grown no more."""


@dataclass(frozen=True, slots=True)
class StepMeasured:
    """What the users of one step came to."""

    requests_per_s: float

    reason: StepReason | None
    """What was wrong with it; None: nothing."""

    goal: GoalResult | None = None


class LimitFinder:
    """Doubles the users until a step fails, then halves what lies between.

    Knows no clock and no users: it is told what became of a step, and says what the next one is.
    """

    def __init__(self, search: LimitSearch) -> None:
        self._search = search
        self.users = search.first_users
        """Of the step that goes on."""

        self._passed: StepJudged | None = None
        self._failed: StepJudged | None = None

    def limit(self, users: int) -> None:
        """Try no more users than this."""
        most = max(1, min(users, self._search.most_users))
        first = min(self._search.first_users, most)
        self._search = replace(self._search, first_users=first, most_users=most)
        self.users = min(self.users, most)

    def judge(self, at_s: float, step: StepMeasured) -> list[StepJudged | LimitFound]:
        """End the step that goes on; return its judgement, and the limit once it is known."""
        reason = step.reason or self._flatness(step.requests_per_s)
        judged = StepJudged(at_s, self.users, step.requests_per_s, reason, step.goal)
        if reason is None:
            self._passed = judged
        else:
            self._failed = judged
        following = self._following()
        if following is None:
            return [judged, self._found(at_s)]
        self.users = following
        return [judged]

    def _flatness(self, requests_per_s: float) -> StepReason | None:
        before = self._passed
        if before is None or not before.requests_per_s or self.users <= before.users:
            return None
        more_users = self.users / before.users - 1
        growth = requests_per_s / before.requests_per_s - 1
        # Half of what so many more users could bring at best, where that is less than 5 %.
        return StepReason.THROUGHPUT_FLAT if growth < min(LEAST_GROWTH, more_users / 2) else None

    def _following(self) -> int | None:
        if self._failed is not None:
            return halfway(self._passed.users if self._passed else 0, self._failed.users)
        if self.users >= self._search.most_users:
            return None
        return min(2 * self.users, self._search.most_users)

    def _found(self, at_s: float) -> LimitFound:
        users, requests_per_s = 0, 0.0
        if self._passed is not None:
            users, requests_per_s = self._passed.users, self._passed.requests_per_s
        if self._failed is None or self._failed.reason is None:
            return LimitFound(at_s, users, requests_per_s, StepReason.CAP_REACHED)
        return LimitFound(at_s, users, requests_per_s, self._failed.reason, self._failed.goal)
