"""Wait: the pauses of a user between passes and after steps, in seconds."""

import math
from dataclasses import dataclass
from typing import ClassVar

from studio.journey.journey_error import JourneyError
from studio.phrase import Phrase


def _refuse_impossible(*pauses_s: float) -> None:
    if not all(math.isfinite(s) and s >= 0 for s in pauses_s) or list(pauses_s) != sorted(pauses_s):
        raise JourneyError(
            Phrase("journey", "A pause of {pause} s cannot be waited.").of(
                pause=" to ".join(f"{s:g}" for s in pauses_s)
            ),
            remedy=Phrase("journey", "Give seconds from 0 up, the shorter pause first."),
        )


def _refuse_impossible_rate(per_s: float) -> None:
    if not (math.isfinite(per_s) and per_s > 0):
        raise JourneyError(
            Phrase("journey", "{rate} passes per second cannot be kept.").of(rate=f"{per_s:g}"),
            remedy=Phrase("journey", "Give a number above 0."),
        )


@dataclass(frozen=True, slots=True)
class NoWait:
    """No pause at all."""

    KIND: ClassVar = "none"


@dataclass(frozen=True, slots=True)
class ConstantWait:
    """Always the same pause."""

    KIND: ClassVar = "constant"

    s: float

    def __post_init__(self) -> None:
        _refuse_impossible(self.s)


@dataclass(frozen=True, slots=True)
class BetweenWait:
    """A pause drawn evenly from a range."""

    KIND: ClassVar = "between"

    low_s: float
    high_s: float

    def __post_init__(self) -> None:
        _refuse_impossible(self.low_s, self.high_s)


@dataclass(frozen=True, slots=True)
class PacingWait:
    """A pause that lets passes begin so far apart, as long as they are shorter."""

    KIND: ClassVar = "pacing"

    s: float

    def __post_init__(self) -> None:
        _refuse_impossible(self.s)


@dataclass(frozen=True, slots=True)
class ThroughputWait:
    """A pause that lets each user make so many passes a second, as long as they are short enough.

    It paces each user and adds none.
    """

    KIND: ClassVar = "throughput"

    per_s: float

    def __post_init__(self) -> None:
        _refuse_impossible_rate(self.per_s)


@dataclass(frozen=True, slots=True)
class PoissonWait:
    """A pause drawn from an exponential distribution: so many passes a second on average."""

    KIND: ClassVar = "poisson"

    per_s: float

    def __post_init__(self) -> None:
        _refuse_impossible_rate(self.per_s)


Wait = NoWait | ConstantWait | BetweenWait | PacingWait | ThroughputWait | PoissonWait
"""The pause between passes (`in_order`) or between steps (`weighted`, `chain`)."""

Pause = NoWait | ConstantWait | BetweenWait
"""The pause after one step, and between two attempts of a loop."""

DEFAULT_WAIT = BetweenWait(2.0, 6.0)
ONE_SECOND = ConstantWait(1.0)
