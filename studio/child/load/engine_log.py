"""RUNS IN A CHILD PROCESS. What the engine says in its log at WARNING and above, for the studio.

Lines that say the same, numbers aside, are one line with a count. Exceptions that left a task are
left out: they are told of by themselves, with their traceback.
"""

import logging
import time
from collections.abc import Callable
from typing import Any

from studio.child.load.causes import Causes, clean
from studio.child.load.occurrences import Occurrences
from studio.recording.redaction import KnownSecrets, Redactor

LineKey = tuple[str, str]
"""Level, and the line without what differs."""

MOST_LINES = 200
_LONGEST_LINE = 1000
_TASK_LOGGERS = ("locust.user.task", "locust.user.users")
_TASK_LINES_PER_S = 5
"""How many exceptions of tasks go to the log file each second; all of them are counted."""

_OTHER_LINES = "(other lines)"


class EngineLog(logging.Handler):
    """Keeps what was said since the last report; may be called from any thread."""

    def __init__(self, now_s: Callable[[], float], secrets: KnownSecrets) -> None:
        """Listen to nothing yet.

        Args:
            now_s: Tells the run time.
            secrets: What must not be in a line.
        """
        super().__init__(logging.WARNING)
        self._now_s = now_s
        self._secrets = secrets
        self._texts = Causes(lambda text: Redactor(secrets).text(text))
        self._lines: Occurrences[LineKey] = Occurrences(MOST_LINES, fold_line)
        self._new: dict[LineKey, str] = {}

    def listen(self) -> None:
        """Listen to every logger from now on; call it once Locust has set up its own handlers."""
        for name in ("", "locust"):  # Locust's own does not tell the root
            logging.getLogger(name).addHandler(self)
        for name in _TASK_LOGGERS:
            logging.getLogger(name).addFilter(_Throttle(_TASK_LINES_PER_S))

    def emit(self, record: logging.LogRecord) -> None:
        """Take in one line."""
        if record.name in _TASK_LOGGERS:
            return
        raw = self._text_of(record)
        key = (record.levelname, self._texts.text_of("str", raw))
        line = self._lines.add(key, self._now_s())
        if line.count == 1:
            self._new[line.key] = Redactor(self._secrets).text(raw)

    def take(self) -> list[Any]:
        """Return how often each line was said, with its first words if it is new."""
        self.acquire()
        try:
            new, self._new = self._new, {}
            return [[*it.to_wire(), new.get(it.key, "")] for it in self._lines.take_changed()]
        finally:
            self.release()

    @staticmethod
    def _text_of(record: logging.LogRecord) -> str:
        try:
            text = record.getMessage()
        except Exception as error:  # noqa: BLE001  # somebody's wrong arguments are not our failure
            text = f"{record.msg} (could not be written: {error})"
        if record.exc_info and record.exc_info[1] is not None:
            text += f" ({type(record.exc_info[1]).__name__}: {record.exc_info[1]})"
        return clean(text[:_LONGEST_LINE])


def fold_line(key: LineKey) -> LineKey:
    """Return which line stands for one too many."""
    return key[0], _OTHER_LINES


class _Throttle(logging.Filter):
    """Lets so many records pass each second: a task that always fails must not fill the disk."""

    def __init__(self, most_per_s: int) -> None:
        super().__init__()
        self._most = most_per_s
        self._second = self._passed = 0

    def filter(self, record: logging.LogRecord) -> bool:  # noqa: ARG002  # Python's signature
        second = int(time.monotonic())
        if second != self._second:
            self._second, self._passed = second, 0
        self._passed += 1
        return self._passed <= self._most
