"""RUNS IN A CHILD PROCESS. StartPlan: when journeys start, as a line of starts per second."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from studio.scenario.arrival_rate import rate_on, starts_below, whole_starts


@dataclass(frozen=True, slots=True)
class StartPlan:
    """Starts per second from a moment of a run on, and which start is due when.

    Starts are numbered through the whole run, whatever becomes of its rate: number k is due when
    k + ½ starts have come together below the line. So one plan follows another without a gap, a
    double or a burst, and every worker process can tell by itself which starts are its own.
    """

    corners: tuple[tuple[float, float], ...]
    """Run time in s, and starts per second; at least two, in order of time."""

    due: float
    """How many starts came together before the first corner."""

    @property
    def begins_s(self) -> float:
        """From which moment of the run the plan is in force."""
        return self.corners[0][0]

    def due_at(self, at_s: float) -> float:
        """Return how many starts have come together from the run's beginning to a moment."""
        return self.due + starts_below(self.corners, at_s)

    def rate_at(self, at_s: float) -> float:
        """Return the starts per second at a moment; a jump has happened at its own moment."""
        return rate_on(self.corners, at_s)

    def moments(self, share: int, of: int) -> Iterator[tuple[int, float]]:
        """Yield number and moment of the starts of one worker process, in order.

        Args:
            share: Which worker process, from 0.
            of: How many share the starts between them.
        """
        due = self.due
        first = whole_starts(due)
        number = first + (share - first) % of
        for (begin_s, begin), (end_s, end) in pairwise(self.corners):
            below = (begin + end) / 2 * (end_s - begin_s)
            while number + 0.5 < due + below:
                yield number, begin_s + _reached(number + 0.5 - due, begin, end, end_s - begin_s)
                number += of
            due += below


def _reached(starts: float, begin: float, end: float, length_s: float) -> float:
    """Return when so many starts have come together on one straight piece.

    The root of `begin·t + slope·t²/2 = starts`, in the form that is exact for small slopes, too.
    """
    slope = (end - begin) / length_s
    root = (begin * begin + 2 * slope * starts) ** 0.5 if starts > 0 else 0.0
    return 2 * starts / (begin + root) if starts > 0 else 0.0
