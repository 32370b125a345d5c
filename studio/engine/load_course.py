"""What changes the course of a load while it runs: commands, and what the engine says of them.

Each command may come in every state and any number of times: what is already so is not done, and
not told, again.
"""

from dataclasses import dataclass
from enum import StrEnum

from studio.measurement.packing import pack_text
from studio.measurement.starts import StartTally
from studio.scenario.goal import GoalResult


@dataclass(frozen=True, slots=True)
class Hold:
    """Stay where the load is: users or rate are kept, and its time stands still."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Follow the load again, from where it was held; users ordered by hand are forgotten."""


@dataclass(frozen=True, slots=True)
class SkipStage:
    """Go on with the next stage of the load; after the last one the run ends."""


@dataclass(frozen=True, slots=True)
class ChangeRate:
    """Leave an arrival rate and go on with this many starts per second until its end."""

    per_s: float


CourseCommand = Hold | Resume | SkipStage | ChangeRate


@dataclass(frozen=True, slots=True)
class LoadHeld:
    """The load stays where it is."""

    at_s: float


@dataclass(frozen=True, slots=True)
class LoadResumed:
    """The load is followed again."""

    at_s: float


@dataclass(frozen=True, slots=True)
class StageSkipped:
    """The load goes on at its next corner."""

    at_s: float

    load_s: float
    """Of that corner, in load time."""


@dataclass(frozen=True, slots=True)
class RateOrdered:
    """The number of starts per second was changed by hand."""

    at_s: float
    per_s: float


class StepReason(StrEnum):
    """Why a step of a search for the limit is the last one, or has failed."""

    GOAL_BROKEN = "goal broken"
    THROUGHPUT_FLAT = "throughput flat"
    """More users brought no more requests per second."""

    GENERATOR_LIMIT = "generator limit"
    """The load generator was too busy or too late to measure well."""

    NO_ANSWER = "no answer"
    CAP_REACHED = "cap reached"
    """Nothing failed up to the most users the search may have."""


@dataclass(frozen=True, slots=True)
class StepJudged:
    """A step of a search for the limit is over."""

    at_s: float
    users: int
    requests_per_s: float

    reason: StepReason | None
    """Why it failed; None: it passed."""

    goal: GoalResult | None = None
    """The goal that was broken."""


@dataclass(frozen=True, slots=True)
class LimitFound:
    """A search for the limit is over."""

    at_s: float

    users: int
    """The most users that passed; 0 if none did."""

    requests_per_s: float
    """With these users."""

    reason: StepReason
    """Why more did not pass."""

    goal: GoalResult | None = None


CourseMessage = LoadHeld | LoadResumed | StageSkipped | RateOrdered | StepJudged | LimitFound


@dataclass(frozen=True, slots=True)
class Starts:
    """The journeys that were started, or were to be, within one second of an arrival rate."""

    planned: int
    """How many were due."""

    started: int
    """How many began, also those that were due a little earlier."""

    missed: int
    """How many of those that were due never began: nobody was free, or it was too late."""

    late_sum_us: int
    """How much later than due those began that began, together."""

    late_min_us: int
    late_max_us: int

    late: str
    """Starts by bucket of how late they were, as `studio.measurement.packing.pack_text` writes."""


def starts_of(tally: StartTally) -> Starts:
    """Return starts that were added up as they are told and kept."""
    late = tally.late.histogram()
    return Starts(
        tally.planned,
        tally.started,
        tally.missed,
        late.sum_us,
        late.min_us,
        late.max_us,
        pack_text(late.counts),
    )
