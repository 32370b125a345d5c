"""RUNS IN A CHILD PROCESS. Pauses of a trial: asked for whole, waited for a moment only."""
# pyright: basic

import sys
import time
from typing import Any

import gevent
from gevent import GreenletExit
from locust import TaskSet
from locust.exception import RescheduleTask

LONGEST_PAUSE_S = 0.2


class ShortPauses:
    """Lets the user's pauses be short, and adds up how long they would have been."""

    def __init__(self) -> None:
        self._asked_s = 0.0

    def install(self) -> None:
        """Stand in for `time.sleep` and for the user's own waits."""
        clock: Any = time
        tasks: Any = TaskSet
        clock.sleep = self.pause
        tasks._sleep = lambda _tasks, seconds: self.pause(seconds)

    def pause(self, seconds: float) -> None:
        """Pause for a moment.

        Raises:
            GreenletExit: A start that has failed waits to be tried again. Once is enough for a
                trial: what failed would fail for ever.
        """
        if isinstance(sys.exc_info()[1], RescheduleTask):
            raise GreenletExit  # Locust would log a StopUser in on_start as an error
        self._asked_s += max(0.0, seconds)
        gevent.sleep(min(max(0.0, seconds), LONGEST_PAUSE_S))

    def take_asked_s(self) -> float:
        """Return how long all pauses since the last call would have been."""
        asked_s, self._asked_s = self._asked_s, 0.0
        return round(asked_s, 3)
