"""CiFacts: what pipelines and manifests need to know of a load test."""

import math
from dataclasses import dataclass

_SPARE_S = 600.0
"""For setting up, and for users that are let finish."""


@dataclass(frozen=True, slots=True)
class CiFacts:
    """What pipelines and manifests need to know of a load test.

    All texts in it are ours or consist of letters, digits, dots, `-` and `_`: a name that somebody
    gave would be evaluated by some of the formats, even between quotes.
    """

    locust: str
    """The version of Locust the file was tried with."""

    duration_s: float
    secrets: tuple[str, ...]
    """Environment variables that hold the values of secrets."""

    files: tuple[str, ...]
    """Beside `locustfile.py` and `locust.conf`: tables and files to upload."""

    has_goals: bool
    """Whether the file judges goals, and leaves them as JUnit's XML where it is asked to."""

    workers: int = 2
    """Worker processes on one computer, or containers."""

    python: str = "3.12"

    @property
    def limit_min(self) -> int:
        """Minutes after which the job is ended, should it hang."""
        return math.ceil((self.duration_s + _SPARE_S) / 60)


GOALS_FILE = "results/goals.xml"
JUNIT_VARIABLE = "GOALS_JUNIT"
"""The environment variable by which a locustfile is asked for its goals as JUnit's XML."""
