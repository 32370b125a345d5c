"""RUNS IN A CHILD PROCESS. Brings the users to what the load profile wants, in small slices."""
# pyright: basic

import time
from collections.abc import Callable

import gevent
from locust.runners import MasterRunner

from studio.engine.load_messages import UsersChanged
from studio.scenario.load_profile import LoadProfile

_SLICE_S = 0.25
"""Locust starts a whole second's users at once, which is a burst of connections; this does not."""

_WIND_UP_S = 15.0
"""A little more than the time Locust gives a user to finish what it is doing."""


class Follower:
    """Follows a load profile until its end, or a number of users given by hand."""

    def __init__(
        self,
        runner: MasterRunner,
        profile: LoadProfile,
        began_s: float,
        tell: Callable[[UsersChanged], None],
    ) -> None:
        self._runner = runner
        self._profile = profile
        self._began_s = began_s
        self._tell = tell
        self._by_hand: int | None = None
        self._ordered = max(1, profile.users_at(0))
        self._told: tuple[int, int] | None = None
        self._is_stopped = False

    def change_users(self, users: int) -> None:
        """Leave the profile and keep this many users until its end."""
        self._by_hand = users

    def stop(self) -> None:
        """End before the profile does."""
        self._is_stopped = True

    def follow(self) -> None:
        """Follow the profile; return when it is over or `stop` was called."""
        while not self._is_stopped and self.at_s() < self._profile.duration_s:
            planned = self._profile.users_at(self.at_s())
            self._order(planned if self._by_hand is None else self._by_hand)
            gevent.sleep(min(_SLICE_S, max(0.0, self._profile.duration_s - self.at_s())))

    def let_go(self, is_over: Callable[[], bool]) -> None:
        """Let every user finish what it is doing; return when that is over, or takes too long."""
        deadline_s = time.monotonic() + _WIND_UP_S
        self._order(0)
        while not is_over() and time.monotonic() < deadline_s:
            self._say(0)
            gevent.sleep(_SLICE_S)
        self._say(0)

    def at_s(self) -> float:
        """Return the run time."""
        return time.monotonic() - self._began_s

    def _order(self, users: int) -> None:
        if users != self._ordered:
            rate = max(1, abs(users - self._ordered), self._runner.user_count)
            self._ordered = users
            self._runner.start(users, rate)
        self._say(users)

    def _say(self, wanted: int) -> None:
        now = self._runner.user_count, wanted
        if now != self._told:
            self._told = now
            self._tell(UsersChanged(round(self.at_s(), 3), *now))
