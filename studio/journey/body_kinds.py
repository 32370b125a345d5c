"""Bodies by the kinds people know, and what one of them becomes as another."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum

from studio.errors import StudioError
from studio.journey.body import (
    NO_BODY,
    Body,
    FieldPart,
    FileBody,
    FilePart,
    FormBody,
    GraphqlBody,
    JsonBody,
    NoBody,
    PartsBody,
    RawBody,
)
from studio.journey.json_shown import read_shown_json, shown_json
from studio.journey.template import Text, put_together, take_apart

JSON_TYPE = "application/json"
XML_TYPE = "application/xml"
TEXT_TYPE = "text/plain"


class BodyKind(StrEnum):
    """What people call a body, in the order they are offered."""

    JSON = "json"
    """Also a text that is to be JSON and is none yet: it is sent as it stands."""

    FORM = "form"
    FILE = "file"
    TEXT = "text"
    XML = "xml"
    PARTS = "parts"
    GRAPHQL = "graphql"
    NONE = "none"


def kind_of(body: Body) -> BodyKind:
    """Return the kind of a body."""
    match body:
        case NoBody():
            return BodyKind.NONE
        case JsonBody():
            return BodyKind.JSON
        case RawBody(type=content_type):
            return _kind_of_text(content_type)
        case FormBody() | FileBody() | PartsBody() | GraphqlBody():
            return BodyKind(body.KIND)


def shown_body(body: JsonBody | RawBody) -> str:
    """Return a body of text as the editor shows it."""
    if isinstance(body, JsonBody):
        return shown_json(body.text, body.holes)
    return put_together(body.text)


def read_json_body(shown: str, before: JsonBody) -> JsonBody:
    """Return the JSON body a text of the editor stands for.

    Raises:
        JsonTextError: It is no JSON yet.
        TemplateError: A secret has a name that means something to the system.
    """
    text, holes = read_shown_json(shown, before.text, before.holes)
    return before if (text, holes) == (before.text, before.holes) else JsonBody(text, holes)


def turned_into(body: Body, kind: BodyKind) -> Body:
    """Return a body of another kind, with as much of this one as it can hold."""
    return _TURNS[kind](body)


def _kind_of_text(content_type: str) -> BodyKind:
    plain = content_type.lower()
    if "json" in plain:
        return BodyKind.JSON
    return BodyKind.XML if "xml" in plain else BodyKind.TEXT


def _as_json(body: Body) -> Body:
    shown = put_together(_text(body)) or "{\n  \n}"
    try:
        text, holes = read_shown_json(shown)
    except StudioError:
        return RawBody(_text(body), JSON_TYPE)
    return replace(JsonBody(text), holes=holes)


def _text(body: Body) -> Text:
    match body:
        case RawBody(text):
            return text
        case JsonBody():
            return take_apart(shown_body(body))
        case NoBody() | FormBody() | FileBody() | PartsBody() | GraphqlBody():
            return ""


def _fields(body: Body) -> tuple[tuple[str, Text], ...]:
    match body:
        case FormBody(fields):
            return fields
        case PartsBody(parts):
            return tuple((it.name, it.text) for it in parts if isinstance(it, FieldPart))
        case NoBody() | JsonBody() | RawBody() | FileBody() | GraphqlBody():
            return ()


def _file(body: Body) -> str:
    if isinstance(body, PartsBody):
        return next((it.file for it in body.parts if isinstance(it, FilePart)), "")
    return ""


_TURNS: Mapping[BodyKind, Callable[[Body], Body]] = {
    BodyKind.NONE: lambda _: NO_BODY,
    BodyKind.JSON: _as_json,
    BodyKind.FORM: lambda body: FormBody(_fields(body)),
    BodyKind.PARTS: lambda body: PartsBody(tuple(FieldPart(*it) for it in _fields(body))),
    BodyKind.TEXT: lambda body: RawBody(_text(body), TEXT_TYPE),
    BodyKind.XML: lambda body: RawBody(_text(body), XML_TYPE),
    BodyKind.FILE: lambda body: FileBody(_file(body)),
    BodyKind.GRAPHQL: lambda _: GraphqlBody("query {\n  \n}"),
}
