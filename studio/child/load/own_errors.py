"""RUNS IN A CHILD PROCESS. Errors of our own listeners: kept from Locust, counted and told.

Locust logs the error of a listener and ends with exit code 2, whatever was measured.
"""

import sys
import traceback
from collections import Counter
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

_LONGEST = 500

Given = ParamSpec("Given")


class OwnErrors:
    """Collects what went wrong in code of ours that Locust calls."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def note(self, error: Exception) -> None:
        """Count an error; its traceback goes to the log once."""
        place = traceback.extract_tb(error.__traceback__)[-1]
        text = f"{type(error).__name__} in {place.name}, line {place.lineno}: {error}"[:_LONGEST]
        if text not in self._counts:
            traceback.print_exception(error, file=sys.stderr)
        self._counts[text] += 1

    def kept_from(self, listener: Callable[Given, object]) -> Callable[Given, None]:
        """Return a listener that never raises."""

        @wraps(listener)
        def careful(*args: Given.args, **kwargs: Given.kwargs) -> None:
            try:
                listener(*args, **kwargs)
            except Exception as error:  # noqa: BLE001  # all of them, for they are ours
                self.note(error)

        return careful

    def take(self) -> dict[str, int]:
        """Return how often each error came since the last call."""
        counts, self._counts = self._counts, Counter()
        return dict(counts)
