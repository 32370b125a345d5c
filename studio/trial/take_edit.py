"""A value that is sent later → the edit that takes it, and sends it where the old one stood."""

import json
import re
from collections.abc import Iterator
from typing import Any, cast

from studio.journey.body import Body, FieldPart, FormBody, GraphqlBody, JsonBody, PartsBody, RawBody
from studio.journey.edit import Edit
from studio.journey.journey import Journey
from studio.journey.request import Request
from studio.journey.take import Take
from studio.journey.template import Text, Variable, pieces_of
from studio.journey.tree_changes import find_request
from studio.journey.uses import pieces_of_journey
from studio.journey.variable_edits import Use, apply_take
from studio.journey.variable_naming import snake, variable_name
from studio.journey.walk import requests_of
from studio.trial.difference import Difference

_MOST_DEPTH = 20
_STAND_IN = "{{secret."
"""How a value begins that a recording or a project does not keep: only its name is known."""


def take_it(journey: Journey, request_id: str, line: Difference) -> Edit:
    """Return the edit by which a journey takes the value of a line of a trial.

    Args:
        journey: As it stands.
        request_id: Whose answer has the value.
        line: One with a place to take it from.

    Raises:
        JourneyError: A request is not there any more.
        ValueError: The line has no such place.
    """
    if line.take is None:
        raise ValueError(line)
    names = [it for it in reversed(re.split(r"[.\[\]:]+", line.name)) if it and not it.isdigit()]
    take = Take(variable_name(names, "", _known(journey)), line.take)
    old = _plain(line.then or "")
    is_hidden = old.startswith(_STAND_IN) and bool(names)
    senders = [find_request(journey, user) for user in line.uses]
    found = (_named(it, snake(names[0])) if is_hidden else _slots(it, old) for it in senders)
    return apply_take(journey, request_id, take, [use for uses in found for use in uses])


def _known(journey: Journey) -> set[str]:
    used = {it.source for it in pieces_of_journey(journey) if isinstance(it, Variable)}
    taken = {take.variable for it in requests_of(journey) for take in it.takes}
    return used | taken | {made.name for made in journey.made}


def _plain(shown: str) -> str:
    """Return a value without the quotes it is shown with."""
    try:
        value = json.loads(shown)
    except (ValueError, RecursionError):
        return shown
    return value if isinstance(value, str) else shown


def _slots(request: Request, value: str) -> Iterator[Use]:
    """Yield the places of a request in which a value stands."""
    if not value:
        return
    segments = sum(it.count("/") for it in pieces_of(request.path) if isinstance(it, str)) + 1
    if _holds(request.path, value):
        yield from (Use(request.id, "path", str(it), value) for it in range(segments))
    for field in request.query:
        if _holds(field.value, value):
            yield Use(request.id, "query", field.name, value)
    for name, text in request.headers:
        if _holds(text, value):
            yield Use(request.id, "header", name, value)
    for where, name in _in_body(request.body, value):
        yield Use(request.id, where, name, value)


def _named(request: Request, name: str) -> Iterator[Use]:
    """Yield the places of a request with this name, whatever stands there now."""
    yield from (Use(request.id, "query", it.name) for it in request.query if snake(it.name) == name)
    yield from (Use(request.id, "header", it) for it, _ in request.headers if snake(it) == name)
    match request.body:
        case FormBody(fields):
            yield from (Use(request.id, "form", it) for it, _ in fields if snake(it) == name)
        case PartsBody(parts):
            yield from (Use(request.id, "part", it.name) for it in parts if snake(it.name) == name)
        case _:
            pass


def _in_body(body: Body, value: str) -> Iterator[tuple[str, str]]:
    match body:
        case FormBody(fields):
            yield from (("form", name) for name, text in fields if _holds(text, value))
        case PartsBody(parts):
            named = (it for it in parts if isinstance(it, FieldPart) and _holds(it.text, value))
            yield from (("part", it.name) for it in named)
        case RawBody(text):
            if _holds(text, value):
                yield "text", ""
        case JsonBody(text) | GraphqlBody(variables=text):
            yield from (("json", pointer) for pointer in _pointers(text, value))
        case _:
            pass


def _holds(text: Text, value: str) -> bool:
    return any(isinstance(it, str) and value in it for it in pieces_of(text))


def _pointers(text: str, value: str) -> Iterator[str]:
    """Yield the pointers (RFC 6901) of leaves that are a value."""
    try:
        yield from _leaves(json.loads(text), "", value)
    except (ValueError, RecursionError):
        return


def _leaves(value: Any, pointer: str, wanted: str) -> Iterator[str]:  # noqa: ANN401  # it is JSON
    if pointer.count("/") > _MOST_DEPTH:
        return
    if isinstance(value, dict):
        for key, within in cast("dict[str, Any]", value).items():
            escaped = key.replace("~", "~0").replace("/", "~1")
            yield from _leaves(within, f"{pointer}/{escaped}", wanted)
    elif isinstance(value, list):
        for index, within in enumerate(cast("list[Any]", value)):
            yield from _leaves(within, f"{pointer}/{index}", wanted)
    elif (value if isinstance(value, str) else json.dumps(value)) == wanted:
        yield pointer
