"""RUNS IN A CHILD PROCESS. What was planned and what came of it, second by second of a run."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from studio.child.load.seconds import SecondMessage
from studio.engine.load_course import starts_of
from studio.engine.load_messages import LoadMessage, SecondAmended, SecondMeasured
from studio.measurement.histogram import Histogram
from studio.measurement.packing import unpack
from studio.measurement.starts import StartTally


@dataclass(frozen=True, slots=True)
class CourseReport:
    """What a worker process tells of its users and starts since its last report."""

    samples: Sequence[tuple[int, int]]
    """Seconds of the run, and the users there were in the middle of each."""

    starts: Sequence[tuple[int, int, int, int, int, int, bytes]]
    """Seconds of the run, and the starts made and missed, then how late those made were: the sum,
    the least and the most in µs, and starts by bucket, packed."""


class Recording(Protocol):
    """Whoever knows what the seconds of a run were to be."""

    def take(self, worker: str, course: CourseReport) -> None:
        """Take in what a worker process tells of its users and starts."""
        ...

    def complete(self, messages: Iterable[SecondMessage]) -> Iterator[LoadMessage]:
        """Yield the messages with what they lack, and what follows from them."""
        ...


class CourseRecord:
    """Adds to the seconds of a run what they were to be, and how many users there were."""

    def __init__(self) -> None:
        self._wanted: list[int] = []
        self._samples: defaultdict[int, dict[str, int]] = defaultdict(dict)
        self._begun: dict[int, StartTally] = {}
        self._closed = 0

    @property
    def noted(self) -> int:
        """How many seconds were noted; the next one to note."""
        return len(self._wanted)

    def note(self, wanted: int) -> None:
        """Note how many users there are to be in the middle of the next second."""
        self._wanted.append(wanted)

    def take(self, worker: str, course: CourseReport) -> None:
        """Take in a worker process's report."""
        for second, users in course.samples:
            self._samples[second][worker] = users
        for second, started, missed, sum_us, min_us, max_us, packed in course.starts:
            late = Histogram(unpack(packed), sum_us, min_us, max_us)
            self.take_starts(second, started, missed, late)

    def plan_starts(self, second: int, planned: int) -> None:
        """Note how many starts are due in a second."""
        self._of(second).planned += planned

    def take_starts(self, second: int, started: int, missed: int, late: Histogram) -> None:
        """Take in starts within a second."""
        self._of(second).add(0, started, missed, late)

    def complete(self, messages: Iterable[SecondMessage]) -> Iterator[SecondMessage]:
        """Yield the messages with what they lack, then starts whose second is closed already."""
        for message in messages:
            if isinstance(message, SecondMeasured):
                yield self._completed(message)
                self._closed = message.at_s + 1
            else:
                yield message
        for second in sorted(second for second in self._begun if second < self._closed):
            yield SecondAmended(second, (), starts_of(self._begun.pop(second)))

    def _completed(self, message: SecondMeasured) -> SecondMeasured:
        second = message.at_s
        samples = self._samples.pop(second, None)
        begun = self._begun.pop(second, None)
        return replace(
            message,
            users=message.users if samples is None else sum(samples.values()),
            wanted=self._wanted[second] if second < len(self._wanted) else 0,
            starts=begun and starts_of(begun),
        )

    def _of(self, second: int) -> StartTally:
        return self._begun.setdefault(second, StartTally())
