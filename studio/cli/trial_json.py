"""A trial as JSON: what `try --json` prints."""

from typing import Any

from studio.trial.comparing import Differences
from studio.trial.difference import Difference
from studio.trial.record import TrialRecord, TrialState, TriedRequest, TriedStep
from studio.typed_json import write


def trial_object(record: TrialRecord, found: Differences) -> dict[str, Any]:
    """Return a trial with everything that was seen in it."""
    return {
        "journey": record.journey,
        "state": str(record.state),
        "passed": record.state is TrialState.PASSED,
        "host": record.host,
        "tried_at": record.tried_at,
        "steps_passed": record.passed_steps,
        "steps": record.step_count,
        "waited_s": record.waited_s,
        "walked": [_step(it, found) for it in record.steps],
        "exceptions": [write(it) for it in record.broken],
        "log": list(record.said),
        "refused": list(record.refused),
        "problem": str(record.happened),
    }


def _step(step: TriedStep, found: Differences) -> dict[str, Any]:
    return {
        "id": step.id,
        "name": step.name,
        "pass": step.pass_number,
        "passed": step.is_passed,
        "response_ms": round(step.response_ms, 2),
        "requests": [_request(it, found.get(it.exchange.number, ())) for it in step.requests],
        "variables": dict(step.variables),
    }


def _request(request: TriedRequest, found: tuple[Difference, ...]) -> dict[str, Any]:
    exchange = request.exchange
    return {
        "id": request.id,
        "method": exchange.method,
        "name": exchange.name,
        "status": request.status,
        "passed": request.is_passed,
        "failure": exchange.failure,
        "response_ms": exchange.response_ms,
        "hops": [write(it) for it in exchange.hops],
        "takes": {it.variable: it.value for it in request.takes},
        "checks": [
            {"text": str(it.text), "state": str(it.state), "found": it.found}
            for it in request.checks
        ],
        "cookies": dict(exchange.cookies),
        "differences": [
            {
                "name": it.name,
                "then": it.then,
                "now": it.now,
                "kind": str(it.kind),
                "means": str(it.says),
            }
            for it in found
        ],
    }
