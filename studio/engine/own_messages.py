"""What an engine tells of its own troubles: silent workers, missing numbers, strangers, clocks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CannotJoin:
    """A worker process refuses to work for a master that is made of other versions."""

    worker: str
    difference: str
    """For example `Locust 2.46.1, not 2.47.0`."""


@dataclass(frozen=True, slots=True)
class WorkerQuiet:
    """A worker process has not reported for a while; it may be busy, or gone."""

    at_s: float
    worker: str


@dataclass(frozen=True, slots=True)
class WorkerExplained:
    """Why a worker process that is lost already has ended."""

    at_s: float
    why: str
    """In a line, its name first."""


@dataclass(frozen=True, slots=True)
class WorkerBack:
    """A worker process that was quiet reports again; what it measured is not lost."""

    at_s: float
    worker: str
    silent_s: float


@dataclass(frozen=True, slots=True)
class ReportsMissing:
    """Reports of a worker process never came, not even when they were asked for again."""

    at_s: float
    worker: str
    count: int


@dataclass(frozen=True, slots=True)
class ReportsForged:
    """Somebody spoke to the engine who is none of the run's processes; it was not believed."""

    at_s: float
    count: int


@dataclass(frozen=True, slots=True)
class ClockStepped:
    """The wall clock of a process was set; run time goes on as before."""

    at_s: float
    process: str
    """`master`, or the name of a worker process."""

    by_s: float


@dataclass(frozen=True, slots=True)
class AgentFailed:
    """An error in the engine's own measuring; numbers may be missing."""

    at_s: float
    process: str
    error: str
    count: int


@dataclass(frozen=True, slots=True)
class JournalFailed:
    """The journal cannot be written; what is measured waits in memory, and is tried again."""

    at_s: float
    reason: str
    """In the words of the operating system."""


@dataclass(frozen=True, slots=True)
class JournalMended:
    """The journal can be written again, and nothing of it is missing."""

    at_s: float
    after_s: float


@dataclass(frozen=True, slots=True)
class JournalSlow:
    """The disk is slow: a power cut can cost the last seconds; no death of a process does."""

    at_s: float
