"""RUNS IN A CHILD PROCESS. The users of one worker process: who comes and who goes."""
# pyright: basic

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import partial

import gevent
from locust import User
from locust.runners import STATE_RUNNING, WorkerRunner
from locust.user.task import LOCUST_STATE_RUNNING, LOCUST_STATE_WAITING

SPREAD_S = 0.24
"""Users that are ordered together come one after the other within this time."""

SLICE_S = 0.02
"""Locust starts all of them at once, which is a burst of connections; this is a burst's length."""

_BUSY_S = 0.01
"""How much of a slice may go into making users; the rest is for those that are there."""

_STOPPABLE = (LOCUST_STATE_RUNNING, LOCUST_STATE_WAITING)


class Crew:
    """The users of one worker process, brought to what the master orders.

    It stands in for `WorkerRunner.start_worker`: that starts users in one burst, counts all of them
    ten times an order, and takes users who are leaving for users who stay.
    """

    def __init__(self) -> None:
        self._staying: defaultdict[str, set[User]] = defaultdict(set)
        self._leaving: set[User] = set()
        self._samples: dict[int, int] = {}
        self._runner: WorkerRunner
        self.is_ordered = True
        """Whether orders of the master count; else somebody else hires and releases."""

        self.under_way: Callable[[], int] = lambda: self.size
        """How many users are told of as being there."""

    @property
    def size(self) -> int:
        """How many users there are, with those who finish what they are doing."""
        return sum(map(len, self._staying.values())) + len(self._leaving)

    def take_over(self, runner: WorkerRunner) -> None:
        """Carry out the master's orders from now on."""
        self._runner = runner
        runner.start_worker = self._follow_order  # pyright: ignore[reportAttributeAccessIssue]

    def begin(self, began_s: float) -> None:
        """Note from now on how many users there are in the middle of each second of the run."""
        gevent.spawn(self._sample, began_s)

    def take_samples(self) -> dict[int, int]:
        """Return the users in the middle of the seconds since the last call, by second."""
        samples, self._samples = self._samples, {}
        return samples

    def hire(self, user_class: str) -> User:
        """Start one user."""
        user = self._runner.user_classes_by_name[user_class](self._runner.environment)
        greenlet = user.start(self._runner.user_greenlets)
        self._staying[user_class].add(user)
        greenlet.rawlink(partial(self._forget, user_class, user))
        return user

    def release(self, users: Iterable[User]) -> None:
        """Let users go: at once if they wait, else when they have finished what they are doing."""
        going = list(users)
        for user in going:
            self._staying[type(user).__name__].discard(user)
            self._leaving.add(user)
            if user._state in _STOPPABLE:  # noqa: SLF001  # there is no other word of it
                user.stop()  # see `letting_go`
            else:
                self._end(user)
        if going:
            gevent.spawn_later(self._runner.environment.stop_timeout or 0.0, self._end_all, going)

    def release_all(self) -> None:
        """Let every user go."""
        self.release([user for users in self._staying.values() for user in users])

    def _follow_order(self, wanted: Mapping[str, int], **_rest: object) -> None:
        runner = self._runner
        if runner.environment.host:
            for user_class in runner.user_classes:
                user_class.host = runner.environment.host
        if self.is_ordered:
            for user_class, users in wanted.items():
                self.release(self._spare(user_class, len(self._staying[user_class]) - users))
            self._fill(wanted)
        counts = self._counts()
        told = {"user_classes_count": counts, "user_count": sum(counts.values())}
        runner.target_user_classes_count, runner.target_user_count = dict(wanted), self.size
        runner.send_message("spawning_complete", told)
        runner.update_state(STATE_RUNNING)
        runner.worker_state = STATE_RUNNING

    def _fill(self, wanted: Mapping[str, int]) -> None:
        missing = {name: users - len(self._staying[name]) for name, users in wanted.items()}
        coming = _mixed(missing)
        began_s = time.monotonic()
        done = 0
        while done < len(coming):
            busy_s = time.monotonic()
            share = min(1.0, (busy_s - began_s + SLICE_S) / SPREAD_S)
            while done < share * len(coming) and time.monotonic() - busy_s < _BUSY_S:
                self.hire(coming[done])
                done += 1
            if done < len(coming):
                gevent.sleep(SLICE_S)

    def _spare(self, user_class: str, users: int) -> list[User]:
        """Return as many users, first those who wait."""
        staying = self._staying[user_class]
        if users <= 0:
            return []
        idle = [user for user in staying if user._state != LOCUST_STATE_RUNNING]  # noqa: SLF001
        if len(idle) >= users:
            return idle[:users]
        busy = [user for user in staying if user._state == LOCUST_STATE_RUNNING]  # noqa: SLF001
        return idle + busy[: users - len(idle)]

    def _counts(self) -> dict[str, int]:
        names = self._runner.user_classes_by_name
        counts = {name: len(self._staying[name]) for name in names}
        for user in self._leaving:
            counts[type(user).__name__] += 1
        return counts

    def _end(self, user: User) -> None:
        if user in self._leaving and user.greenlet is not None:
            user.group.killone(user.greenlet, block=False)

    def _end_all(self, users: Iterable[User]) -> None:
        for user in users:
            self._end(user)

    def _forget(self, user_class: str, user: User, _greenlet: object) -> None:
        self._staying[user_class].discard(user)
        self._leaving.discard(user)

    def _sample(self, began_s: float) -> None:
        second = 0
        while True:
            gevent.sleep(max(0.0, began_s + second + 0.5 - time.monotonic()))
            self._samples[second] = self.under_way()
            second += 1


def _mixed(missing: Mapping[str, int]) -> list[str]:
    """Return each name as often as it is missing, evenly mixed."""
    places = [
        ((number + 0.5) / count, name) for name, count in missing.items() for number in range(count)
    ]
    return [name for _, name in sorted(places)]
