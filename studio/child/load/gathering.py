"""RUNS IN A CHILD PROCESS. What all worker processes noticed → messages, each kind told of once."""
# pyright: basic

from collections import Counter as Multiset
from collections.abc import Iterator
from typing import Any

from studio.child.load.engine_log import MOST_LINES, fold_line
from studio.child.load.occurrences import Gathered, Occurrence
from studio.engine.trouble_messages import (
    CauseSeen,
    EngineSaid,
    ExampleKept,
    Happened,
    TaskFailed,
    TroubleCounted,
)
from studio.measurement.cause import OTHER_CAUSES, OTHER_ENDPOINTS
from studio.measurement.example import MOST_EXAMPLES, Example, ExampleKind
from studio.measurement.outcome import Outcome
from studio.typed_json import read

MOST_CAUSES = 500
MOST_EXCEPTIONS = 100
MASTER = "master"

_OTHER_EXCEPTIONS = "(other exceptions)"
_MOST_OF_A_CAUSE = 5
_MOST_ASKED = 20
_MOST_SLOW = 50
_MOST_FAILED = MOST_EXAMPLES - _MOST_SLOW - _MOST_ASKED
_CLEARLY = 1.25
"""A slow one is kept if it is so much slower than the one before, whichever worker has it."""

CauseKey = tuple[str, str, str, str]
"""Method, name, outcome, text."""

ExceptionKey = tuple[str, str, str]
"""Type, text without what differs, place."""

ProcessLineKey = tuple[str, str, str]
"""Process, level, text without what differs."""

TroubleMessage = CauseSeen | TaskFailed | EngineSaid | TroubleCounted | ExampleKept


def fold_cause(key: CauseKey) -> CauseKey:
    """Return which cause stands for one too many: first another of its endpoint, then of any."""
    method, name, outcome, text = key
    if text != OTHER_CAUSES:
        return method, name, outcome, OTHER_CAUSES
    return *OTHER_ENDPOINTS, outcome, OTHER_CAUSES


def fold_exception(_key: ExceptionKey) -> ExceptionKey:
    """Return which exception stands for one too many."""
    return _OTHER_EXCEPTIONS, "", ""


def fold_process_line(key: ProcessLineKey) -> ProcessLineKey:
    """Return which line stands for one too many."""
    process, *line = key
    return process, *fold_line((line[0], line[1]))


class Gathering:
    """The troubles of a run: gathered from its worker processes, told to the studio."""

    def __init__(self) -> None:
        self._causes: Gathered[CauseKey] = Gathered(MOST_CAUSES, fold_cause)
        self._exceptions: Gathered[ExceptionKey] = Gathered(MOST_EXCEPTIONS, fold_exception)
        self._lines: Gathered[ProcessLineKey] = Gathered(MOST_LINES, fold_process_line)
        self._exception_texts: dict[ExceptionKey, list[str]] = {}
        self._line_texts: dict[ProcessLineKey, str] = {}
        self._examples: list[Example] = []
        self._choice = ExampleChoice()

    def take(self, worker: str, told: dict[str, Any]) -> None:
        """Take in what a worker process tells with its report."""
        for key, *counted in told["causes"]:
            self._causes.take(worker, tuple(key), *counted)
        for key, *counted, texts in told["exceptions"]:
            kind = self._exceptions.take(worker, tuple(key), *counted)
            if texts:
                self._exception_texts.setdefault(kind, texts)
        self.take_lines(worker, told["lines"])
        found = (read(Example, example) for example in told["examples"])
        self._examples += [example for example in found if self._choice.wants(example)]

    def take_lines(self, process: str, lines: list[Any]) -> None:
        """Take in what a process said in its log."""
        for (level, text), count, first_s, last_s, raw in lines:
            key = self._lines.take(process, (process, level, text), count, first_s, last_s)
            if raw:
                self._line_texts.setdefault(key, raw)

    def expect(self, method: str, name: str) -> None:
        """Let one exchange of this endpoint through that was asked for."""
        self._choice.expect((method, name))

    def tell(self) -> Iterator[TroubleMessage]:
        """Yield what is new, and how often everything has happened that did since the last call."""
        causes = [(n, is_new, it) for n, is_new, it in self._causes.changes()]
        exceptions = [(n, is_new, it) for n, is_new, it in self._exceptions.changes()]
        lines = [(n, is_new, it) for n, is_new, it in self._lines.changes()]
        yield from (_cause(n, it.key) for n, is_new, it in causes if is_new)
        yield from (self._exception(n, it) for n, is_new, it in exceptions if is_new)
        yield from (self._line(n, it.key) for n, is_new, it in lines if is_new)
        if causes or exceptions or lines:
            yield TroubleCounted(_counts(causes), _counts(exceptions), _counts(lines))
        examples, self._examples = self._examples, []
        yield from (ExampleKept(example) for example in examples)

    def _exception(self, number: int, found: Occurrence[ExceptionKey]) -> TaskFailed:
        kind, text, place = found.key
        texts = self._exception_texts.pop(found.key, None) or [text, place, ""]
        return TaskFailed(number, round(found.first_s, 3), kind, *texts)

    def _line(self, number: int, key: ProcessLineKey) -> EngineSaid:
        process, level, text = key
        return EngineSaid(number, process, level, self._line_texts.pop(key, text))


