"""TrialSession: what a trial says → the journey tried, step by step, at any moment."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field

from studio.engine.trial_messages import (
    Exchanged,
    PassBegan,
    PassEnded,
    TaskBroke,
    TrialBegan,
    TrialFinished,
    TrialMessage,
    TrialRefused,
    TrialSaid,
)
from studio.errors import StudioError
from studio.journey.journey import Journey
from studio.journey.node import Step
from studio.journey.request import Request
from studio.journey.walk import nodes_of
from studio.locustfile.source_map import SourcePlace, innermost
from studio.phrase import NOTHING, Phrase
from studio.trial.checking import check_results
from studio.trial.record import TrialRecord, TrialState, TriedRequest, TriedStep
from studio.trial.taking import taken_values


@dataclass(slots=True)
class _Walked:
    """A step that is being walked."""

    id: str
    name: str
    pass_number: int
    requests: list[TriedRequest] = field(default_factory=list[TriedRequest])


class TrialSession:
    """Hears a trial on one thread, and shows it as it stands on any other."""

    def __init__(
        self,
        journey: Journey,
        places: Sequence[SourcePlace],
        *,
        from_step: str = "",
        host: str = "",
        tried_at: str = "",
    ) -> None:
        """Begin to listen.

        Args:
            journey: What is tried.
            places: Where its parts stand in the locustfile.
            from_step: The id of the step it is shown from; what comes before is walked all the
                same, for a server would not know the visitor otherwise, but it is not shown.
            host: Where it goes.
            tried_at: When it began: UTC, ISO 8601.
        """
        steps = [node for node in nodes_of(journey) if isinstance(node, Step)]
        self._journey = journey
        self._places = places
        self._from_step = from_step
        self._host = host
        self._tried_at = tried_at
        self._steps = {step.id: step for step in steps}
        self._of_request = {it.id: (step, it) for step in steps for it in step.requests}
        self._walked: list[_Walked] = []
        self._state = TrialState.STARTING
        self._waited_s = 0.0
        self._passes = 0
        self._was_given_up = self._is_finished = self._by_hand = False
        self._broken: list[TaskBroke] = []
        self._said: list[str] = []
        self._refused: list[str] = []
        self._error: StudioError | None = None
        self._lock = threading.Lock()

    def receive(self, message: TrialMessage) -> None:
        """Take in what the trial says."""
        with self._lock:
            self._take(message)

    def end(self, error: StudioError | None, *, by_hand: bool = False) -> None:
        """Note that nothing follows, and why not if the engine failed."""
        with self._lock:
            self._error = error
            self._by_hand = self._by_hand or by_hand
            self._state = self._ending()

    def snapshot(self) -> TrialRecord:
        """Return the trial as it stands now."""
        with self._lock:
            quiet = self._quiet()
            hidden = {it.id for it in self._walked[:quiet] if it.id}
            error = self._error
            return TrialRecord(
                journey=self._journey.id,
                state=self._state,
                steps=tuple(map(_frozen, self._walked[quiet:])),
                step_count=sum(_sends(step) for step in self._steps.values()),
                host=self._host,
                tried_at=self._tried_at,
                waited_s=self._waited_s,
                passes=self._passes,
                broken=tuple(self._broken),
                said=tuple(self._said),
                refused=tuple(self._refused),
                happened=error.happened if error else NOTHING,
                remedy=(error.remedy if error.remedy.text else error.meaning) if error else NOTHING,
                quiet_steps=len(hidden - {it.id for it in self._walked[quiet:]}),
            )

    def _take(self, message: TrialMessage) -> None:  # noqa: C901  # one case a message
        match message:
            case TrialBegan():
                self._state = TrialState.WALKING
            case PassBegan(number):
                self._passes = number
            case Exchanged():
                self._add(message)
            case PassEnded(number, waited_s, was_given_up):
                self._waited_s = waited_s if number == 1 else self._waited_s
                self._was_given_up = self._was_given_up or was_given_up
            case TaskBroke():
                self._broken.append(message)
            case TrialSaid(text=text):
                self._said.append(text)
            case TrialRefused(place):
                self._refused.append(place)
            case TrialFinished(by_hand):
                self._is_finished, self._by_hand = True, by_hand

    def _add(self, exchange: Exchanged) -> None:
        step, request = self._belongs_to(exchange)
        step_id = step.id if step else ""
        last = self._walked[-1] if self._walked else None
        if last is None or (last.id, last.pass_number) != (step_id, exchange.pass_number):
            name = step.name if step else exchange.name
            last = _Walked(step_id, name, exchange.pass_number)
            self._walked.append(last)
        last.requests.append(_tried(exchange, request))

    def _belongs_to(self, exchange: Exchanged) -> tuple[Step | None, Request | None]:
        """Return the step and the request whose lines led to an exchange, the nearest first."""
        for call in reversed(exchange.calls):
            found = innermost(self._places, call.line)
            for node_id in reversed(found):
                if node_id in self._of_request:
                    return self._of_request[node_id]
            for node_id in reversed(found):
                if node_id in self._steps:
                    return self._steps[node_id], None
        return None, None

    def _quiet(self) -> int:
        """Return how many steps are not shown: those before the one asked for, if all went well."""
        if not self._from_step:
            return 0
        for place, walked in enumerate(self._walked):
            if walked.id == self._from_step or not all(it.is_passed for it in walked.requests):
                return place
        return 0 if self._state in (TrialState.PASSED, TrialState.FAILED) else len(self._walked)

    def _ending(self) -> TrialState:
        if self._error is not None:
            return TrialState.BROKEN
        if self._by_hand or not self._is_finished:
            return TrialState.CANCELLED
        has_failed = any(not it.is_passed for walked in self._walked for it in walked.requests)
        is_whole = self._passes > 0 and bool(self._walked)
        if has_failed or self._broken or self._refused or self._was_given_up or not is_whole:
            return TrialState.FAILED
        return TrialState.PASSED


def said_of(record: TrialRecord) -> Phrase:
    """Return in a sentence what came of a trial."""
    known = {"passed": record.passed_steps, "n": record.step_count}
    match record.state:
        case TrialState.STARTING:
            return Phrase("trial", "The trial is starting.")
        case TrialState.WALKING:
            return Phrase("trial", "{done} of %n step(s) walked", "", 1).of(
                done=len({it.id for it in record.steps if it.id}), n=record.step_count
            )
        case TrialState.PASSED | TrialState.FAILED:
            return Phrase("trial", "{passed} of %n step(s) passed", "", 1).of(**known)
        case TrialState.CANCELLED:
            return Phrase("trial", "The trial was stopped.")
        case TrialState.BROKEN:
            return record.happened


def _tried(exchange: Exchanged, request: Request | None) -> TriedRequest:
    if request is None:
        return TriedRequest(exchange)
    has_answer = bool(exchange.hops) and exchange.hops[-1].answer is not None
    variables = dict(exchange.variables)
    return TriedRequest(
        exchange,
        request.id,
        taken_values(request.takes, variables, has_answer=has_answer),
        check_results(request.checks, exchange),
    )


def _frozen(walked: _Walked) -> TriedStep:
    return TriedStep(walked.id, walked.name, walked.pass_number, tuple(walked.requests))


def _sends(step: Step) -> bool:
    return step.is_on and any(request.is_on for request in step.requests)
