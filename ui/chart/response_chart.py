"""ResponseChart: typical, slow and slowest response times over the time of a run."""

from collections.abc import Iterable

import numpy as np
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.phrase import Phrase
from ui.bridge.language import Say
from ui.chart.course import Course, course
from ui.chart.legend_key import NO_VALUE, Entry, LegendKey
from ui.chart.mark import Mark
from ui.chart.reduction import Values
from ui.chart.run_axis import RunAxis
from ui.chart.stroke import Stroke
from ui.chart.time_plot import TimePlot
from ui.chart.value_ticks import round_top, value_ticks
from ui.theme.theme import Theme
from ui.widget.figures import clock, milliseconds

_MEDIAN = Stroke("s_p50", 2.1)
_P95 = Stroke("s_p95", 1.9)
_P99 = Stroke("s_p99", 1.5, (4, 3))
_GOAL = Stroke("text3", 1.2, (2, 3))
_TICK_PX = 19
_LEAST_TOP_MS = 10.0
_SECOND_MS = 1000.0


class ResponseChart(QWidget):
    """Median, p95 and p99 over the time of a run, and the goal of p95.

    Attributes:
        plot: The plot itself, for lanes that stand on its time axis.
        key: The legend; a page puts it where it has room.
    """

    def __init__(self, theme: Theme, say: Say, axis: RunAxis) -> None:
        super().__init__()
        self._say, self._axis = say, axis
        self._course = course(())
        self._goal_ms: float | None = None
        self._whole: tuple[str, ...] | None = None
        self._top_ms = _LEAST_TOP_MS
        self.plot = TimePlot(theme, axis, has_times=False)
        self.key = LegendKey(theme, self._entries())
        self._median = self.plot.add_curve(_MEDIAN)
        self._p95 = self.plot.add_curve(_P95)
        self._p99 = self.plot.add_curve(_P99)
        self.plot.setAccessibleName(say(Phrase("run", "Chart: response time over time")))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.plot)
        axis.cursor_moved.connect(self._tell)
        self.plot.place_changed.connect(self._write_values)

    def begin(self, goal_ms: float | None) -> None:
        """Begin a run whose p95 is to stay below `goal_ms`, if it has such a goal."""
        self._goal_ms = goal_ms
        self._whole = None
        self._top_ms = round_top(max(_LEAST_TOP_MS, (goal_ms or 0.0) * 1.2))
        self.feed(course(()), ())

    def feed(self, seconds: Course, bad_seconds: Iterable[int]) -> None:
        """Show these seconds of the run; the values' axis only ever grows."""
        self._course = seconds
        self.plot.feed(self._median, seconds.at_s, seconds.median_ms)
        self.plot.feed(self._p95, seconds.at_s, seconds.p95_ms)
        self.plot.feed(self._p99, seconds.at_s, seconds.p99_ms)
        self.plot.set_bad_seconds(bad_seconds)
        self._top_ms = max(self._top_ms, round_top(_highest(seconds.p99_ms)))
        self._write_values()
        self._tell(self._axis.cursor)

    def show_whole(self, median_ms: float, p95_ms: float, p99_ms: float) -> None:
        """Let the legend say, without a cursor, what the whole run came to."""
        self._whole = tuple(map(milliseconds, (median_ms, p95_ms, p99_ms)))
        self._tell(self._axis.cursor)

    def set_marks(self, marks: Iterable[Mark]) -> None:
        """Draw the moments of the run's events."""
        goal = () if self._goal_ms is None else (Mark(self._goal_ms, _GOAL, is_level=True),)
        self.plot.set_marks((*goal, *marks))

    def _entries(self) -> tuple[Entry, ...]:
        return (
            Entry(self._say(Phrase("run", "median")), _MEDIAN),
            Entry(self._say(Phrase("run", "p95")), _P95),
            Entry(self._say(Phrase("run", "p99")), _P99),
            Entry(self._say(Phrase("run", "goal p95")), _GOAL),
        )

    def _write_values(self) -> None:
        most = max(2, int(self.plot.inner().height() / _TICK_PX) + 1)
        self.plot.set_values(self._top_ms, value_ticks(self._top_ms, most), _tick)

    def _tell(self, second: int | None) -> None:
        place = self._course.place(second)
        seconds = self._course
        goal = "" if self._goal_ms is None else milliseconds(self._goal_ms)
        times = (seconds.median_ms, seconds.p95_ms, seconds.p99_ms)
        values = tuple(_written(series, place) for series in times)
        if second is None and self._whole is not None:
            values = self._whole
        self.key.show_values((*values, goal))
        self.plot.setAccessibleDescription(self._sentence(values, place))

    def _sentence(self, values: tuple[str, ...], place: int | None) -> str:
        if place is None:
            return self._say(Phrase("run", "Nothing has been measured yet."))
        return self._say(
            Phrase("run", "At {moment}: median {median}, p95 {p95}, p99 {p99}.").of(
                moment=clock(self._course.at_s[place]),
                median=values[0],
                p95=values[1],
                p99=values[2],
            )
        )


def _highest(values: Values) -> float:
    return float(np.fmax.reduce(values, initial=0.0))


def _written(values: Values, place: int | None) -> str:
    if place is None or np.isnan(values[place]):
        return NO_VALUE
    return milliseconds(float(values[place]))


def _tick(value_ms: float) -> str:
    if not value_ms:
        return "0"
    if value_ms < _SECOND_MS:
        return milliseconds(value_ms)
    return f"{QLocale().toString(value_ms / _SECOND_MS, 'g', 6)}\u202fs"
