"""RUNS IN A CHILD PROCESS. Keeps garbage collections short while there are many users.

A full collection looks at every object of every user: half a second for ten thousand of them, in
which nothing else runs and every answer seems late by as much. Objects that are frozen are never
looked at again; they are freed all the same once nobody refers to them.
"""

import gc

_FIRST_THRESHOLD = 50_000
_FEW = 100
_SETTLED_AFTER = (5, 30)
"""Calls after the last rise: by then users have made the connections they keep."""


class Garbage:
    """Freezes what lives long, a little at a time, and thaws it when half of it may be dead."""

    def __init__(self) -> None:
        self._frozen_users = 0
        self._calm = 0

    def begin(self) -> None:
        """Freeze the program itself, and collect less often."""
        gc.collect()
        gc.freeze()
        gc.set_threshold(_FIRST_THRESHOLD, *gc.get_threshold()[1:])

    def tend(self, users: int) -> None:
        """Do what is due; call it about once a second.

        Args:
            users: How many there are now.
        """
        if users >= self._frozen_users + _FEW:
            self._frozen_users, self._calm = users, 0
            self._freeze()
        elif users + _FEW <= self._frozen_users // 2:
            self._frozen_users = users
            gc.unfreeze()
            gc.collect()
            gc.freeze()
        else:
            self._calm += 1
            if self._calm in _SETTLED_AFTER:
                self._freeze()

    @staticmethod
    def _freeze() -> None:
        """Freeze what has survived the youngest generations: looking at those is quick."""
        gc.collect(1)
        gc.freeze()
