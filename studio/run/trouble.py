"""Trouble: what went wrong in a run, by kind, and the exchanges that were kept of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from studio.engine.trouble_messages import (
    CauseSeen,
    EngineSaid,
    ExampleKept,
    Happened,
    TaskFailed,
    TroubleCounted,
)
from studio.measurement.cause import FailureCause
from studio.measurement.example import Example, ExampleKind
from studio.measurement.measurement import Endpoint

SLOWEST_KEPT = 3
"""How many slow examples of one endpoint are shown and kept: the slowest of those that came."""

Counted = TypeVar("Counted", FailureCause, "TaskException", "LogLine")

TroubleMessage = CauseSeen | TaskFailed | EngineSaid | TroubleCounted | ExampleKept


@dataclass(frozen=True, slots=True)
class TaskException:
    """Exceptions that left tasks and say the same, ids and numbers aside."""

    kind: str
    """Their type."""

    text: str
    """What the first of them said."""

    place: str
    """The line of the locustfile that led to them, for example `line 42 in buy`."""

    traceback: str
    """Of the first of them; may be empty where it was lost."""

    count: int
    first_s: float
    last_s: float


@dataclass(frozen=True, slots=True)
class LogLine:
    """Lines of the engine's log that say the same, ids and numbers aside."""

    process: str
    """`master`, or the name of a worker process."""

    level: str
    """`WARNING`, `ERROR` or `CRITICAL`."""

    text: str
    """The first of them."""

    count: int
    first_s: float
    last_s: float


@dataclass(frozen=True, slots=True)
class Trouble:
    """What went wrong, each in order of first appearance."""

    causes: tuple[FailureCause, ...] = ()
    exceptions: tuple[TaskException, ...] = ()
    lines: tuple[LogLine, ...] = ()

    examples: tuple[Example, ...] = ()
    """In the order they were kept; slow ones only as far as they are among the slowest."""

    def examples_of(self, cause: FailureCause) -> tuple[Example, ...]:
        """Return the exchanges that were kept of a cause."""
        return tuple(
            it
            for it in self.examples
            if it.cause == cause.text
            and it.endpoint == cause.endpoint
            and it.outcome is cause.outcome
        )


NO_TROUBLE = Trouble()


class TroubleFold:
    """An engine's messages of trouble, folded; whoever shares it between threads guards it."""

    def __init__(self) -> None:
        self._causes: dict[int, FailureCause] = {}
        self._exceptions: dict[int, TaskException] = {}
        self._lines: dict[int, LogLine] = {}
        self._examples: list[Example] = []
        self._slow: defaultdict[Endpoint, list[Example]] = defaultdict(list)
        self._trouble = NO_TROUBLE
        self._is_current = True
        self._before: dict[int, int] = {}
        self._reset_s = 0.0

    def reset(self, at_s: float) -> None:
        """Let the counts of failures begin anew; what else went wrong is kept whole.

        Counts are told once a second, so a moment before the reset may still count.
        """
        self._is_current = False
        self._reset_s = at_s
        self._before = {number: cause.count for number, cause in self._causes.items()}

    def take(self, message: TroubleMessage) -> None:
        """Take in the next message."""
        self._is_current = False
        match message:
            case CauseSeen(number, method, name, outcome, text):
                endpoint = Endpoint(method, name)
                self._causes[number] = FailureCause(endpoint, outcome, text, 0, 0.0, 0.0)
            case TaskFailed(number, at_s, kind, text, place, traceback):
                found = TaskException(kind, text, place, traceback, 0, at_s, at_s)
                self._exceptions[number] = found
            case EngineSaid(number, process, level, text):
                self._lines[number] = LogLine(process, level, text, 0, 0.0, 0.0)
            case TroubleCounted(causes, exceptions, lines):
                _count(self._causes, causes)
                _count(self._exceptions, exceptions)
                _count(self._lines, lines)
            case ExampleKept(example):
                self._keep(example)

    def trouble(self) -> Trouble:
        """Return all of it; the same object as before where nothing has changed."""
        if not self._is_current:
            self._trouble = Trouble(
                tuple(self._counted_causes()),
                tuple(self._exceptions.values()),
                tuple(self._lines.values()),
                tuple(self._examples),
            )
            self._is_current = True
        return self._trouble

    def _counted_causes(self) -> Iterator[FailureCause]:
        for number, cause in self._causes.items():
            before = self._before.get(number, 0)
            if cause.count > before or not cause.count:
                first_s = max(cause.first_s, self._reset_s)
                yield replace(cause, count=cause.count - before, first_s=first_s)

    def _keep(self, example: Example) -> None:
        self._examples.append(example)
        if example.kind is not ExampleKind.SLOW:
            return
        of_endpoint = self._slow[example.endpoint]
        of_endpoint.append(example)
        if len(of_endpoint) > SLOWEST_KEPT:
            quickest = min(of_endpoint, key=lambda it: it.response_time_ms)
            of_endpoint.remove(quickest)
            self._examples.remove(quickest)


def _count(known: dict[int, Counted], happened: Iterable[Happened]) -> None:
    """Put in how often things have happened; what one is may have been lost with a journal."""
    for it in happened:
        if it.number in known:
            known[it.number] = replace(
                known[it.number], count=it.count, first_s=it.first_s, last_s=it.last_s
            )
