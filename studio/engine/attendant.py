"""Attendant: lets an engine know once a second that the studio is alive, and watches that it lives.

An engine whose event loop is held up is ended by its own pulse. One that the system has stopped, or
that hangs before it has a pulse, cannot end itself: its attendant says when to give it up.
"""

import threading
import time
from collections.abc import Callable

STARTS_WITHIN_S = 120.0
"""How long an engine may say nothing before its load begins: a locustfile may read long files."""

ANSWERS_WITHIN_S = 18.0
"""How long it may say nothing afterwards: a little longer than its own pulse would let it live."""

OVERSLEPT_S = 10.0
"""A studio that has missed so many seconds was itself stopped: its engine is not to blame."""

_EVERY_S = 1.0


class Attendant:
    """Attends one engine on a thread of its own, from `start` to `stop`."""

    def __init__(
        self,
        beat: Callable[[], None],
        give_up: Callable[[], None],
        *,
        every_s: float = _EVERY_S,
        clock_s: Callable[[], float] = time.monotonic,
    ) -> None:
        """Prepare to attend an engine.

        Args:
            beat: Lets the engine know that the studio is alive.
            give_up: Ends an engine that has said nothing for too long; called once at most.
            every_s: How often.
            clock_s: The clock that never steps.
        """
        self._beat = beat
        self._give_up = give_up
        self._every_s = every_s
        self._clock_s = clock_s
        self._patience_s = STARTS_WITHIN_S
        self._heard_s = self._looked_s = clock_s()
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._attend, name="attendant")
        self.has_overslept = False
        """Whether the studio itself has stood still."""

        self.silence_s = 0.0
        """How long an engine that was given up had said nothing."""

    def start(self) -> None:
        """Begin to attend."""
        self._thread.start()

    def hear(self, *, has_begun: bool) -> None:
        """Note that the engine has said something, and whether its load has begun."""
        self._heard_s = self._clock_s()
        self._patience_s = ANSWERS_WITHIN_S if has_begun else STARTS_WITHIN_S

    def stop(self) -> None:
        """Attend no longer; may be called twice, and on any thread."""
        self._is_over.set()
        if self._thread.is_alive() and self._thread is not threading.current_thread():
            self._thread.join()

    def look(self) -> bool:
        """Beat, and return whether the engine is to be given up."""
        now_s = self._clock_s()
        if now_s - self._looked_s > OVERSLEPT_S:
            self.has_overslept = True
            self._heard_s = now_s  # what it has said meanwhile may still have to be read
        self._looked_s = now_s
        self._beat()
        self.silence_s = now_s - self._heard_s
        return self.silence_s > self._patience_s

    def _attend(self) -> None:
        while not self._is_over.wait(self._every_s):
            if self.look():
                self._give_up()
                return
