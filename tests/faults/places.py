"""Every failpoint of the program, and what may be made to happen there.

A house test holds this table against the source, so "at every stage" stays true.
"""

from dataclasses import dataclass
from enum import StrEnum


class Where(StrEnum):
    """Which process comes by a place."""

    STUDIO = "studio"
    MASTER = "master"

    NEXT = "the next studio"
    """It brings home what the one before it has left."""


DEATHS = ("kill", "abort", "hang")
"""Of the process that comes by."""

ALL = (*DEATHS, "full", "broken")
"""Where something is written, the disk may be full or broken, too."""


@dataclass(frozen=True, slots=True)
class Place:
    """One failpoint."""

    where: Where = Where.STUDIO
    acts: tuple[str, ...] = DEATHS
    visits: tuple[int, ...] = (1,)
    """Which times it is come by are put to the test."""

    is_before_load: bool = False
    """Whether all of these visits are before the first request."""


PLACES: dict[str, Place] = {
    "run.begin.before_commit": Place(acts=ALL, is_before_load=True),
    "run.begin.after_commit": Place(is_before_load=True),
    # starting; running; stopping
    "run.enter.before_commit": Place(acts=ALL, visits=(1, 2, 3)),
    "run.enter.after_commit": Place(visits=(1, 2, 3)),
    # the master; the second worker process
    "child.starting": Place(acts=ALL, visits=(1, 3), is_before_load=True),
    "child.started": Place(visits=(1, 2), is_before_load=True),
    "engine.worker_started": Place(visits=(1, 2), is_before_load=True),
    # its first word, and while seconds come
    "child.message": Place(visits=(1, 2, 14)),
    # the studio writes the header only; the master its first words, and seconds
    "journal.append": Place(Where.MASTER, ALL, visits=(2, 12)),
    "journal.appended": Place(Where.MASTER, visits=(2, 12)),
    "master.second_closed": Place(Where.MASTER, visits=(2,)),
    "master.finishing": Place(Where.MASTER),
    "run.closing.before_commit": Place(acts=ALL),
    "run.closing.after_commit": Place(),
    "closing.read": Place(),
    "closing.written": Place(acts=ALL),
    "closing.committed": Place(),
    "closing.journal_removed": Place(),
    "recovery.before_close": Place(Where.NEXT),
}


def cases(where: Where) -> list[tuple[str, str]]:
    """Return every place of a process with each visit and each act, as `(place@visit, act)`."""
    return [
        (f"{name}@{visit}", act)
        for name, place in PLACES.items()
        if place.where is where
        for visit in place.visits
        for act in place.acts
    ]
