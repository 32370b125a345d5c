"""Edits of variables: take one and put it at its slots, and call one something else everywhere."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from operator import is_
from typing import Any, cast

from studio.journey.edit import Edit
from studio.journey.journey import Journey
from studio.journey.journey_error import JourneyError
from studio.journey.made import Made
from studio.journey.node import EachItem, Loop
from studio.journey.slots import put_variable
from studio.journey.take import Take
from studio.journey.template import Variable
from studio.journey.tree_changes import find_request, with_request
from studio.journey.walk import nodes_of, requests_of
from studio.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Use:
    """A slot of a request that is to send a variable."""

    request: str
    """Its id."""

    where: str
    """`path`, `query`, `header`, `auth`, `form`, `json`, `part` or `text`."""

    name: str
    """Of the field or the header; for a path the number of the segment, for JSON a pointer."""

    value: str = ""
    """What stands there, or the part of it that is replaced; empty: all of it."""


def apply_take(journey: Journey, request_id: str, take: Take, uses: Sequence[Use] = ()) -> Edit:
    """Take a value from an answer and send it where it is used.

    A take of the same variable in that request is replaced.

    Raises:
        JourneyError: A request is not there.
    """
    request = find_request(journey, request_id)
    others = tuple(it for it in request.takes if it.variable != take.variable)
    changed = with_request(journey, replace(request, takes=(*others, take)))
    for use in uses:
        user = find_request(changed, use.request)
        sent = put_variable(user, use.where, use.name, use.value, take.variable)
        changed = with_request(changed, sent)
    sentence = Phrase("journey", "Take “{variable}”").of(variable=take.variable)
    return Edit(changed, sentence, (request_id,))


def make_up(journey: Journey, made: Made, uses: Sequence[Use] = ()) -> Edit:
    """Let users make a value up and send it where it is used."""
    others = tuple(it for it in journey.made if it.name != made.name)
    changed = replace(journey, made=(*others, made))
    for use in uses:
        user = find_request(changed, use.request)
        sent = put_variable(user, use.where, use.name, use.value, made.name)
        changed = with_request(changed, sent)
    return Edit(changed, Phrase("journey", "Make up “{variable}”").of(variable=made.name))


def remove_take(journey: Journey, request_id: str, variable: str) -> Edit:
    """Take a variable from that answer no longer."""
    request = find_request(journey, request_id)
    kept = tuple(it for it in request.takes if it.variable != variable)
    sentence = Phrase("journey", "Do not take “{variable}”").of(variable=variable)
    return Edit(with_request(journey, replace(request, takes=kept)), sentence, (request_id,))


def rename_variable(journey: Journey, old: str, new: str) -> Edit:
    """Call a variable something else wherever it is made, taken or used; code is not touched.

    Raises:
        TemplateError: No variable can be called so.
        JourneyError: Another one is called so already.
    """
    sentence = Phrase("journey", "Rename the variable “{old}” to “{new}”").of(old=old, new=new)
    if old == new:
        return Edit(journey, sentence)
    if Variable(new).column or new in variables_of(journey):
        raise JourneyError(
            Phrase("journey", "No other variable can be called “{name}”.").of(name=new[:100]),
            meaning=Phrase("journey", "Nothing was changed."),
            remedy=Phrase("journey", "Choose a name that is not used yet, without a dot."),
        )
    return Edit(_with_other_name(journey, old, new), sentence)


def use_instead(journey: Journey, wrong: str, right: str) -> Edit:
    """Use another variable, or column of a data file, wherever one is used that nothing sets."""
    sentence = Phrase("journey", "Use “{right}” instead of “{wrong}”").of(right=right, wrong=wrong)
    return Edit(_with_other_name(journey, wrong, right), sentence)


def variables_of(journey: Journey) -> set[str]:
    """Return the names of the variables a journey makes itself: taken, made up, or of a loop."""
    taken = {take.variable for it in requests_of(journey) for take in it.takes}
    loops = (it.repeat for it in nodes_of(journey) if isinstance(it, Loop))
    items = {it.item for it in loops if isinstance(it, EachItem)}
    return taken | {it.name for it in journey.made} | items


def _with_other_name(value: object, old: str, new: str) -> Any:  # noqa: ANN401  # any part of one
    """Return a part of a journey with a variable called otherwise; without it, the same object."""
    if isinstance(value, tuple):
        items = cast("tuple[Any, ...]", value)
        changed = tuple(_with_other_name(it, old, new) for it in items)
        return items if all(map(is_, changed, items)) else changed
    kind = type(value)
    different: dict[str, Any] = {}
    naming = _NAMING.get(kind, ())
    for name in _fields_of(kind):
        told = getattr(value, name)
        if type(told) in _PLAIN:
            if name in naming and told == old:
                different[name] = new
        elif (changed_part := _with_other_name(told, old, new)) is not told:
            different[name] = changed_part
    return replace(cast("Any", value), **different) if different else value


@cache
def _fields_of(kind: type) -> tuple[str, ...]:
    return tuple(it.name for it in fields(kind)) if is_dataclass(kind) else ()


_PLAIN = (str, int, float, bool, type(None))

_NAMING: dict[type, tuple[str, ...]] = {
    Variable: ("var",),
    Take: ("variable",),
    Made: ("name",),
    EachItem: ("variable", "item"),
}
"""Which fields hold the name of a variable."""
