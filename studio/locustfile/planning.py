"""Journeys and their shares → plan."""

import math
from collections.abc import Sequence

from studio.journey.journey import Journey, JourneyError, Order, Step
from studio.locustfile.identifiers import class_name, method_name
from studio.locustfile.plan import Plan, PlannedStep, PlannedUser
from studio.locustfile.planning_request import plan_request, sends_repeated_fields
from studio.phrase import Phrase


def plan_journeys(journeys: Sequence[tuple[Journey, int]]) -> Plan:
    """Return the plan of a file with these journeys, each with its share of the load.

    Raises:
        JourneyError: A journey has nothing to do again and again, or there is no journey.
    """
    if not journeys:
        raise JourneyError(
            Phrase("locustfile", "There is no journey to run."),
            remedy=Phrase("locustfile", "Choose at least one journey."),
        )
    divisor = math.gcd(*(share for _, share in journeys)) or 1
    taken: set[str] = set()
    users: list[PlannedUser] = []
    for journey, share in journeys:
        name = class_name(journey.name, taken)
        taken.add(name)
        users.append(_user(journey, name, share // divisor))
    return Plan(
        users=tuple(users),
        uses_urlencode=any(
            sends_repeated_fields(request)
            for journey, _ in journeys
            for step in journey.once + journey.again
            for request in step.requests
        ),
    )


def _user(journey: Journey, name: str, weight: int) -> PlannedUser:
    if not journey.again:
        raise JourneyError(
            Phrase("locustfile", "“{journey}” has no step to do again and again.").of(
                journey=journey.name
            ),
            remedy=Phrase("locustfile", "Add a step with a request."),
        )
    taken: set[str] = set()
    return PlannedUser(
        name=name,
        client=journey.client,
        answer_within_s=journey.answer_within_s,
        wait=journey.wait,
        weight=weight,
        headers=journey.headers,
        once=tuple(_step(step, taken, is_task=False) for step in journey.once),
        again=tuple(
            _step(step, taken, is_task=journey.order is Order.WEIGHTED) for step in journey.again
        ),
    )


def _step(step: Step, taken: set[str], *, is_task: bool) -> PlannedStep:
    method = method_name(step.name, taken)
    taken.add(method)
    requests = tuple(plan_request(request) for request in step.requests)
    return PlannedStep(method, requests, weight=step.weight if is_task else None)
