"""Repairs: what one click does about a problem of a journey."""

import difflib
from collections.abc import Callable, Iterable
from dataclasses import replace

from studio.journey.edit import Edit
from studio.journey.editing import change_node, change_settings, delete, set_made, switch
from studio.journey.journey import Journey
from studio.journey.made import Made, Uuid
from studio.journey.moving import move
from studio.journey.node import Node
from studio.journey.order import Order
from studio.journey.problem import Repair
from studio.journey.request import Request
from studio.journey.request_edits import change_request, move_requests
from studio.journey.spot import at_end_of, find_node, spot_of
from studio.journey.tree_changes import find_request, step_of
from studio.journey.variable_edits import make_up, remove_take, use_instead
from studio.phrase import Phrase


def on_request(sentence: Phrase, request_id: str, change: Callable[[Request], Request]) -> Repair:
    """Return the repair that changes a request."""

    def edit(journey: Journey) -> Edit:
        changed = change_request(journey, change(find_request(journey, request_id)))
        return replace(changed, sentence=sentence)

    return Repair(sentence, edit)


def on_node(sentence: Phrase, node_id: str, change: Callable[[Node], Node]) -> Repair:
    """Return the repair that changes a node."""

    def edit(journey: Journey) -> Edit:
        changed = change_node(journey, change(find_node(journey, node_id)))
        return replace(changed, sentence=sentence)

    return Repair(sentence, edit)


def on_journey(sentence: Phrase, change: Callable[[Journey], Journey]) -> Repair:
    """Return the repair that changes the settings of a journey."""
    return Repair(
        sentence,
        lambda journey: replace(change_settings(journey, change(journey)), sentence=sentence),
    )


def deleting(node_id: str) -> Repair:
    """Return the repair that takes a node away."""
    return Repair(Phrase("journey", "Delete it"), lambda journey: delete(journey, {node_id}))


def switching_on(ids: Iterable[str]) -> Repair:
    """Return the repair that switches nodes and requests on."""
    wanted = frozenset(ids)
    return Repair(
        Phrase("journey", "Switch it on"), lambda journey: switch(journey, wanted, is_on=True)
    )


def did_you_mean(wrong: str, known: Iterable[str]) -> list[Repair]:
    """Return repairs that use what is called almost so."""
    close = difflib.get_close_matches(wrong, sorted(set(known) - {wrong}), n=2, cutoff=0.6)
    return [_using(wrong, right) for right in close]


def making_up(variable: str) -> Repair:
    """Return the repair that lets users make a value up."""
    return Repair(
        Phrase("journey", "Let each user make it up"),
        lambda journey: make_up(journey, Made(variable, Uuid())),
    )


def removing_take(request_id: str, variable: str) -> Repair:
    """Return the repair that takes a variable no longer."""
    return Repair(
        Phrase("journey", "Remove the take"),
        lambda journey: remove_take(journey, request_id, variable),
    )


def removing_made(variable: str) -> Repair:
    """Return the repair that lets users make a variable up no longer."""
    return Repair(
        Phrase("journey", "Make it up no longer"),
        lambda journey: set_made(journey, [it for it in journey.made if it.name != variable]),
    )


def moving_to_start(node_id: str, name: str) -> Repair:
    """Return the repair that lets a node be walked once at the start."""
    return Repair(
        Phrase("journey", "Move “{step}” to the start").of(step=name),
        lambda journey: move(journey, {node_id}, at_end_of(journey, "once")),
    )


def moving_before(node_id: str, other_id: str, name: str) -> Repair:
    """Return the repair that lets a node be walked before another."""
    return Repair(
        Phrase("journey", "Move “{step}” before it").of(step=name),
        lambda journey: move(journey, {node_id}, spot_of(journey, other_id)),
    )


def moving_request_before(request_id: str, other_id: str) -> Repair:
    """Return the repair that lets a request be sent before another of its step."""

    def edit(journey: Journey) -> Edit:
        step = step_of(journey, other_id)
        index = next(at for at, it in enumerate(step.requests) if it.id == other_id)
        return move_requests(journey, {request_id}, step.id, index)

    return Repair(Phrase("journey", "Send that request first"), edit)


def in_order() -> Repair:
    """Return the repair that walks all steps of a journey in order."""
    return on_journey(
        Phrase("journey", "Walk the steps in order"), lambda it: replace(it, order=Order.IN_ORDER)
    )


def _using(wrong: str, right: str) -> Repair:
    return Repair(
        Phrase("journey", "Use “{name}”").of(name=right),
        lambda journey: use_instead(journey, wrong, right),
    )
