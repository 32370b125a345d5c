"""RUNS IN A CHILD PROCESS. Lets users wait who are to back off, after their request was counted."""
# pyright: basic

from typing import Any
from weakref import WeakKeyDictionary

import gevent
from locust import events

from studio.child.load.backing_off import BackingOff
from studio.measurement.outcome import Outcome


class Pausing:
    """Puts users of this process to sleep, each in its own greenlet and outside its requests."""

    def __init__(self, back_off: BackingOff) -> None:
        self._back_off = back_off
        self._due_s: WeakKeyDictionary[Any, float] = WeakKeyDictionary()
        self._is_listening = False

    def fail(self, outcome: Outcome, response: object) -> None:
        """Let the user whose request failed wait, if it is to."""
        user = gevent.getcurrent()
        wait_s = self._back_off.wait_s(user, outcome, response)
        if not wait_s:
            return
        if self._is_listening:
            self._due_s[user] = wait_s
            return
        # As a listener it comes last, when all others have heard of the request; but a listener
        # costs every request, so there is none before the first time, which thus waits here.
        self._is_listening = True
        events.request.add_listener(self._wait)
        gevent.sleep(wait_s)

    def _wait(self, **_rest: object) -> None:
        if self._due_s and (wait_s := self._due_s.pop(gevent.getcurrent(), 0.0)):
            gevent.sleep(wait_s)
