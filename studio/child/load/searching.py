"""RUNS IN A CHILD PROCESS. Searches for the limit: step by step, each judged by its seconds."""
# pyright: basic

from collections.abc import Callable, Iterable, Iterator, Sequence

from locust.runners import MasterRunner

from studio.child.load.following import Follower
from studio.child.load.limit_finder import LimitFinder
from studio.child.load.seconds import SecondMessage
from studio.child.load.step_tally import StepTally
from studio.engine.load_commands import ChangeUsers
from studio.engine.load_course import (
    CourseCommand,
    Hold,
    LimitFound,
    Resume,
    SkipStage,
    StageSkipped,
    StepJudged,
)
from studio.engine.load_messages import EndpointSeen, LoadMessage, SecondMeasured
from studio.scenario.goal import Goal
from studio.scenario.limit_search import LimitSearch
from studio.scenario.load_profile import LONGEST_S, constant


class Searching:
    """Keeps the users of a step until its seconds are closed, judges it, and goes to the next.

    A step lasts as long as the scenario says, and the second or two it takes to hear of its last
    one. While the run is held no step is judged; the one that was on begins anew.
    """

    def __init__(
        self,
        runner: MasterRunner,
        search: LimitSearch,
        goals: Sequence[Goal],
        began_s: float,
        tell: Callable[[LoadMessage], None],
    ) -> None:
        self._search = search
        self._finder = LimitFinder(search)
        self._tally = StepTally(goals)
        self._follower = Follower(runner, constant(search.first_users, LONGEST_S), began_s, tell)
        self._step_s = 0.0
        self._is_held = self._is_over = False
        # What is no business of a search goes straight to the follower.
        self.begin, self.follow = self._follower.begin, self._follower.follow
        self.let_go, self.at_s = self._follower.let_go, self._follower.at_s
        self.take, self.lose = self._follower.take, self._follower.lose

    def limit(self, users: int) -> None:
        """Have no more users than this from now on; the search has its cap there."""
        self._finder.limit(users)
        self._follower.limit(users)

    def stop(self) -> None:
        """End before the limit is found."""
        self._is_over = True
        self._follower.stop()

    def obey(self, command: ChangeUsers | CourseCommand) -> Iterator[LoadMessage]:
        """Change the course; yield what has come of it, nothing where it is so already."""
        match command:
            case ChangeUsers(users=users):
                self._finder.users = max(1, users)
                self._begin_step()
                yield from self._follower.obey(command)
            case Hold():
                self._is_held = True
                yield from self._follower.obey(command)
            case Resume():
                if self._is_held:
                    self._is_held = False
                    self._begin_step()
                    yield from self._follower.obey(command)
                    self._follower.want(self._finder.users)
            case SkipStage():
                yield StageSkipped(self.at_s(), self.at_s())
                yield from self._end_step()
            case _:
                return

    def complete(self, messages: Iterable[SecondMessage]) -> Iterator[LoadMessage]:
        """Yield the seconds of the run, and after the last one of a step what became of it."""
        for message in self._follower.complete(messages):
            yield message
            if isinstance(message, EndpointSeen):
                self._tally.name(message)
            elif isinstance(message, SecondMeasured):
                yield from self._look_at(message)

    def _look_at(self, second: SecondMeasured) -> Iterator[LoadMessage]:
        if self._is_held or self._is_over:
            return
        if second.at_s >= self._step_s + self._search.settle_s:
            self._tally.add(second)
        if second.at_s + 1 >= self._step_s + self._search.step_s and self._tally.seconds:
            yield from self._end_step()

    def _end_step(self) -> Iterator[StepJudged | LimitFound]:
        for message in self._finder.judge(self.at_s(), self._tally.measured()):
            self._is_over = self._is_over or isinstance(message, LimitFound)
            yield message
        if self._is_over:
            self.stop()
        else:
            self._begin_step()
            self._follower.want(self._finder.users)

    def _begin_step(self) -> None:
        self._step_s = self.at_s()
        self._tally.begin()
