"""Where a request sends a value that was recorded, so that a variable can take its place."""

import json
from collections.abc import Iterator
from typing import Any, cast

from studio.journey.auth import BearerAuth
from studio.journey.body import FieldPart, FormBody, GraphqlBody, JsonBody, PartsBody, RawBody
from studio.journey.request import Request
from studio.journey.template import Text, pieces_of
from studio.journey.variable_edits import Use


def uses_of_value(request: Request, value: str) -> tuple[Use, ...]:
    """Return the slots of a request in which a value stands; an empty value stands nowhere."""
    if not value:
        return ()
    return tuple(Use(request.id, where, name, value) for where, name in _slots(request, value))


def _slots(request: Request, value: str) -> Iterator[tuple[str, str]]:
    segments = "".join(it if isinstance(it, str) else "x" for it in pieces_of(request.path))
    for number, segment in enumerate(segments.split("/")[1:]):
        if value in segment:
            yield "path", str(number)
    yield from (("query", it.name) for it in request.query if _holds(it.value, value))
    yield from (("header", name) for name, text in request.headers if _holds(text, value))
    if isinstance(request.auth, BearerAuth) and _holds(request.auth.token, value):
        yield "auth", "token"
    yield from _in_body(request, value)


def _in_body(request: Request, value: str) -> Iterator[tuple[str, str]]:
    match request.body:
        case FormBody(fields):
            yield from (("form", name) for name, text in fields if _holds(text, value))
        case JsonBody(text=text) | GraphqlBody(variables=text):
            yield from (("json", pointer) for pointer in _pointers(text, value))
        case PartsBody(parts):
            for part in parts:
                if isinstance(part, FieldPart) and _holds(part.text, value):
                    yield "part", part.name
        case RawBody(text=text) if _holds(text, value):
            yield "text", ""
        case _:
            pass


def _pointers(text: str, value: str) -> Iterator[str]:
    try:
        whole: Any = json.loads(text)
    except (ValueError, RecursionError):
        return
    yield from _leaves(whole, "", value)


def _leaves(found: object, at: str, value: str) -> Iterator[str]:
    match found:
        case dict():
            for key, inner in cast("dict[str, object]", found).items():
                step = key.replace("~", "~0").replace("/", "~1")
                yield from _leaves(inner, f"{at}/{step}", value)
        case list():
            for number, inner in enumerate(cast("list[object]", found)):
                yield from _leaves(inner, f"{at}/{number}", value)
        case str() if value in found:
            yield at
        case int() if str(found) == value:
            yield at
        case _:
            pass


def _holds(text: Text, value: str) -> bool:
    return any(isinstance(it, str) and value in it for it in pieces_of(text))
