"""RunAxis: run time, the part of it on screen and one cursor, shared by all charts of a page."""

from PySide6.QtCore import QObject, Signal

SHORTEST_S = 10.0
"""Nobody can zoom in further."""


class RunAxis(QObject):
    """The time axis of a run.

    Signals:
        cursor_moved: The second under the cursor, or None when the cursor has left.
        range_changed: Another part of the run is on screen, or the run has grown.
    """

    cursor_moved = Signal(object)
    range_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._planned_s = 0.0
        self._known_s = 0.0
        self._span_s: float | None = None
        self._zoomed: tuple[float, float] | None = None
        self._cursor: int | None = None

    @property
    def length_s(self) -> float:
        """How long the run is to be, or has been if that is longer."""
        return max(self._planned_s, self._known_s, 1.0)

    @property
    def known_s(self) -> float:
        """How far the run has come."""
        return self._known_s

    @property
    def cursor(self) -> int | None:
        """The second all charts point at."""
        return self._cursor

    @property
    def first_s(self) -> float:
        """The first moment on screen."""
        return self._visible()[0]

    @property
    def last_s(self) -> float:
        """The last moment on screen."""
        return self._visible()[1]

    def plan(self, length_s: float) -> None:
        """Begin a run of this length: nothing is known of it yet."""
        self._planned_s, self._known_s, self._zoomed = length_s, 0.0, None
        self.move_cursor(None)
        self.range_changed.emit()

    def grow(self, known_s: float) -> None:
        """Say how far the run has come."""
        if known_s != self._known_s:
            self._known_s = known_s
            self.range_changed.emit()

    def show_last(self, span_s: float | None) -> None:
        """Keep the last seconds of the run on screen, or the whole planned run for None."""
        self._span_s, self._zoomed = span_s, None
        self.range_changed.emit()

    def zoom(self, factor: float, about_s: float) -> None:
        """Show `factor` times as long a stretch, with one moment staying where it is."""
        first_s, last_s = self._visible()
        shortest_s = min(SHORTEST_S, self.length_s)
        span_s = min(max((last_s - first_s) * factor, shortest_s), self.length_s)
        share = (about_s - first_s) / (last_s - first_s)
        first_s = min(max(0.0, about_s - share * span_s), self.length_s - span_s)
        self._zoomed = None if span_s >= self.length_s else (first_s, first_s + span_s)
        self.range_changed.emit()

    def move_cursor(self, second: float | None) -> None:
        """Point at a second; outside what is known the cursor leaves."""
        wanted = None if second is None else round(second)
        if wanted is not None and not 0 <= wanted <= self._known_s:
            wanted = None
        if wanted != self._cursor:
            self._cursor = wanted
            self.cursor_moved.emit(wanted)

    def step_cursor(self, by_s: int) -> None:
        """Move the cursor by seconds; it appears at the newest second and stays inside the run."""
        at_s = int(self._known_s) if self._cursor is None else self._cursor + by_s
        self.move_cursor(min(max(0, at_s), int(self._known_s)))

    def _visible(self) -> tuple[float, float]:
        if self._zoomed is not None:
            return self._zoomed
        if self._span_s is None or self._span_s >= self.length_s:
            return 0.0, self.length_s
        last_s = max(self._known_s, self._span_s)
        return last_s - self._span_s, last_s
