"""Scenario: what a run sets out to do."""

from dataclasses import dataclass

from studio.scenario.goal import Goal
from studio.scenario.labels import ALL_STEPS, Labels
from studio.scenario.load_shape import LoadShape

PRACTICE_SHOP = "practice"
"""As a scenario's target: the practice shop, which the studio starts for the run."""


@dataclass(frozen=True, slots=True)
class JourneyShare:
    """A journey within a scenario, and how much of the load it gets."""

    journey: str
    """The journey's name."""

    share: int
    """Relative to the other journeys, at least 1."""

    fixed_count: int | None = None
    """So many users, whatever the load; they come before those by share."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """Weighted journeys under a load, with goals."""

    name: str
    mix: tuple[JourneyShare, ...]
    load: LoadShape
    goals: tuple[Goal, ...]

    target: str
    """A base address such as `https://staging.shop.test`, or `PRACTICE_SHOP`."""

    labels: Labels = ALL_STEPS