class ExampleChoice:
    """Which of the examples that workers offer a run keeps: few of each kind, and few in all."""

    def __init__(self) -> None:
        self._kept: Multiset[ExampleKind] = Multiset()
        self._of_cause: Multiset[tuple[object, ...]] = Multiset()
        self._slowest_ms: dict[object, float] = {}
        self._expected: Multiset[tuple[str, str]] = Multiset()

    def expect(self, endpoint: tuple[str, str]) -> None:
        """Let one exchange of this endpoint through that was asked for."""
        self._expected[endpoint] += 1

    def wants(self, example: Example) -> bool:
        """Return whether an example is kept; it counts as kept if so."""
        match example.kind:
            case ExampleKind.FAILED:
                is_wanted = self._wants_failed(example)
            case ExampleKind.SLOW:
                is_wanted = self._wants_slow(example)
            case ExampleKind.ASKED:
                is_wanted = self._wants_asked(example)
        self._kept[example.kind] += is_wanted
        return is_wanted

    def _wants_failed(self, example: Example) -> bool:
        cause = (example.endpoint, example.outcome, example.cause)
        before, kept = self._of_cause[cause], self._kept[ExampleKind.FAILED]
        room = _MOST_FAILED if not before else _MOST_FAILED // 2  # others may still come
        if before >= _MOST_OF_A_CAUSE or kept >= room:
            return False
        self._of_cause[cause] += 1
        return True

    def _wants_slow(self, example: Example) -> bool:
        slowest_ms, kept = self._slowest_ms.get(example.endpoint), self._kept[ExampleKind.SLOW]
        room = _MOST_SLOW if slowest_ms is None else _MOST_SLOW // 2
        if kept >= room or example.response_time_ms < (slowest_ms or 0.0) * _CLEARLY:
            return False
        self._slowest_ms[example.endpoint] = example.response_time_ms
        return True

    def _wants_asked(self, example: Example) -> bool:
        endpoint = (example.endpoint.method, example.endpoint.name)
        if not self._expected[endpoint] or self._kept[ExampleKind.ASKED] >= _MOST_ASKED:
            return False
        self._expected[endpoint] -= 1
        return True


def _cause(number: int, key: CauseKey) -> CauseSeen:
    method, name, outcome, text = key
    return CauseSeen(number, method, name, Outcome(outcome), text)


def _counts(changes: list[tuple[int, bool, Occurrence[Any]]]) -> tuple[Happened, ...]:
    return tuple(
        Happened(number, it.count, round(it.first_s, 3), round(it.last_s, 3))
        for number, _, it in changes
    )
