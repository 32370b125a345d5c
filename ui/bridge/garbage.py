"""Garbage: collected on the GUI thread alone.

Python collects cycles on whichever thread happens to allocate, also on an engine's reader. Among
them may be widgets, and a widget that dies off the GUI thread takes the program with it.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000


class Garbage(QObject):
    """Collects cycles now and then, by Python's own thresholds, while a window is open."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due, if any."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        due = [n for n in range(3) if counts[n] > thresholds[n]]
        if due:
            gc.collect(due[-1])

    def leave(self) -> None:
        """Let Python collect by itself again: there is no window left to hurt."""
        self._timer.stop()
        if self._was_enabled:
            gc.enable()
