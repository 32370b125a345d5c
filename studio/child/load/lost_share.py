"""RUNS IN A CHILD PROCESS. What is left of a load when worker processes were lost."""


class LostShare:
    """Takes from what a load wants the part of the worker processes that are gone.

    Those that are left keep exactly the users they have until the load wants another number; from
    then on they carry their own share of it.
    """

    def __init__(self) -> None:
        self._share = 1.0
        self._kept: dict[int, int] = {}

    def lose(self, wanted: int, kept: int, living: int) -> None:
        """Note that one more worker process is gone.

        Args:
            wanted: What the load wants at this moment.
            kept: How many users the others have.
            living: How many worker processes are left.
        """
        self._share *= living / (living + 1)
        self._kept = {wanted: kept}

    def of(self, wanted: int) -> int:
        """Return how many of the users a load wants are left."""
        return self._kept.get(wanted, round(wanted * self._share))
