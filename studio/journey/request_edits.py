"""Edits of requests: add, replace, move within a step and across steps."""

from collections.abc import Collection
from dataclasses import fields, replace

from studio.journey.edit import Edit
from studio.journey.journey import Journey
from studio.journey.node import Step
from studio.journey.numbering import Numbers
from studio.journey.request import Request
from studio.journey.spot import find_node, gone, spot_of, with_list
from studio.journey.tree_changes import (
    Requests,
    find_request,
    name_of_request,
    step_of,
    taken_out,
    with_node,
    with_request,
)
from studio.journey.walk import requests_of
from studio.phrase import Phrase


def add_request(
    journey: Journey, step_id: str, request: Request | None = None, index: int | None = None
) -> Edit:
    """Put a request into a step, under a new id.

    Args:
        journey: The journey.
        step_id: Which step.
        request: Its id does not count; None: one of the target's first page.
        index: Before the request that stands there; None: after the last.

    Raises:
        JourneyError: There is no such step.
    """
    step = _step(journey, step_id)
    numbers = Numbers(journey)
    new = replace(request or Request("", "GET", "/"), id=numbers.request())
    at = len(step.requests) if index is None else index
    filled = replace(step, requests=(*step.requests[:at], new, *step.requests[at:]))
    changed = replace(with_node(journey, filled), last_id=numbers.last)
    sentence = Phrase("journey", "Add a request to “{step}”").of(step=step.name)
    return Edit(changed, sentence, (new.id,))


def change_request(journey: Journey, request: Request, typing: str = "") -> Edit:
    """Put a request in place of the one of its id.

    Args:
        journey: The journey.
        request: As it is to be.
        typing: The field being typed in, such as `path` or `headers.2`; empty: it is one act.

    Raises:
        JourneyError: There is none of its id.
    """
    before = find_request(journey, request.id)
    changed = journey if before == request else with_request(journey, request)
    key = f"{request.id}.{typing}" if typing else ""
    step = step_of(journey, request.id)
    return Edit(changed, _changing(before, request, step.name), (request.id,), key)


def move_requests(journey: Journey, ids: Collection[str], step_id: str, index: int) -> Edit:
    """Move requests into a step, theirs or another.

    Args:
        journey: The journey.
        ids: Of the requests; they keep their order.
        step_id: Which step.
        index: Before the request that stands there; beyond the last: at the end.

    Raises:
        JourneyError: There is no such step.
    """
    moved = tuple(it for it in requests_of(journey) if it.id in ids)
    target = _step(journey, step_id)
    before = sum(it.id in ids for it in target.requests[:index])
    names = ", ".join(name_of_request(it) for it in moved[:3])
    sentence = Phrase("journey", "Move “{request}” into “{step}”").of(
        request=names, step=target.name
    )
    rest = taken_out(journey, {it.id for it in moved})
    kept = _step(rest, step_id)
    at = index - before
    filled = replace(kept, requests=(*kept.requests[:at], *moved, *kept.requests[at:]))
    changed = with_node(rest, filled)
    return Edit(journey if changed == journey else changed, sentence, _ids(moved))


def move_request_up(journey: Journey, request_id: str) -> Edit:
    """Move a request one place up within its step."""
    return _moved_by(journey, request_id, -1)


def move_request_down(journey: Journey, request_id: str) -> Edit:
    """Move a request one place down within its step."""
    return _moved_by(journey, request_id, 2)


def split_off(journey: Journey, request_id: str, name: str) -> Edit:
    """Let a request and those after it be a step of their own, right after theirs."""
    step = step_of(journey, request_id)
    at = next(index for index, it in enumerate(step.requests) if it.id == request_id)
    numbers = Numbers(journey)
    second = replace(step, id=numbers.node(), name=name, requests=step.requests[at:])
    first = replace(step, requests=step.requests[:at], wait=None)
    changed = with_list(
        journey,
        spot_of(journey, step.id),
        lambda nodes: tuple(
            it for node in nodes for it in ((first, second) if node.id == step.id else (node,))
        ),
    )
    sentence = Phrase("journey", "Split “{step}”").of(step=step.name)
    return Edit(replace(changed, last_id=numbers.last), sentence, (second.id,))


def _moved_by(journey: Journey, request_id: str, places: int) -> Edit:
    step = step_of(journey, request_id)
    index = next(index for index, it in enumerate(step.requests) if it.id == request_id)
    request = step.requests[index]
    name = name_of_request(request)
    sentence = Phrase("journey", "Move “{request}” down").of(request=name)
    if places < 0:
        sentence = Phrase("journey", "Move “{request}” up").of(request=name)
    moved = move_requests(journey, [request_id], step.id, max(0, index + places))
    return replace(moved, sentence=sentence)


def _changing(before: Request, after: Request, step: str) -> Phrase:
    """Return the sentence that says which part of a request changed."""
    changed = [it.name for it in fields(Request) if _differ(before, after, it.name)]
    sentence = _SENTENCES.get(changed[0]) if len(changed) == 1 else None
    return (sentence or Phrase("journey", "Change a request of “{step}”")).of(step=step)


def _differ(before: Request, after: Request, field: str) -> bool:
    return bool(getattr(before, field) != getattr(after, field))


def _step(journey: Journey, step_id: str) -> Step:
    step = find_node(journey, step_id)
    if not isinstance(step, Step):
        raise gone(step_id)
    return step


def _ids(requests: Requests) -> tuple[str, ...]:
    return tuple(it.id for it in requests)


_SENTENCES = {
    "method": Phrase("journey", "Change the method in “{step}”"),
    "path": Phrase("journey", "Change the address in “{step}”"),
    "host": Phrase("journey", "Change the host in “{step}”"),
    "query": Phrase("journey", "Change the query in “{step}”"),
    "endpoint": Phrase("journey", "Change the name in the statistics in “{step}”"),
    "headers": Phrase("journey", "Change the headers in “{step}”"),
    "auth": Phrase("journey", "Change who signs in in “{step}”"),
    "body": Phrase("journey", "Change what “{step}” sends"),
    "takes": Phrase("journey", "Change what “{step}” takes"),
    "checks": Phrase("journey", "Change the checks of “{step}”"),
    "follow_redirects": Phrase("journey", "Change how “{step}” follows redirects"),
    "answer_within_s": Phrase("journey", "Change how long “{step}” waits for an answer"),
    "note": Phrase("journey", "Change the note in “{step}”"),
}
