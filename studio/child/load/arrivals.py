"""RUNS IN A CHILD PROCESS. Starts one worker process's journeys when they are due."""
# pyright: basic

import math
import time
from collections import defaultdict
from typing import Any

import gevent
from locust.runners import WorkerRunner, locust_exception_handler

from studio.child.load.crew import Crew
from studio.child.load.parking import Parking
from studio.child.load.start_pace import LATEST_S, StartPace
from studio.child.load.start_plan import StartPlan
from studio.child.load.turns import turns
from studio.child.load.wire_names import ALIVE, PLAN
from studio.measurement.packing import pack
from studio.measurement.starts import StartTally

ALIVE_EVERY_S = 0.3

_AHEAD_S = 0.2
"""Users are hired for so much of the rate before they are needed."""

_BUSY_S = 0.005


class Arrivals:
    """Starts journeys when they are due, whatever the answers; hires users as they are needed."""

    def __init__(self, crew: Crew) -> None:
        self._crew = crew
        self._pace = StartPace()
        self._parking = Parking(self._begin)
        self._seconds: defaultdict[int, StartTally] = defaultdict(StartTally)
        self.began_s = 0.0
        """When run time began, on this process's own clock."""

        self._most_users = 0
        self._has_begun = self._is_over = False
        self._runner: WorkerRunner

    def listen(self, runner: WorkerRunner) -> None:
        """Wait for a plan; without one, nothing is different."""
        self._runner = runner
        runner.register_message(PLAN, self._take_plan)

    def end(self) -> None:
        """Start no more journeys, and hire nobody."""
        self._is_over = True

    def take(self) -> list[tuple[Any, ...]]:
        """Return the starts of each second since the last call, as `CourseReport` has them."""
        seconds, self._seconds = self._seconds, defaultdict(StartTally)
        return [_to_wire(second, tally) for second, tally in seconds.items()]

    def _take_plan(self, msg: Any, **_rest: object) -> None:  # noqa: ANN401
        told = msg.data
        if told is None:
            self.end()
            self._crew.release_all()
            return
        self._most_users = told["most_users"]
        plan = StartPlan(tuple((at_s, per_s) for at_s, per_s in told["corners"]), told["due"])
        self._pace.take(plan, told["share"], told["of"])
        if not self._has_begun:
            self._has_begun = True
            self._begin_dealing(told["host"])

    def _begin_dealing(self, host: str | None) -> None:
        environment = self._runner.environment
        environment.host = host
        for user_class in self._runner.user_classes if host else ():
            user_class.host = host
        self._crew.is_ordered = False
        self._crew.under_way = lambda: self._crew.size - self._parking.idle
        self._weights = {it.__name__: it.weight for it in self._runner.user_classes if it.weight}
        self._turns = turns(self._weights)
        self._parking.install()
        for work in (self._deal, self._say_alive):
            self._runner.greenlet.spawn(work).link_exception(locust_exception_handler(environment))

    def _deal(self) -> None:
        while not self._is_over:
            at_s = self._at_s()
            made, missed = self._pace.due(at_s)
            for due_s in made:
                if not self._give(next(self._turns), due_s):
                    missed.append(due_s)
            for due_s in missed + self._parking.take_back(at_s - LATEST_S):
                self._seconds[int(due_s)].missed += 1
            self._hire_ahead()
            gevent.sleep(self._pace.nap_s(self._at_s()))

    def _give(self, user_class: str, due_s: float) -> bool:
        """Give a start to a user of a class, hiring one if nobody is free and one may come."""
        return self._parking.give(user_class, due_s) or (
            self._hire(user_class) and self._parking.give(user_class, due_s)
        )

    def _hire(self, user_class: str) -> bool:
        if self._crew.size >= self._most_users:
            other = self._parking.longest_parked(self._spare())
            if other is None or type(other).__name__ == user_class:
                return False
            self._crew.release([other])
        self._parking.expect(self._crew.hire(user_class))
        return True

    def _hire_ahead(self) -> None:
        began_s = time.monotonic()
        for user_class, spare in self._spare().items():
            while (
                self._parking.at_hand(user_class) < spare
                and self._crew.size < self._most_users
                and time.monotonic() - began_s < _BUSY_S
            ):
                self._parking.expect(self._crew.hire(user_class))

    def _spare(self) -> dict[str, int]:
        """Return how many users of each class are to be at hand, for the starts that come next."""
        at_s = self._at_s()
        ahead_s = _AHEAD_S + 2 * min(self._parking.ready_s, LATEST_S)
        rate = max(self._pace.rate_at(at_s), self._pace.rate_at(at_s + ahead_s))
        part = rate * ahead_s / sum(self._weights.values())
        return {name: 1 + math.ceil(part * weight) for name, weight in self._weights.items()}

    def _begin(self, due_s: float) -> None:
        at_s = self._at_s()
        begun = self._seconds[int(at_s)]
        begun.started += 1
        begun.late.add(round((at_s - due_s) * 1e6))

    def _say_alive(self) -> None:
        while not self._is_over:
            told = {"until_s": self._at_s(), "users": self._crew.under_way()}
            self._runner.send_message(ALIVE, told)
            gevent.sleep(ALIVE_EVERY_S)

    def _at_s(self) -> float:
        return time.monotonic() - self.began_s


def _to_wire(second: int, tally: StartTally) -> tuple[Any, ...]:
    late = tally.late.histogram()
    sums = late.sum_us, late.min_us, late.max_us, pack(late.counts)
    return second, tally.started, tally.missed, *sums
