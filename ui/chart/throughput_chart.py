"""ThroughputChart: requests, failures and virtual users over the time of a run."""

from collections.abc import Iterable

import numpy as np
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
from ui.chart.value_ticks import round_top, whole_ticks
from ui.theme.theme import Theme
from ui.widget.figures import clock, count, rate

_REQUESTS = Stroke("s_rps", 2.0)
_FAILURES = Stroke("s_fail", 1.3, is_area=True)
_USERS = Stroke("s_users", 1.4, (2, 3))
_TICK_PX = 19
_LEAST_TOP = 5.0


class ThroughputChart(QWidget):
    """Requests and failures a second, and virtual users, over the time of a run.

    Attributes:
        plot: The plot itself, for lanes that stand on its time axis.
        key: The legend; a page puts it where it has room.
    """

    def __init__(self, theme: Theme, say: Say, axis: RunAxis) -> None:
        super().__init__()
        self._say, self._axis = say, axis
        self._course = course(())
        self._whole: tuple[str, ...] | None = None
        self._top = _LEAST_TOP
        self.plot = TimePlot(theme, axis, has_times=True)
        self.key = LegendKey(theme, self._entries())
        self._requests = self.plot.add_curve(_REQUESTS)
        self._failures = self.plot.add_curve(_FAILURES)
        self._users = self.plot.add_curve(_USERS)
        self.plot.setAccessibleName(
            say(Phrase("run", "Chart: requests a second and virtual users over time"))
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.plot)
        axis.cursor_moved.connect(self._tell)
        self.plot.place_changed.connect(self._write_values)

    def begin(self, most_users: int) -> None:
        """Begin a run with so many users at its highest."""
        self._whole = None
        self._top = round_top(max(_LEAST_TOP, most_users))
        self.feed(course(()), ())

    def feed(self, seconds: Course, bad_seconds: Iterable[int]) -> None:
        """Show these seconds of the run; the values' axis only ever grows."""
        self._course = seconds
        self.plot.feed(self._requests, seconds.at_s, seconds.requests)
        self.plot.feed(self._failures, seconds.at_s, seconds.failures)
        self.plot.feed(self._users, seconds.at_s, seconds.users)
        self.plot.set_bad_seconds(bad_seconds)
        highest = max(_highest(seconds.requests), _highest(seconds.users))
        self._top = max(self._top, round_top(highest))
        self._write_values()
        self._tell(self._axis.cursor)

    def show_whole(self, requests_per_s: float, failures_per_s: float, users: int) -> None:
        """Let the legend say, without a cursor, what the whole run came to."""
        self._whole = (rate(requests_per_s), rate(failures_per_s), count(users))
        self._tell(self._axis.cursor)

    def set_marks(self, marks: Iterable[Mark]) -> None:
        """Draw the moments of the run's events."""
        self.plot.set_marks(tuple(marks))

    def _entries(self) -> tuple[Entry, ...]:
        return (
            Entry(self._say(Phrase("run", "requests/s")), _REQUESTS),
            Entry(self._say(Phrase("run", "failures/s")), _FAILURES),
            Entry(self._say(Phrase("run", "users")), _USERS),
        )

    def _write_values(self) -> None:
        most = max(2, int(self.plot.inner().height() / _TICK_PX) + 1)
        self.plot.set_values(self._top, whole_ticks(self._top, most), count)

    def _tell(self, second: int | None) -> None:
        place = self._course.place(second)
        series = (self._course.requests, self._course.failures, self._course.users)
        values = tuple(_written(one, place) for one in series)
        if second is None and self._whole is not None:
            values = self._whole
        self.key.show_values(values)
        self.plot.setAccessibleDescription(self._sentence(values, place))

    def _sentence(self, values: tuple[str, ...], place: int | None) -> str:
        if place is None:
            return self._say(Phrase("run", "Nothing has been measured yet."))
        return self._say(
            Phrase(
                "run",
                "At {moment}: {requests} requests a second, {failures} failed, {users} users.",
            ).of(
                moment=clock(self._course.at_s[place]),
                requests=values[0],
                failures=values[1],
                users=values[2],
            )
        )


def _written(values: Values, place: int | None) -> str:
    is_known = place is not None and not np.isnan(values[place])
    return count(float(values[place])) if is_known else NO_VALUE


def _highest(values: Values) -> float:
    return float(np.fmax.reduce(values, initial=0.0))
