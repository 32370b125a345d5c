"""RUNS IN A CHILD PROCESS. Where on its load a run is: load time stands still while it is held."""

from collections.abc import Sequence


class Course:
    """Turns run time into load time.

    Load time runs with run time, stands still while the run is held, and jumps when a stage is
    skipped. So a run that was held is longer by that, and every stage keeps its own length.
    """

    def __init__(self, moments_s: Sequence[float]) -> None:
        """Begin at 0 s.

        Args:
            moments_s: The corners of the load in load time, in order; the last one is its end.
        """
        self._moments_s = tuple(moments_s)
        self._ahead_s = 0.0
        self._held_s: float | None = None

    @property
    def is_held(self) -> bool:
        """Whether load time stands still."""
        return self._held_s is not None

    def load_s(self, at_s: float) -> float:
        """Return the load time at a moment of run time, at most the load's end."""
        load_s = at_s + self._ahead_s if self._held_s is None else self._held_s
        return min(load_s, self._moments_s[-1])

    def is_over(self, at_s: float) -> bool:
        """Return whether the load is over at a moment of run time."""
        return self.load_s(at_s) >= self._moments_s[-1]

    def next_corner_s(self, at_s: float) -> float:
        """Return the run time of the next corner; infinity while held, or where none is left."""
        if self._held_s is not None:
            return float("inf")
        later = [s for s in self._moments_s if s > self.load_s(at_s)]
        return later[0] - self._ahead_s if later else float("inf")

    def hold(self, at_s: float) -> bool:
        """Let load time stand still; return whether it ran before."""
        if self._held_s is not None:
            return False
        self._held_s = self.load_s(at_s)
        return True

    def resume(self, at_s: float) -> bool:
        """Let load time run on; return whether it stood still before."""
        if self._held_s is None:
            return False
        self._ahead_s = self._held_s - at_s
        self._held_s = None
        return True

    def skip(self, at_s: float) -> float:
        """Jump to the next corner, or to the end, and return its load time; a hold goes on."""
        load_s = self.load_s(at_s)
        corner_s = next((s for s in self._moments_s if s > load_s), self._moments_s[-1])
        if self._held_s is None:
            self._ahead_s = corner_s - at_s
        else:
            self._held_s = corner_s
        return corner_s
