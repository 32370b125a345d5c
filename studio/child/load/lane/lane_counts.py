"""RUNS IN A CHILD PROCESS. How many requests of this process's FastHttpUsers went which way."""


class LaneCounts:
    """Counts of one process; the fast lane adds to them."""

    __slots__ = ("handed_over", "passed_by", "plain")

    def __init__(self) -> None:
        self.plain = self.handed_over = self.passed_by = 0

    def all(self) -> tuple[int, int, int]:
        """Return how many were plain, handed over to Locust's own client, and not tried."""
        return self.plain, self.handed_over, self.passed_by


LANE_COUNTS = LaneCounts()
