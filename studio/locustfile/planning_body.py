"""What a request sends, of each kind → the arguments of its call."""

import json
from collections.abc import Iterator

from studio.journey.body import (
    Body,
    FieldPart,
    FileBody,
    FilePart,
    FormBody,
    GraphqlBody,
    Hole,
    JsonBody,
    NoBody,
    Pairs,
    PartsBody,
    RawBody,
)
from studio.journey.journey_error import JourneyError
from studio.locustfile.layout import Group, Leaf, Node, prefixed
from studio.locustfile.literal import text_literal
from studio.locustfile.planning_json import is_kept_by_parsing, json_argument, needs_json
from studio.locustfile.planning_text import Names, pairs_node, text_source
from studio.phrase import Phrase

_FORM = "application/x-www-form-urlencoded"
_JSON = "application/json"


def body_arguments(body: Body, names: Names) -> tuple[Node, ...]:
    """Return the arguments of a call that send a body, without its Content-Type.

    Raises:
        JourneyError: A variable has no value, a hole no place, or a file is not there.
    """
    match body:
        case NoBody() | PartsBody(parts=()):
            found: Node | None = None
        case FormBody(fields):
            found = _form(fields, names)
        case JsonBody():
            found = json_argument(body, names)
        case GraphqlBody():
            found = json_argument(_as_json(body), names)
        case PartsBody(parts):
            items = tuple(_part(part, names) for part in parts)
            found = prefixed("files=", Group("[", items, "]", is_display=True))
        case FileBody(file):
            found = Leaf(f"data={names.file(file)}")
        case RawBody(text):
            found = Leaf(f"data={text_source(text, names)}")
    return () if found is None else (found,)


def content_type(body: Body) -> str | None:
    """Return the type of a body whose client would not send it by itself."""
    match body:
        case FormBody(fields) if _repeats(fields):
            return _FORM
        case JsonBody(text) if not is_kept_by_parsing(text):
            return _JSON
        case GraphqlBody() if not is_kept_by_parsing(_as_json(body).text):
            return _JSON
        case RawBody(type=kind) | FileBody(type=kind):
            return kind or None
        case _:
            return None


def modules_for_body(body: Body) -> Iterator[str]:
    """Yield what the arguments of a body need imported."""
    match body:
        case FormBody(fields) if _repeats(fields):
            yield "urlencode"
        case JsonBody() if needs_json(body):
            yield "json"
        case GraphqlBody() if needs_json(_as_json(body)):
            yield "json"
        case _:
            pass


def _form(fields: Pairs, names: Names) -> Node:
    if not _repeats(fields):
        return prefixed("data=", pairs_node(fields, names))
    pairs = tuple(_tuple(text_literal(name), text_source(text, names)) for name, text in fields)
    return Group("data=urlencode(", (Group("[", pairs, "]", is_display=True),), ")")


def _repeats(fields: Pairs) -> bool:
    return len({name for name, _ in fields}) < len(fields)


def _tuple(*sources: str) -> Node:
    return Group("(", tuple(map(Leaf, sources)), ")", is_display=True)


def _part(part: FieldPart | FilePart, names: Names) -> Node:
    match part:
        case FieldPart(name, text, kind):
            sent = ("None", text_source(text, names), *([text_literal(kind)] if kind else []))
        case FilePart(name, file, filename, kind):
            sent = (text_literal(filename), names.file(file), *([text_literal(kind)] * bool(kind)))
    return Group("(", (Leaf(text_literal(name)), _tuple(*sent)), ")", is_display=True)


def _as_json(body: GraphqlBody) -> JsonBody:
    """Return the JSON that carries a GraphQL operation.

    Raises:
        JourneyError: Its variables are no JSON object.
    """
    if body.variables and not _is_object(body.variables):
        raise JourneyError(
            Phrase("locustfile", "The variables of a GraphQL operation are no JSON object."),
            remedy=Phrase("locustfile", "Write them in braces, such as {example}.").of(
                example='{"id": 1}'
            ),
        )
    fields = [f'"query": {json.dumps(body.query)}']
    fields += [f'"variables": {body.variables}'] * bool(body.variables)
    fields += [f'"operationName": {json.dumps(body.operation)}'] * bool(body.operation)
    holes = tuple(Hole(f"/variables{it.at}", it.value, it.type) for it in body.holes)
    return JsonBody("{" + ", ".join(fields) + "}", holes)


def _is_object(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        return False
