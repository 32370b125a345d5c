"""Edits of any kind at any place, as Hypothesis draws them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from hypothesis import strategies as st

from studio.errors import StudioError
from studio.journey.clipboard import copy, cut, duplicate, paste, paste_requests
from studio.journey.edit import Edit
from studio.journey.editing import (
    add_choice,
    add_code,
    add_condition,
    add_group,
    add_loop,
    add_step,
    change_node,
    change_settings,
    delete,
    rename,
    set_made,
    set_next,
    set_weight,
    switch,
)
from studio.journey.journey import Journey
from studio.journey.made import Made, Uuid
from studio.journey.moving import (
    choice_around,
    group_around,
    loop_around,
    move,
    move_down,
    move_up,
    nest,
    unnest,
    unwrap,
    wrap,
)
from studio.journey.node import Node, Step
from studio.journey.order import Order
from studio.journey.request import Request
from studio.journey.request_edits import (
    add_request,
    change_request,
    move_request_down,
    move_request_up,
    move_requests,
    split_off,
)
from studio.journey.spot import Spot, lists_of
from studio.journey.take import HeaderPlace, Take
from studio.journey.tree_changes import step_of
from studio.journey.variable_edits import (
    Use,
    apply_take,
    make_up,
    remove_take,
    rename_variable,
    variables_of,
)
from studio.journey.walk import nodes_of, requests_of
from studio.phrase import Phrase

Item = TypeVar("Item")
AnyEdit = Callable[[Journey, int], Edit]

edits = st.tuples(st.integers(0, 1_000), st.integers(0, 1_000_000))
"""Which of `EDITS`, and where."""


def nothing(journey: Journey) -> Edit:
    """Return the edit that changes nothing."""
    return Edit(journey, Phrase("journey", "Nothing"))


def _picked(items: Sequence[Item], where: int) -> Item:
    return items[where % len(items)]


def _spot(journey: Journey, where: int) -> Spot:
    begin, nodes = _picked(list(lists_of(journey)), where)
    return replace(begin, index=where % (len(nodes) + 1))


def _on_nodes(change: Callable[[Journey, set[str], int], Edit]) -> AnyEdit:
    """Return an edit of one to three nodes; where there are none, of nothing."""

    def edit(journey: Journey, where: int) -> Edit:
        nodes = list(nodes_of(journey))
        if not nodes:
            return nothing(journey)
        chosen = {_picked(nodes, where + 7 * it).id for it in range(1 + where % 3)}
        try:
            return change(journey, chosen, where)
        except StudioError:
            return nothing(journey)

    return edit


def _on_node(change: Callable[[Journey, Node, int], Edit]) -> AnyEdit:
    def edit(journey: Journey, where: int) -> Edit:
        nodes = list(nodes_of(journey))
        return change(journey, _picked(nodes, where), where) if nodes else nothing(journey)

    return edit


def _on_request(change: Callable[[Journey, Request, int], Edit]) -> AnyEdit:
    def edit(journey: Journey, where: int) -> Edit:
        requests = list(requests_of(journey))
        return change(journey, _picked(requests, where), where) if requests else nothing(journey)

    return edit


def _on_step(change: Callable[[Journey, Step, int], Edit]) -> AnyEdit:
    def edit(journey: Journey, where: int) -> Edit:
        steps = [it for it in nodes_of(journey) if isinstance(it, Step)]
        return change(journey, _picked(steps, where), where) if steps else nothing(journey)

    return edit


def _taken(journey: Journey, request: Request, where: int) -> Edit:
    user = _picked(list(requests_of(journey)), where)
    uses = [Use(user.id, it, "0") for it in ("path", "query", "header", "json", "auth", "form")]
    return apply_take(journey, request.id, Take(f"v{where}", HeaderPlace("X-Id")), uses)


def _renamed(journey: Journey, where: int) -> Edit:
    names = sorted(variables_of(journey))
    if not names:
        return nothing(journey)
    new = f"name_{where}"
    return rename_variable(journey, _picked(names, where), new)


EDITS: tuple[AnyEdit, ...] = (
    lambda j, w: add_step(j, _spot(j, w), f"Step {w}"),
    lambda j, w: add_loop(j, _spot(j, w), "Again"),
    lambda j, w: add_choice(j, _spot(j, w), "Either", ("this", "that")),
    lambda j, w: add_condition(j, _spot(j, w), "If"),
    lambda j, w: add_group(j, _spot(j, w), "Together"),
    lambda j, w: add_code(j, _spot(j, w), "By hand"),
    _on_nodes(lambda j, ids, w: move(j, ids, _spot(j, w))),
    _on_nodes(lambda j, ids, _: move_up(j, ids)),
    _on_nodes(lambda j, ids, _: move_down(j, ids)),
    _on_nodes(lambda j, ids, _: nest(j, ids)),
    _on_nodes(lambda j, ids, _: unnest(j, ids)),
    _on_nodes(lambda j, ids, _: delete(j, ids)),
    _on_nodes(lambda j, ids, _: duplicate(j, ids)),
    _on_nodes(lambda j, ids, w: switch(j, ids, bool(w % 2))),
    _on_nodes(lambda j, ids, _: wrap(j, ids, loop_around("Again"))),
    _on_nodes(lambda j, ids, _: wrap(j, ids, choice_around("Either", "this"))),
    _on_nodes(lambda j, ids, _: wrap(j, ids, group_around("Together"))),
    _on_nodes(lambda j, ids, w: paste(j, copy(j, ids), _spot(j, w))),
    _on_nodes(lambda j, ids, _: cut(j, ids)[1]),
    _on_node(lambda j, node, _: unwrap(j, node.id)),
    _on_node(lambda j, node, w: rename(j, node.id, f"Name {w}")),
    _on_node(lambda j, node, w: set_weight(j, node.id, w % 9)),
    _on_node(lambda j, node, w: set_next(j, node.id, ((node.id, w % 3),))),
    _on_node(lambda j, node, w: change_node(j, replace(node, note=f"Note {w}"))),
    lambda j, w: change_settings(j, replace(j, order=list(Order)[w % 3])),
    lambda j, w: set_made(j, [Made(f"made_{w}", Uuid())]),
    _on_step(lambda j, step, _: add_request(j, step.id)),
    _on_step(lambda j, step, w: move_requests(j, {_picked(_requests(j), w)}, step.id, w % 3)
             if _requests(j) else nothing(j)),
    _on_request(lambda j, it, w: change_request(j, replace(it, path=f"/{w}"))),
    _on_request(lambda j, it, _: delete(j, {it.id})),
    _on_request(lambda j, it, _: duplicate(j, {it.id})),
    _on_request(lambda j, it, _: move_request_up(j, it.id)),
    _on_request(lambda j, it, _: move_request_down(j, it.id)),
    _on_request(lambda j, it, _: split_off(j, it.id, "Rest")),
    _on_request(lambda j, it, _: paste_requests(j, copy(j, {it.id}), step_of(j, it.id).id, 0)),
    _on_request(_taken),
    _on_request(lambda j, it, w: make_up(j, Made(f"m{w}", Uuid()), [Use(it.id, "text", "")])),
    _on_request(lambda j, it, _: remove_take(j, it.id, "token")),
    _renamed,
)  # fmt: skip
"""Each kind of edit, at a place that a number tells."""

DELETE = 11
"""The edit that makes a journey smaller, by its place in `EDITS`."""


def _requests(journey: Journey) -> list[str]:
    return [it.id for it in requests_of(journey)]
