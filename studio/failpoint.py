"""Places where a test may make the program fail, so that "at every stage" is a loop and no hope.

    failpoint("closing.committed")

does nothing, unless the environment names that place:

    SWARMBOOK_FAILPOINTS="closing.committed=kill; journal.append@3=full"

`@3` waits for the third visit. A packaged program never looks at the variable.
"""

import errno
import os
import sys
import time
from collections import Counter
from collections.abc import Callable
from types import MappingProxyType
from typing import Never

VARIABLE = "SWARMBOOK_FAILPOINTS"


def _kill() -> Never:
    """End at once, as a kill or a power cut would: no clean-up of any kind."""
    os.kill(os.getpid(), 9)
    time.sleep(60)
    raise AssertionError("still alive after a kill")


def _abort() -> Never:
    """End as a crash in C++ does."""
    os.abort()


def _hang() -> None:
    """Stand still, an event loop included: reading a pipe is nothing gevent would wait for."""
    ours, _theirs = os.pipe()
    os.read(ours, 1)


def _full() -> Never:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _broken() -> Never:
    raise OSError(errno.EIO, os.strerror(errno.EIO))


ACTS: MappingProxyType[str, Callable[[], None]] = MappingProxyType(
    {"kill": _kill, "abort": _abort, "hang": _hang, "full": _full, "broken": _broken}
)
"""What can be made to happen at a place."""

_visits: Counter[str] = Counter()


def parse(text: str) -> dict[tuple[str, int], Callable[[], None]]:
    """Return what to do at which visit of which place.

    Raises:
        ValueError: The text is not a list of `place=act` or `place@visit=act`.
    """
    plan: dict[tuple[str, int], Callable[[], None]] = {}
    for part in filter(None, (each.strip() for each in text.split(";"))):
        where, found, act = part.partition("=")
        place, _, visit = where.partition("@")
        if not found or act not in ACTS or not (visit or "1").isdigit():
            raise ValueError(f"not a failpoint: {part!r}")
        plan[place, int(visit or 1)] = ACTS[act]
    return plan


def plan_of(text: str, *, frozen: bool) -> dict[tuple[str, int], Callable[[], None]]:
    """Return what this program is to do where; a packaged one has no such plan, whatever is set."""
    return {} if frozen else parse(text)


_PLAN = plan_of(os.environ.get(VARIABLE, ""), frozen=getattr(sys, "frozen", False))


def failpoint(place: str) -> None:
    """Fail here if a test asked for it; otherwise do nothing."""
    if not _PLAN:
        return
    _visits[place] += 1
    if act := _PLAN.get((place, _visits[place])):
        act()
