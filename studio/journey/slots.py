"""Slots: the places in a request at which values are sent, read and filled by name."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

from studio.journey.auth import BasicAuth, BearerAuth, KeyAuth
from studio.journey.body import (
    Body,
    FieldPart,
    FormBody,
    GraphqlBody,
    Hole,
    HoleType,
    JsonBody,
    Pairs,
    PartsBody,
    RawBody,
)
from studio.journey.request import QueryField, Request
from studio.journey.template import Piece, Text, Variable, joined, pieces_of

Change = Callable[[Text], Text]


def put_variable(request: Request, where: str, name: str, value: str, variable: str) -> Request:
    """Return a request that sends a variable at a slot, in place of a value recorded there.

    Args:
        request: The request.
        where: `path`, `query`, `header`, `auth`, `form`, `json`, `part` or `text`.
        name: Of the field or the header; for a path the number of the segment from 0, for JSON a
            pointer; nothing else is looked at.
        value: What stands there, or a part of it; empty: all of it.
        variable: The name of the variable.
    """
    if where == "json":
        return replace(request, body=_with_hole(request.body, name, value, Variable(variable)))
    return with_slot(request, where, name, lambda text: filled(text, value, Variable(variable)))


def with_slot(request: Request, where: str, name: str, change: Change) -> Request:
    """Return a request with the text at a slot changed; one without such a slot stays as it is."""
    match where:
        case "path":
            return replace(request, path=_with_segment(request.path, name, change))
        case "query":
            fields = tuple(_with_field(it, name, change) for it in request.query)
            return replace(request, query=fields)
        case "header":
            return replace(request, headers=_with_pair(request.headers, name.lower(), change))
        case "auth":
            return replace(request, auth=_with_auth(request, name, change))
        case _:
            return replace(request, body=_with_body(request.body, name, change))


def filled(text: Text, value: str, variable: Variable) -> Text:
    """Return a text with a variable in place of a value; what are variables already stay so."""
    if not value:
        return (variable,)
    found: list[Piece] = []
    for piece in pieces_of(text):
        if not isinstance(piece, str):
            found.append(piece)
            continue
        first, *others = piece.split(value)
        found.append(first)
        for rest in others:
            found += [variable, rest]
    return joined(found)


def json_at(text: str, pointer: str) -> object:
    """Return the value at a pointer (RFC 6901) in a JSON text.

    Raises:
        LookupError: There is none, or the text is no JSON.
    """
    try:
        value: Any = json.loads(text, parse_float=_number, parse_int=_number)
    except (ValueError, RecursionError) as error:
        raise LookupError(pointer) from error
    if pointer and not pointer.startswith("/"):
        raise LookupError(pointer)
    for part in pointer.split("/")[1:]:
        key = part.replace("~1", "/").replace("~0", "~")
        if isinstance(value, list):
            if re.fullmatch(r"0|[1-9]\d{0,8}", key) is None:
                raise LookupError(pointer)
            value = cast("list[Any]", value)[int(key)]
        elif isinstance(value, dict):
            value = cast("dict[str, Any]", value)[key]
        else:
            raise LookupError(pointer)  # noqa: TRY004  # there is no such place
    return cast("object", value)


class JsonNumber(str):
    """A number as it is written: twenty digits and 1e400 are none to Python."""

    __slots__ = ()


def _number(written: str) -> JsonNumber:
    return JsonNumber(written)


def _with_segment(path: Text, name: str, change: Change) -> Text:
    """Return a path with its segment of that number changed; variables stand within segments."""
    if not name.isdecimal():
        return change(path)
    segments = _segments(path)
    at = int(name) + 1  # nothing stands before the first slash
    if at >= len(segments):
        return path
    segments[at] = list(pieces_of(change(joined(segments[at]))))
    pieces: list[Piece] = []
    for number, segment in enumerate(segments):
        pieces += [*(["/"] if number else []), *segment]
    return joined(pieces)


def _segments(path: Text) -> list[list[Piece]]:
    found: list[list[Piece]] = [[]]
    for piece in pieces_of(path):
        if isinstance(piece, str):
            first, *others = piece.split("/")
            found[-1].append(first)
            found += [list[Piece]([it]) for it in others]
        else:
            found[-1].append(piece)
    return found


def _with_field(field: QueryField, name: str, change: Change) -> QueryField:
    return replace(field, value=change(field.value)) if field.name == name else field


def _with_pair(pairs: Pairs, name: str, change: Change) -> Pairs:
    return tuple((key, change(text) if key.lower() == name else text) for key, text in pairs)


def _with_auth(request: Request, name: str, change: Change) -> Any:  # noqa: ANN401  # all of Auth
    match request.auth:
        case BearerAuth(token):
            return BearerAuth(change(token))
        case KeyAuth(value=value) as auth:
            return replace(auth, value=change(value))
        case BasicAuth(user, password) as auth:
            if name == "user":
                return replace(auth, user=change(user))
            return replace(auth, password=change(password))
        case auth:
            return auth


def _with_body(body: Body, name: str, change: Change) -> Body:
    match body:
        case FormBody(fields):
            return FormBody(tuple((key, change(it) if key == name else it) for key, it in fields))
        case PartsBody(parts):
            return PartsBody(
                tuple(
                    replace(it, text=change(it.text))
                    if isinstance(it, FieldPart) and it.name == name
                    else it
                    for it in parts
                )
            )
        case RawBody(text=text):
            return replace(body, text=change(text))
        case _:
            return body


def _with_hole(body: Body, pointer: str, value: str, variable: Variable) -> Body:
    match body:
        case JsonBody(text=text) | GraphqlBody(variables=text):
            hole = _hole(text, pointer, value, variable, body.holes)
            others = tuple(it for it in body.holes if it.at != pointer)
            return replace(body, holes=(*others, hole)) if hole else body
        case _:
            return body


def _hole(
    text: str, pointer: str, value: str, variable: Variable, holes: tuple[Hole, ...]
) -> Hole | None:
    former = next((it for it in holes if it.at == pointer), None)
    if former is not None:
        return replace(former, value=filled(former.value, value, variable))
    try:
        found = json_at(text, pointer)
    except LookupError:
        return None
    if isinstance(found, str) and not isinstance(found, JsonNumber):
        return Hole(pointer, filled(found, value, variable))
    return Hole(pointer, (variable,), HoleType.JSON)
