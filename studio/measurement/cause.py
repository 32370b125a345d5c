"""FailureCause: why requests of one endpoint failed, as one line for many of them."""

from dataclasses import dataclass

from studio.measurement.measurement import Endpoint
from studio.measurement.outcome import Outcome

OTHER_CAUSES = "(other causes)"
"""Stands for what came after a run had as many causes as are told apart."""

OTHER_ENDPOINTS = ("", "(other endpoints)")
"""Method and name that stand for the endpoints of causes beyond even that."""


@dataclass(frozen=True, slots=True)
class FailureCause:
    """Failed requests of one endpoint that say the same, ids and numbers aside."""

    endpoint: Endpoint
    outcome: Outcome

    text: str
    """What was said, with `[number]`, `[id]`, `[address]` and `[text]` for what differs."""

    count: int
    first_s: float
    """Run time of the first of them, as of `last_s` the last."""

    last_s: float
