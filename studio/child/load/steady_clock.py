"""RUNS IN A CHILD PROCESS. A wall clock that is never set while a run goes on.

Locust judges by the wall clock whether a master is alive and which of two orders is the newer one.
A clock that is set forward by a minute would end every worker, one that is set back would have all
further orders thrown away.
"""

import time
from typing import Any


class SteadyClock:
    """Stands in for the module `time` where it must not step."""

    def __init__(self) -> None:
        self._ahead_s = time.time() - time.monotonic()

    def time(self) -> float:
        """Return the seconds since 1970, counted on from when this clock was made."""
        return time.monotonic() + self._ahead_s

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # whatever else the module has
        return getattr(time, name)
