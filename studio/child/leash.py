"""RUNS IN A CHILD PROCESS. Hears the studio over stdin, and ends the child when it is gone.

Three independent ends, because each covers what the others cannot:

- **stdin closes.** The system closes it for any death of the studio, also a kill. The child is
  asked to stop politely; after a grace it is ended by a C thread that needs neither the interpreter
  lock nor the event loop.
- **the pulse stops.** The child's event loop calls `pulse` once a second. A loop that is blocked (a
  hostile answer, an endless regular expression) sends no pulse, and the same C thread ends the
  child. A thread of Python's could not: it may never get the lock.
- **the studio stands still.** It sends an empty line each second. When none has come for a while,
  the studio is stopped or frozen, and the child takes it as gone.

Take the leash before anything patches the interpreter, and hold stdin's other end only in the
studio: a sibling that inherited it would keep this child alive.
"""

import _thread
import faulthandler
import os
import sys
from collections import deque
from collections.abc import Callable
from queue import SimpleQueue
from time import monotonic, sleep
from typing import TextIO

_PULSE_ON_ITS_WAY_S = 0.02
_READ_BYTES = 65536
_UNHEARD_S = 0.5
"""The grace of a child in which nobody listens yet: it has nothing to be polite about."""


class Leash:
    """Reads stdin line by line, and ends this process when it closes or the pulse stops."""

    def __init__(
        self,
        *,
        log: TextIO = sys.stderr,
        grace_s: float = 5,
        silence_s: float = 15,
        unheard_s: float = 30,
    ) -> None:
        """Start to read stdin; the pulse is watched from its first beat on.

        Args:
            log: Where the stacks of all threads are written before a forced end; a real file. The
                stacks hold no values, so no secret can be in them.
            grace_s: How long a polite stop may take.
            silence_s: How long the pulse may fail to come.
            unheard_s: How long a studio that has once sent a beat may fail to send another.
        """
        self._log = log
        self._grace_s = grace_s
        self._silence_s = silence_s
        self._unheard_s = unheard_s
        self._beaten_s: float | None = None
        self._first: SimpleQueue[str | None] = SimpleQueue()
        self._lines: deque[str] = deque()
        self._wake: Callable[[], object] | None = None
        self._has_first = False
        self._at_end: list[Callable[[], object]] = []
        self.is_let_go = False
        """Whether the studio is gone: stdin has closed, or there is no beat any more."""

        # Not a `threading.Thread`: gevent mends the locks of imports that are under way while it
        # patches the interpreter only if `threading` knows of no second thread.
        _thread.start_new_thread(self._watch, ())

    def first_line(self) -> str | None:
        """Wait for the first line and return it; None if stdin closed before."""
        return self._first.get()

    def wake_by(self, wake: Callable[[], object]) -> None:
        """Have `wake` called, from another thread, whenever there are lines or stdin has closed."""
        self._wake = wake
        wake()

    def when_let_go(self, act: Callable[[], object]) -> None:
        """Have `act` called, from another thread, at the very moment stdin closes.

        Nothing waits for the event loop there: it is the place for what must not happen any more.
        """
        self._at_end.append(act)
        if self.is_let_go:
            act()

    def lines(self) -> list[str]:
        """Return the lines that have come since the last call."""
        found: list[str] = []
        while self._lines:
            found.append(self._lines.popleft())
        return found

    def pulse(self) -> None:
        """Say that the event loop still turns; once it has been said it must go on being said."""
        if not self.is_let_go:
            self._end_in(self._silence_s)
        if self._beaten_s is not None and monotonic() - self._beaten_s > self._unheard_s:
            self._let_go()

    def _watch(self) -> None:
        rest = b""
        while data := os.read(0, _READ_BYTES):
            *lines, rest = (rest + data).split(b"\n")
            for line in lines:
                self._take(line.decode())
        self._let_go()

    def _let_go(self) -> None:
        if self.is_let_go:
            return
        self.is_let_go = True
        for act in self._at_end:
            act()
        grace_s = self._grace_s if self._wake else min(self._grace_s, _UNHEARD_S)
        for _ in range(2):  # a pulse on its way may replace the first grace by its longer silence
            self._end_in(grace_s)
            sleep(_PULSE_ON_ITS_WAY_S)
        self._first.put(None)
        self._call()

    def _take(self, line: str) -> None:
        if not line:
            self._beaten_s = monotonic()
        elif self._has_first:
            self._lines.append(line)
            self._call()
        else:
            self._has_first = True
            self._first.put(line)

    def _call(self) -> None:
        if self._wake is not None:
            self._wake()

    def _end_in(self, seconds: float) -> None:
        faulthandler.dump_traceback_later(seconds, exit=True, file=self._log)
