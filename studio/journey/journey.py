"""Journey and Step: what one kind of user does."""

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from studio.errors import StudioError
from studio.journey.request import Pairs, Request
from studio.phrase import Phrase


class JourneyError(StudioError):
    """A journey that nobody could walk."""


class Client(StrEnum):
    """Which of Locust's clients the user class has."""

    FAST = "fast"
    """`FastHttpUser`: about eight times cheaper for the load generator."""

    HTTP = "http"
    """`HttpUser`, built on requests."""


class Order(StrEnum):
    """How the steps after the start are walked."""

    IN_ORDER = "in_order"
    """One pass is all steps, top to bottom."""

    WEIGHTED = "weighted"
    """One step at random, by weight: the classic Locust user."""

    CHAIN = "chain"
    """From the first step on, each says which may follow it and how often: a Markov chain."""


def _refuse_impossible(*pauses_s: float) -> None:
    if not all(math.isfinite(s) and s >= 0 for s in pauses_s) or list(pauses_s) != sorted(pauses_s):
        raise JourneyError(
            Phrase("journey", "A pause of {pause} s cannot be waited.").of(
                pause=" to ".join(f"{s:g}" for s in pauses_s)
            ),
            remedy=Phrase("journey", "Give seconds from 0 up, the shorter pause first."),
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


Wait = NoWait | ConstantWait | BetweenWait | PacingWait
"""The pause between passes (`in_order`) or between steps (`weighted`), in seconds."""

DEFAULT_WAIT = BetweenWait(2.0, 6.0)


@dataclass(frozen=True, slots=True)
class Step:
    """What the visitor would name, such as “pay”; holds its requests."""

    KIND: ClassVar = "step"

    id: str
    """Within its journey; never used again."""

    name: str
    requests: tuple[Request, ...]

    weight: int = 1
    """How often it is drawn, relative to the others; only where the order is `weighted`."""

    next: tuple[tuple[str, int], ...] = ()
    """Which steps may follow, by id, each with its weight; only where the order is `chain`."""

    labels: tuple[str, ...] = ()
    """By which a run can leave it out; only where the order is `weighted`."""


@dataclass(frozen=True, slots=True)
class Journey:
    """What one kind of user does: once at the start, then again and again."""

    id: str
    """Within its project, for example `J3`."""

    name: str
    again: tuple[Step, ...]
    once: tuple[Step, ...] = ()
    client: Client = Client.FAST
    order: Order = Order.IN_ORDER
    wait: Wait = DEFAULT_WAIT

    headers: Pairs = ()
    """Sent with every request."""

    answer_within_s: float | None = 30.0
    """A whole answer takes at most this long; None: as long as it takes."""

    labels: tuple[str, ...] = ()
    """By which a run can leave out all of its steps; Locust calls them tags."""
