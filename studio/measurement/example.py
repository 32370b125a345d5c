"""Example: one failed or slow exchange, kept whole and redacted."""

from dataclasses import dataclass
from enum import StrEnum

from studio.measurement.measurement import Endpoint
from studio.measurement.outcome import Outcome

MOST_EXAMPLES = 200
"""How many exchanges a run keeps at most."""

LONGEST_EXAMPLE_BYTES = 64 << 10
"""How long one may be as a line of JSON; bodies are cut until it is."""


class ExampleKind(StrEnum):
    """Why an exchange was kept."""

    FAILED = "failed"
    SLOW = "slow"
    """It took longer than any other of its endpoint before it."""

    ASKED = "asked for"
    """The next exchange of its endpoint was asked for by hand."""


class BodyKind(StrEnum):
    """What there is of a body."""

    NONE = "none"
    WHOLE = "whole"
    CUT = "cut"
    """Only its beginning was kept."""

    BINARY = "binary"
    """It is no text; only its length was kept."""

    UNREAD = "unread"
    """Nobody had read it, and it was not read for an example's sake."""


@dataclass(frozen=True, slots=True)
class Body:
    """What is kept of the body of a request or an answer."""

    kind: BodyKind = BodyKind.NONE
    text: str = ""
    """Redacted; empty unless `kind` is `WHOLE` or `CUT`."""

    size_bytes: int = 0
    """Of the whole body, unpacked; 0 where it is not known."""


@dataclass(frozen=True, slots=True)
class KeptRequest:
    """A request as it was sent."""

    method: str
    address: str
    headers: tuple[tuple[str, str], ...] = ()
    body: Body = Body()


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """An answer as it came."""

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: Body = Body()

    came_from: str = ""
    """The address that answered where redirects led elsewhere, else empty."""


@dataclass(frozen=True, slots=True)
class Example:
    """One exchange of a run, kept whole; nothing in it is a secret that could be told as one."""

    kind: ExampleKind
    endpoint: Endpoint
    outcome: Outcome

    cause: str
    """The text of its `FailureCause`; empty unless it failed."""

    said: str
    """What exactly was said of the failure, with its ids and numbers; empty unless it failed."""

    at_s: float
    """Run time at its end."""

    response_time_ms: float
    worker: str
    """The worker process that sent it."""

    request: KeptRequest
    answer: KeptAnswer | None
    """None if none came."""
