"""What the load engine says of failures, exceptions, its log and the exchanges it keeps.

A kind of trouble is told of once, with a number from 0 in order of first appearance; how often it
has happened follows about once a second, as all there has been so far.
"""

from dataclasses import dataclass

from studio.measurement.example import Example
from studio.measurement.outcome import Outcome


@dataclass(frozen=True, slots=True)
class CauseSeen:
    """Requests fail for a reason that has not been seen before; `Happened` knows it by number."""

    cause: int
    """From 0, in order of first appearance within the run."""

    method: str
    name: str
    outcome: Outcome
    text: str
    """See `FailureCause`."""


@dataclass(frozen=True, slots=True)
class TaskFailed:
    """An exception left a task, of a kind not seen before; no request is counted for it."""

    exception: int
    """From 0, in order of first appearance within the run."""

    at_s: float
    """Run time of the first of its kind."""

    kind: str
    """Its type."""

    text: str
    place: str
    """The line of the locustfile that led to it."""

    traceback: str


@dataclass(frozen=True, slots=True)
class EngineSaid:
    """A line of the engine's log at WARNING or above, of a kind not seen before."""

    line: int
    """From 0, in order of first appearance within the run."""

    process: str
    """`master`, or the name of a worker process."""

    level: str
    text: str


@dataclass(frozen=True, slots=True)
class Happened:
    """How often one of these has happened so far, all worker processes together."""

    number: int
    count: int
    first_s: float
    last_s: float


@dataclass(frozen=True, slots=True)
class TroubleCounted:
    """What has happened again, about once a second; a lost one is made good by the next."""

    causes: tuple[Happened, ...]
    exceptions: tuple[Happened, ...]
    lines: tuple[Happened, ...]


@dataclass(frozen=True, slots=True)
class ExampleKept:
    """One failed or slow exchange, kept whole and redacted."""

    example: Example
