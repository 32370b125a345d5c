"""The bytes a request sent → the body of its kind, and the files in it."""

import json
import re
from collections.abc import Callable
from email.message import Message
from typing import Any, cast
from urllib.parse import unquote_to_bytes

from studio.journey.attachment import attachment_name
from studio.journey.body import (
    NO_BODY,
    Body,
    FieldPart,
    FileBody,
    FilePart,
    FormBody,
    GraphqlBody,
    JsonBody,
    PartsBody,
    RawBody,
)
from studio.journey.json_places import place_in

Keep = Callable[[str, bytes], str]
"""Takes a file's name and content, keeps it and returns the name it is known by from now on."""

FORM = "application/x-www-form-urlencoded"
_OPERATION = re.compile(r"\s*(?:#[^\n]*\n\s*)*(?:query|mutation|subscription|fragment|\{)")
_GRAPHQL_KEYS = {"query", "variables", "operationName"}
_PART_HEAD = b"\r\n\r\n"


def body_of(data: bytes, content_type: str, keep: Keep) -> Body:
    """Return a body of the right kind; what is of none is kept as text or as a file.

    Args:
        data: As it was sent.
        content_type: What it said it was; may be empty or wrong.
        keep: Takes the files in it.
    """
    if not data:
        return NO_BODY
    kind = content_type.partition(";")[0].strip().lower()
    if kind == "multipart/form-data" and (parts := _parts(data, content_type, keep)):
        return parts
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return FileBody(keep("body.bin", data), content_type or "application/octet-stream")
    if kind == FORM and (form := _form(text)):
        return form
    if kind == "application/json" or kind.endswith("+json"):
        return _json(text) or RawBody(text, content_type)
    return RawBody(text, content_type)


def _form(text: str) -> FormBody | None:
    """Return a form; None where its fields could not give the text back."""
    fields: list[tuple[str, str]] = []
    for part in text.split("&"):
        name, mark, value = part.partition("=")
        if not mark:
            return None
        try:
            fields.append((_decoded(name), _decoded(value)))
        except UnicodeDecodeError:
            return None
    return FormBody(tuple(fields))


def _decoded(written: str) -> str:
    return unquote_to_bytes(written.replace("+", " ")).decode()


def _json(text: str) -> JsonBody | GraphqlBody | None:
    try:
        value: Any = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if isinstance(value, dict):
        found = _graphql(text, cast("dict[str, Any]", value))
        if found is not None:
            return found
    return JsonBody(text)


def _graphql(text: str, value: dict[str, Any]) -> GraphqlBody | None:
    query, variables = value.get("query"), value.get("variables")
    operation = value.get("operationName")
    is_one = isinstance(query, str) and _OPERATION.match(query) and value.keys() <= _GRAPHQL_KEYS
    if (
        not is_one
        or not isinstance(variables, dict | None)
        or not isinstance(operation, str | None)
    ):
        return None
    place = place_in(text, ["variables"])
    written = text[place[0] : place[1]] if place and variables is not None else ""
    return GraphqlBody(str(query), written, operation=operation or "")


def _parts(data: bytes, content_type: str, keep: Keep) -> PartsBody | None:
    """Return a form with files; None where it is no such form."""
    boundary = _parameter(content_type, "boundary")
    if not boundary:
        return None
    delimiter = b"--" + boundary.encode("utf-8", "replace")
    pieces = (b"\r\n" + data).split(b"\r\n" + delimiter)
    parts = [_part(piece.removeprefix(b"\r\n"), keep) for piece in pieces[1:-1]]
    if not parts or None in parts:
        return None
    return PartsBody(tuple(part for part in parts if part is not None))


def _part(piece: bytes, keep: Keep) -> FieldPart | FilePart | None:
    head, mark, content = piece.partition(_PART_HEAD)
    headers = _headers(head)
    said = headers.get("content-disposition", "")
    name = _parameter(said, "name")
    if not mark or name is None:
        return None
    filename = _parameter(said, "filename")
    if filename is not None:
        kind = headers.get("content-type", "application/octet-stream")
        return FilePart(name, keep(attachment_name(filename or "file"), content), filename, kind)
    try:
        return FieldPart(name, content.decode())
    except UnicodeDecodeError:
        return None


def _headers(head: bytes) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in head.decode("utf-8", "replace").split("\r\n"):
        name, _, value = line.partition(":")
        found[name.strip().lower()] = value.strip()
    return found


def _parameter(said: str, name: str) -> str | None:
    """Return a parameter of a header such as `form-data; name="a"`."""
    message = Message()
    message["x"] = said.replace("\r", " ").replace("\n", " ")
    found = message.get_param(name, header="x")
    return found if isinstance(found, str) else None
