"""Silence: how long an engine has said nothing, once that is long."""

from collections.abc import Callable

from studio.run.run import NOT_ANSWERING_S


class Silence:
    """Measures how long nothing was heard; shorter than `NOT_ANSWERING_S` is no silence."""

    def __init__(self, clock_s: Callable[[], float]) -> None:
        self._clock_s = clock_s
        self._heard_s = clock_s()
        self._is_noted = False

    def hear(self) -> None:
        """Note that something was heard."""
        self._heard_s, self._is_noted = self._clock_s(), False

    def begins(self) -> bool:
        """Return whether there is a silence of which this has not been asked yet."""
        is_new = not self._is_noted and self.length_s > 0
        self._is_noted = self._is_noted or is_new
        return is_new

    @property
    def length_s(self) -> float:
        """How long the silence has lasted; 0 if there is none."""
        length_s = self._clock_s() - self._heard_s
        return length_s if length_s >= NOT_ANSWERING_S else 0.0
