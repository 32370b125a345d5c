"""RUNS IN A CHILD PROCESS. Users parked between journeys: each waits for a start of its own."""
# pyright: basic

import time
from collections import defaultdict, deque
from collections.abc import Callable, Mapping

from gevent.event import AsyncResult
from locust import TaskSet, User
from locust.exception import StopUser
from locust.user.task import (
    LOCUST_STATE_RUNNING,
    LOCUST_STATE_STOPPING,
    LOCUST_STATE_WAITING,
)

_PASSED = "swarmbook_has_passed"
_WEIGHT_OF_THE_LAST = 0.2


class Parking:
    """Takes the place of the wait between two tasks: a user goes on when it is given a start.

    The locustfile stays as it is. What happens within a task, and before the first one, waits as it
    always does.
    """

    def __init__(self, begin: Callable[[float], None]) -> None:
        """Park nobody yet.

        Args:
            begin: Called in a user's own greenlet when it begins, with the moment that was due.
        """
        self._begin = begin
        self._parked: defaultdict[str, deque[AsyncResult]] = defaultdict(deque)
        self._promised: defaultdict[str, deque[float]] = defaultdict(deque)
        self._coming: defaultdict[str, dict[User, float]] = defaultdict(dict)
        self._users: dict[AsyncResult, User] = {}
        self.ready_s = 0.0
        """How long a new user takes until it can be given a start, of late."""

    def install(self) -> None:
        """Have every user park from now on; call it before there is one."""
        execute, wait, parking = TaskSet.execute_next_task, TaskSet.wait, self

        def execute_next_task(task_set: TaskSet) -> None:
            task = task_set._task_queue[0]  # noqa: SLF001  # there is no other word of it
            if not (isinstance(task, type) and issubclass(task, TaskSet)):  # its own tasks will
                parking.wait_for_start(task_set.user)
            vars(task_set)[_PASSED] = False
            try:
                execute(task_set)
            finally:
                vars(task_set)[_PASSED] = True

        def wait_between(task_set: TaskSet) -> None:
            if not vars(task_set).get(_PASSED):
                wait(task_set)
                return
            vars(task_set)[_PASSED] = False
            if task_set.user._state == LOCUST_STATE_STOPPING:  # noqa: SLF001
                raise StopUser

        TaskSet.execute_next_task = execute_next_task  # pyright: ignore[reportAttributeAccessIssue]
        TaskSet.wait = wait_between  # pyright: ignore[reportAttributeAccessIssue]

    @property
    def idle(self) -> int:
        """How many users are parked."""
        return len(self._users)

    def expect(self, user: User) -> None:
        """Note a user that was just hired: it will come when it has done what it does first."""
        self._coming[type(user).__name__][user] = time.monotonic()

    def at_hand(self, user_class: str) -> int:
        """Return how many starts could be given to users of a class, now or in a moment."""
        self._forget_dead(user_class)
        free = len(self._parked[user_class]) + len(self._coming[user_class])
        return free - len(self._promised[user_class])

    def give(self, user_class: str, due_s: float) -> bool:
        """Give a start to a user of a class; return whether there is one."""
        if self._parked[user_class]:
            slot = self._parked[user_class].popleft()
            del self._users[slot]
            slot.set(due_s)
            return True
        if self.at_hand(user_class) > 0:
            self._promised[user_class].append(due_s)
            return True
        return False

    def take_back(self, before_s: float) -> list[float]:
        """Return the promised starts that were due before a moment, and give them no more."""
        late: list[float] = []
        for promised in self._promised.values():
            while promised and promised[0] < before_s:
                late.append(promised.popleft())
        return late

    def longest_parked(self, spare: Mapping[str, int]) -> User | None:
        """Return a parked user of the class that has most of them beyond its spare ones."""
        beyond = {name: len(slots) - spare.get(name, 0) for name, slots in self._parked.items()}
        name = max(beyond, key=lambda it: beyond[it], default=None)
        return None if name is None or beyond[name] <= 0 else self._users[self._parked[name][0]]

    def wait_for_start(self, user: User) -> None:
        """Return when the user, in whose greenlet this runs, has been given a start."""
        name = type(user).__name__
        hired_s = self._coming[name].pop(user, None)
        if hired_s is not None:
            took_s = time.monotonic() - hired_s
            self.ready_s += _WEIGHT_OF_THE_LAST * (took_s - self.ready_s)
        due_s = self._promised[name].popleft() if self._promised[name] else self._park(user, name)
        self._begin(due_s)

    def _park(self, user: User, name: str) -> float:
        slot: AsyncResult[float] = AsyncResult()
        self._parked[name].append(slot)
        self._users[slot] = user
        user._state = LOCUST_STATE_WAITING  # noqa: SLF001  # it may be ended where it stands
        try:
            return slot.get()  # pyright: ignore[reportReturnType]
        finally:
            if self._users.pop(slot, None) is not None:
                self._parked[name].remove(slot)
            user._state = LOCUST_STATE_RUNNING  # noqa: SLF001

    def _forget_dead(self, user_class: str) -> None:
        coming = self._coming[user_class]
        for user in [it for it in coming if it.greenlet is None or it.greenlet.dead]:
            del coming[user]
