"""TrialRecord: a journey tried once, step by step, as it is shown and kept."""

from dataclasses import dataclass
from enum import StrEnum

from studio.engine.trial_messages import Exchanged, GotAnswer, Pairs, TaskBroke
from studio.phrase import NOTHING, Phrase


class TrialState(StrEnum):
    """How far a trial has come, or how it has ended."""

    STARTING = "starting"
    WALKING = "walking"
    PASSED = "passed"
    FAILED = "failed"
    CANCELLED = "cancelled"

    BROKEN = "broken"
    """The engine itself failed; nothing is said of the journey."""


ENDINGS = frozenset({TrialState.PASSED, TrialState.FAILED, TrialState.CANCELLED, TrialState.BROKEN})


class CheckState(StrEnum):
    """What came of a check."""

    PASSED = "passed"
    FAILED = "failed"

    UNKNOWN = "unknown"
    """It was not looked at, or only the locustfile can know."""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """A check, and what came of it."""

    text: Phrase
    """What must hold."""

    state: CheckState
    found: str = ""
    """What there was, in short; plain text from a target."""


@dataclass(frozen=True, slots=True)
class TakenValue:
    """A take, and the value it gave."""

    variable: str
    place: str
    """Where it stands in the answer, in short."""

    value: str | None
    """None: it is not known."""


@dataclass(frozen=True, slots=True)
class TriedRequest:
    """One request of a journey, tried."""

    exchange: Exchanged

    id: str = ""
    """Within its journey; empty for one that the locustfile makes beyond it."""

    takes: tuple[TakenValue, ...] = ()
    checks: tuple[CheckResult, ...] = ()

    @property
    def answer(self) -> GotAnswer | None:
        """The last answer, after all redirects."""
        return self.exchange.hops[-1].answer if self.exchange.hops else None

    @property
    def status(self) -> int:
        """Of the last answer; 0 if none came."""
        return self.answer.status if self.answer else 0

    @property
    def address(self) -> str:
        """Where the last answer came from; empty if nothing was sent."""
        return self.exchange.hops[-1].request.address if self.exchange.hops else ""

    @property
    def is_passed(self) -> bool:
        """Whether the locustfile found nothing wrong with it."""
        return not self.exchange.failure


@dataclass(frozen=True, slots=True)
class TriedStep:
    """One step of a journey, walked once."""

    id: str
    """Within its journey; empty for what belongs to no step."""

    name: str
    pass_number: int
    requests: tuple[TriedRequest, ...]

    @property
    def is_passed(self) -> bool:
        """Whether nothing was wrong with any of its requests."""
        return all(request.is_passed for request in self.requests)

    @property
    def response_ms(self) -> float:
        """Of all its requests together."""
        return sum(request.exchange.response_ms for request in self.requests)

    @property
    def variables(self) -> Pairs:
        """What the user knew after it."""
        return self.requests[-1].exchange.variables if self.requests else ()


@dataclass(frozen=True, slots=True)
class TrialRecord:
    """A journey tried once."""

    journey: str
    """Its id."""

    state: TrialState
    steps: tuple[TriedStep, ...]

    step_count: int
    """How many steps the journey has that send anything."""

    host: str = ""
    tried_at: str = ""
    """When it began: UTC, ISO 8601."""

    waited_s: float = 0.0
    """How long a user of a run would have paused in the first pass."""

    passes: int = 0
    broken: tuple[TaskBroke, ...] = ()
    said: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    """Places it wanted to go to and may not."""

    happened: Phrase = NOTHING
    """Why the engine failed, if it did."""

    remedy: Phrase = NOTHING

    quiet_steps: int = 0
    """How many steps were walked before the one it is shown from, and are not in `steps`."""

    @property
    def has_ended(self) -> bool:
        """Whether nothing more will come."""
        return self.state in ENDINGS

    @property
    def requests(self) -> tuple[TriedRequest, ...]:
        """All requests, in the order they were made."""
        return tuple(request for step in self.steps for request in step.requests)

    @property
    def passed_steps(self) -> int:
        """How many different steps of the journey were walked with nothing wrong in any pass."""
        walked = {step.id for step in self.steps if step.id}
        failed = {step.id for step in self.steps if not step.is_passed}
        return len(walked - failed) + self.quiet_steps

    @property
    def spent_ms(self) -> float:
        """Of the requests of the first pass, and of what is done once."""
        return sum(step.response_ms for step in self.steps if step.pass_number <= 1)

    def tried(self, request_id: str) -> TriedRequest | None:
        """Return a request of the journey as it was tried last; a failed one before all others."""
        found = [it for it in self.requests if it.id == request_id]
        return next((it for it in found if not it.is_passed), found[-1] if found else None)
