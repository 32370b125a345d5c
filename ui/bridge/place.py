"""Place: the pages there are."""

from enum import StrEnum


class Place(StrEnum):
    """A page of the rail; the value is its object name."""

    HOME = "home"
    JOURNEYS = "journeys"
    RECORDER = "recorder"
    RUNS = "runs"
    COMPARE = "compare"
    NOTEBOOK = "notebook"
    TARGETS = "targets"
    SETTINGS = "settings"
