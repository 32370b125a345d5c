"""JourneyController: the journey that is open, its edits, and when they are to be kept."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from studio.journey.edit import Edit
from studio.journey.journey import Journey
from studio.journey.undo import History
from studio.journey.walk import nodes_of, requests_of

KEPT_AFTER_MS = 200
"""After the last edit; an edit that has waited for `KEPT_AT_LAST_MS` waits no longer."""

KEPT_AT_LAST_MS = 2_000


class JourneyController(QObject):
    """Edits one journey; what is shown and what is kept follow by signals.

    Signals:
        shown: A `History`, and the ids of what is to be chosen (none: what was).
        to_keep: A `History` that is to be written.
        is_dirty: Whether there is something that has not been handed over to be written.
    """

    shown = Signal(object, object)
    to_keep = Signal(object)
    is_dirty = Signal(bool)

    def __init__(
        self, parent: QObject | None = None, now_s: Callable[[], float] = time.time
    ) -> None:
        super().__init__(parent)
        self._history: History | None = None
        self._now_s = now_s
        self._is_fixed = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.keep_now)
        self._dirty_since_s: float | None = None

    @property
    def history(self) -> History | None:
        """The journey that is open, with its edits; None: none is."""
        return self._history

    def open(self, history: History, *, is_fixed: bool) -> None:
        """Begin to edit a journey; one that was open is handed over to be kept."""
        self.keep_now()
        self._history, self._is_fixed = history, is_fixed
        self.shown.emit(history, ())

    def leave(self) -> None:
        """Edit nothing any longer."""
        self.keep_now()
        self._history = None

    def apply(self, edit: Edit) -> None:
        """Make an edit of the journey that is open."""
        if self._history is None or self._is_fixed:
            return
        self._go_on(self._history.with_edit(edit, self._now_s()), edit.chosen)

    def undo(self) -> None:
        """Take the last edit back."""
        if self._history is not None and not self._is_fixed:
            after = self._history.undone()
            self._go_on(after, _new_in(after.journey, self._history.journey))

    def redo(self) -> None:
        """Make the edit again that was taken back."""
        if self._history is not None and not self._is_fixed:
            after = self._history.redone()
            self._go_on(after, _new_in(after.journey, self._history.journey))

    def keep_now(self) -> None:
        """Hand over what has not been kept yet."""
        self._timer.stop()
        if self._dirty_since_s is None or self._history is None:
            return
        self._dirty_since_s = None
        self.to_keep.emit(self._history)
        self.is_dirty.emit(False)

    def _go_on(self, history: History, chosen: tuple[str, ...]) -> None:
        if history is self._history:
            return
        self._history = history
        if self._dirty_since_s is None:
            self._dirty_since_s = self._now_s()
            self.is_dirty.emit(True)
        self.shown.emit(history, chosen)
        waited_ms = 1000 * (self._now_s() - self._dirty_since_s)
        self._timer.start(KEPT_AFTER_MS if waited_ms < KEPT_AT_LAST_MS else 0)


def _new_in(after: Journey, before: Journey) -> tuple[str, ...]:
    """Return what is there now and was not before, from the top down."""
    known = {it.id for it in nodes_of(before)} | {it.id for it in requests_of(before)}
    nodes = tuple(it.id for it in nodes_of(after) if it.id not in known)
    return nodes or tuple(it.id for it in requests_of(after) if it.id not in known)
