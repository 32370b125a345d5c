"""RUNS IN A CHILD PROCESS. The master's hand on the brakes: says what they do, and does it."""

from collections.abc import Callable
from typing import Protocol

from studio.child.load.brakes import Brakes
from studio.engine.braking_messages import Brake, Braked
from studio.engine.load_limits import LoadLimits
from studio.engine.load_messages import LoadMessage, SecondMeasured


class _Followed(Protocol):
    def limit(self, users: int) -> None: ...


class _Stop(Protocol):
    def __call__(self, *, by_hand: bool) -> None: ...


class Braking:
    """Stands before what is said to the studio, and holds the run back where its brakes say so."""

    def __init__(self, limits: LoadLimits, say: Callable[[LoadMessage], None]) -> None:
        """Begin with the brakes off.

        Args:
            limits: What the run is allowed.
            say: Tells the studio.
        """
        self._limits = limits
        self._say = say
        self._brakes = Brakes(limits)
        self._told: set[Brake] = set()
        self._followed: _Followed | None = None
        self._stop: _Stop | None = None

    def begin(self, followed: _Followed, most_users: int, stop: _Stop) -> None:
        """Begin to act.

        Args:
            followed: What follows the load; takes a limit.
            most_users: The most there are to be by the plan.
            stop: Ends the run gently.
        """
        self._followed, self._stop = followed, stop
        allowed = self._limits.most_users
        if allowed is not None:
            followed.limit(allowed)
            if most_users > allowed:
                self._say(Braked(0.0, Brake.USERS_CAPPED, allowed, allowed))

    def say(self, message: LoadMessage) -> None:
        """Tell the studio, judge a second, and act.

        What worker processes tell of brakes of their own is told once a kind.
        """
        if isinstance(message, Braked):
            if message.brake in self._told:
                return
            self._told.add(message.brake)
        self._say(message)
        if isinstance(message, SecondMeasured):
            self._judge(message)

    def _judge(self, second: SecondMeasured) -> None:
        if self._followed is None or self._stop is None:
            return
        for braked in self._brakes.take(second):
            self._say(braked)
            if braked.users is not None:
                self._followed.limit(braked.users)
            if braked.brake.stops:
                self._stop(by_hand=False)
