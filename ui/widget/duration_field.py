"""DurationField: a length of time as people write it."""

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from ui.widget.figures import duration
from ui.widget.layout import restyle

_PART = re.compile(r"(\d+(?:[.,]\d+)?)\s*(h|min|m|s|)(?![a-z])", re.IGNORECASE)
_UNITS_S = {"h": 3600.0, "min": 60.0, "m": 60.0, "s": 1.0, "": 1.0}
_LEAST_PX = 96


def read_duration(text: str) -> float | None:
    """Return the seconds a text such as `90`, `4 min` or `1 h 30 min` means; None if none."""
    parts = _PART.findall(text)
    if not parts or _PART.sub("", text).strip(" \u202f\u00a0"):
        return None
    return sum(float(number.replace(",", ".")) * _UNITS_S[unit.lower()] for number, unit in parts)


class DurationField(QLineEdit):
    """A length of time; what cannot be read is marked and changes nothing.

    Signals:
        seconds_changed: The seconds that are meant now.
    """

    seconds_changed = Signal(float)

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self._seconds = seconds
        self.setMinimumWidth(_LEAST_PX)
        self.set_seconds(seconds)
        self.textEdited.connect(self._read)
        self.editingFinished.connect(self._write)

    @property
    def seconds(self) -> float:
        """The last length that could be read."""
        return self._seconds

    def set_seconds(self, seconds: float) -> None:
        """Show another length."""
        is_new = seconds != self._seconds
        self._seconds = seconds
        self._write()
        if is_new:
            self.seconds_changed.emit(seconds)

    def _read(self, text: str) -> None:
        seconds = read_duration(text)
        restyle(self, "wrong", seconds is None)
        if seconds is not None:
            self._seconds = seconds
            self.seconds_changed.emit(seconds)

    def _write(self) -> None:
        self.setText(duration(self._seconds))
        restyle(self, "wrong", value=False)
