"""RUNS IN A CHILD PROCESS. Whether all users have ended by themselves: nobody else would say."""

from studio.scenario.arrival_rate import ArrivalRate
from studio.scenario.load_shape import LoadShape

_PATIENCE_S = 3.0
"""Users that were ordered need a moment to be there, and reports come once a second."""


class GoneUsers:
    """Watches a run for the moment from which on nobody goes on with it.

    Users end by themselves when a data file is used up, or when their start fails for good. Locust
    goes on without them, and orders new ones only when another number is wanted.
    """

    def __init__(self, load: LoadShape) -> None:
        self._is_open = isinstance(load, ArrivalRate)  # between two starts nobody may be there
        self._since_s: float | None = None

    def are_gone(self, *, is_empty: bool, wanted: int, at_s: float) -> bool:
        """Return whether there has been nobody for a while, though somebody was wanted.

        Args:
            is_empty: Whether every living worker process has told that it has no user.
            wanted: How many users there should be.
            at_s: The run time.
        """
        if not is_empty or not wanted or self._is_open:
            self._since_s = None
        elif self._since_s is None:
            self._since_s = at_s
        return self._since_s is not None and at_s - self._since_s > _PATIENCE_S
