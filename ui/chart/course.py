"""Course: the seconds of a run as arrays, ready to be drawn."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from studio.measurement.timeline import Point
from ui.chart.reduction import Values


@dataclass(frozen=True, slots=True)
class Course:
    """The seconds of a run; made once for each refresh and shared by all charts."""

    at_s: Values
    requests: Values
    """NaN where what was measured is lost, here and below."""

    failures: Values
    users: Values

    median_ms: Values
    """NaN also where no request ended, here and below."""

    p95_ms: Values
    p99_ms: Values

    @property
    def is_empty(self) -> bool:
        """Whether there is not a single second yet."""
        return not len(self.at_s)

    def place(self, second: float | None) -> int | None:
        """Return the index of a second, of the last one for None, or None where there is none."""
        if self.is_empty:
            return None
        if second is None:
            return len(self.at_s) - 1
        index = int(np.searchsorted(self.at_s, second))
        is_known = index < len(self.at_s) and self.at_s[index] == second
        return index if is_known else None


def course(points: Sequence[Point]) -> Course:
    """Return the points of a run as arrays."""
    return Course(
        at_s=_array(point.at_s for point in points),
        requests=_array(None if point.is_gap else point.requests for point in points),
        failures=_array(None if point.is_gap else point.failures for point in points),
        users=_array(None if point.is_gap else point.users for point in points),
        median_ms=_array(point.median_ms for point in points),
        p95_ms=_array(point.p95_ms for point in points),
        p99_ms=_array(point.p99_ms for point in points),
    )


def _array(numbers: Iterable[float | None]) -> Values:
    return np.array(list(numbers), dtype=np.float64)  # None becomes NaN
