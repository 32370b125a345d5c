"""What held up an engine that was ended because its event loop no longer turned."""

import re
from dataclasses import dataclass
from pathlib import PurePath

_HEAD = re.compile(r"^Timeout \((\d+):(\d\d):(\d\d)\)!$", re.MULTILINE)
_FRAME = re.compile(r'^ {2}File "(.+)", line (\d+) in (.+)$', re.MULTILINE)
_LOCUSTFILE = "journey_"
"""Begins the name of every file that holds what users do."""


@dataclass(frozen=True, slots=True)
class Standstill:
    """The end of an engine's log, where the stacks of its threads were written before its end."""

    after_s: int
    """How long nothing had moved."""

    place: str
    """The innermost line of the user's own, or of the main thread where no such line was busy."""


def read_standstill(log: str) -> Standstill | None:
    """Return what an engine's log says of its standstill; None if it did not end by one.

    The log is that of `faulthandler.dump_traceback_later`: a head with the time, then the frames of
    each thread, the main thread last, the innermost frame first.
    """
    head = next(reversed(list(_HEAD.finditer(log))), None)
    if head is None:
        return None
    hours, minutes, seconds = map(int, head.groups())
    frames = [match.groups() for match in _FRAME.finditer(log, head.end())]
    own = [frame for frame in frames if PurePath(frame[0]).name.startswith(_LOCUSTFILE)]
    main = [match.groups() for match in _FRAME.finditer(log, log.rfind("\nThread "))]
    return Standstill(3600 * hours + 60 * minutes + seconds, _place(own or main))


def _place(frames: list[tuple[str, ...]]) -> str:
    if not frames:
        return "?"
    path, line, function = frames[0]
    return f"{function}, {PurePath(path).name}:{line}"[:200]
