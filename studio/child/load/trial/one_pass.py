"""RUNS IN A CHILD PROCESS. A user's tasks → one pass over all of them, in order, then its end."""
# pyright: basic

import traceback
from collections.abc import Callable, Iterator
from typing import Any

from gevent import GreenletExit
from locust import TaskSet
from locust.exception import InterruptTaskSet, RescheduleTask, StopTest, StopUser
from locust.user.task import DefaultTaskSet

AT_START, AT_END = 0, -1
"""Numbers of what is done once, before the first pass and after the last."""

TellBroken = Callable[[BaseException], None]


class Walk:
    """Walks one user through passes, for as long as choices have ways never taken."""

    def __init__(
        self,
        most_passes: int,
        has_more: Callable[[], bool],
        begin: Callable[[int], None],
        end: Callable[[int, bool], None],
        tell_broken: TellBroken,
    ) -> None:
        """Prepare a walk.

        Args:
            most_passes: How many passes at the most.
            has_more: Whether a further pass would take a way that was never taken.
            begin: Is told the number of each pass.
            end: Is told the number of each pass, and whether it was given up.
            tell_broken: Is told what left a task and should not have.
        """
        self._most_passes = most_passes
        self._has_more = has_more
        self._begin = begin
        self._end = end
        self._tell_broken = tell_broken
        self.number = AT_START
        """Of the pass that is on."""

    def install(self) -> None:
        """Stand in for the endless loop of all task sets, for the rest of this process's life."""
        every: Any = TaskSet
        every.run = lambda tasks: self.walk(tasks)  # noqa: PLW0108  # only a function is bound

    def walk(self, tasks: Any) -> None:
        """Walk a task set, once the user's own, and once each that stands within it."""
        if isinstance(tasks, DefaultTaskSet):
            self._walk_passes(tasks)
        else:
            self._walk_within(tasks)

    def _walk_passes(self, tasks: Any) -> None:
        try:
            for number in range(1, self._most_passes + 1):
                self.number = number
                self._begin(number)
                was_given_up = self._walk_tasks(tasks)
                self._end(number, was_given_up)
                if was_given_up or not self._has_more():
                    break
                tasks.wait()
        finally:
            self.number = AT_END
        raise StopUser

    def _walk_within(self, tasks: Any) -> None:
        """Walk a task set that stands within another: once over all of it, then it is left."""
        tasks.on_start()
        was_given_up = self._walk_tasks(tasks)
        tasks.on_stop()
        if was_given_up:
            raise RescheduleTask

    def _walk_tasks(self, tasks: Any) -> bool:
        """Walk each task once; return whether one of them was given up."""
        given_up = 0
        for place, task in enumerate(_each_once(tasks)):
            if place:
                tasks.wait()
            given_up += self._is_given_up(tasks, task)
        return bool(given_up)

    def _is_given_up(self, tasks: Any, task: Any) -> bool:
        try:
            tasks.execute_task(task)
        except InterruptTaskSet:
            return False  # it leaves a set of tasks, which a pass over all of them does anyway
        except RescheduleTask:
            return True
        except (StopUser, StopTest, GreenletExit):
            raise
        except Exception as error:  # noqa: BLE001  # as Locust does: the rest is still walked
            self._tell_broken(error)
            traceback.print_exception(error)
            return True
        return False


def _each_once(tasks: Any) -> Iterator[Any]:
    """Yield the tasks of a set in the order they are written, however heavy each of them is."""
    user = tasks.user if isinstance(tasks, DefaultTaskSet) else tasks
    yield from dict.fromkeys(user.tasks)
