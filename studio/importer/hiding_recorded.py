"""Secrets of a recorded journey, taken out of every text it sends and known by name alone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import unquote_plus

from studio.importer.hiding import Hiding
from studio.importer.imported import HiddenSecret
from studio.journey.auth import Auth, BasicAuth, BearerAuth, KeyAuth, NoAuth
from studio.journey.body import (
    Body,
    FieldPart,
    FileBody,
    FormBody,
    GraphqlBody,
    Hole,
    HoleType,
    JsonBody,
    NoBody,
    PartsBody,
    RawBody,
)
from studio.journey.journey import Journey
from studio.journey.json_places import place_in, read_pointer
from studio.journey.node import Node, Nodes, Step
from studio.journey.request import QueryField, Request
from studio.journey.sent_value import json_leaves
from studio.journey.slots import JsonNumber
from studio.journey.template import Piece, Secret, Text, joined, pieces_of, put_together
from studio.journey.walk import with_nodes
from studio.recording.secret_names import is_secret_name

_SHORTEST_KNOWN = 6
"""A shorter value stands in many texts by chance."""


def hide_in_journey(journey: Journey, hiding: Hiding) -> Journey:
    """Return a journey without the secrets that were recorded; what is a variable stays one.

    A value that is secret at one place is hidden at all of them, whatever it is called there.
    """
    once = _hidden(journey, hiding)
    return _hidden(once, _Again(hiding.secrets))


class _Again(Hiding):
    """Finds secrets that are known already, in texts whose names say nothing of them."""

    def __init__(self, secrets: Sequence[HiddenSecret]) -> None:
        super().__init__()
        self._known = {it.value: it.name for it in secrets if len(it.value) >= _SHORTEST_KNOWN}
        longest_first = sorted(self._known, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")

    def field(self, name: str, text: Text, where: str) -> Text:  # noqa: ARG002  # as in Hiding
        """Return a text with the known secrets in it by name."""
        return joined(found for piece in pieces_of(text) for found in self._split(piece))

    def header(self, name: str, text: Text, where: str) -> Text:
        """Return a header with the known secrets in it by name."""
        return self.field(name, text, where)

    def body(self, text: Text, media_type: str, where: str) -> Text:
        """Return a body with the known secrets in it by name."""
        return self.field(media_type, text, where)

    def pairs(self, text: str, where: str) -> Text:
        """Return a query with the known secrets in it by name."""
        return self.field("", text, where)

    def _split(self, piece: Piece) -> Iterator[Piece]:
        if not isinstance(piece, str):
            yield piece
            return
        end = 0
        for found in self._pattern.finditer(piece):
            yield from (piece[end : found.start()], Secret(self._known[found[0]]))
            end = found.end()
        yield piece[end:]


def _hidden(journey: Journey, hiding: Hiding) -> Journey:
    def hidden(node: Node) -> Nodes:
        if not isinstance(node, Step):
            return (node,)
        requests = tuple(hide_in_request(it, hiding) for it in node.requests)
        return (replace(node, requests=requests),)

    headers = tuple((name, hiding.header(name, text, "headers")) for name, text in journey.headers)
    again = with_nodes(journey.again, hidden)
    return replace(journey, headers=headers, again=again)


def hide_in_request(request: Request, hiding: Hiding) -> Request:
    """Return a request without secrets."""
    path = request.path
    shown = path if isinstance(path, str) else put_together(path)
    where = f"{request.method} {shown.partition('?')[0]}"[:100]
    return replace(
        request,
        path=hiding.pairs(path, where) if isinstance(path, str) and "?" in path else path,
        query=tuple(_query(it, hiding, where) for it in request.query),
        headers=tuple((name, hiding.header(name, it, where)) for name, it in request.headers),
        auth=_auth(request.auth, hiding, where),
        body=_body(request.body, hiding, where),
    )


def _query(field: QueryField, hiding: Hiding, where: str) -> QueryField:
    value = field.value
    if isinstance(value, str) and value and is_secret_name(field.name):
        secret = hiding.hide(field.name, unquote_plus(value), f"{where}: {field.name}")
        return replace(field, value=(secret,))
    return replace(field, value=hiding.field(field.name, value, where))


def _auth(auth: Auth | None, hiding: Hiding, where: str) -> Auth | None:
    match auth:
        case None | NoAuth():
            return auth
        case BasicAuth(user, password):
            return BasicAuth(user, _secret("password", password, hiding, where))
        case BearerAuth(token):
            return BearerAuth(_secret("token", token, hiding, where))
        case KeyAuth(name=name, value=value):
            return replace(auth, value=_secret(name, value, hiding, where))


def _secret(name: str, text: Text, hiding: Hiding, where: str) -> Text:
    return (hiding.hide(name, text, f"{where}: {name}"),) if isinstance(text, str) else text


def _body(body: Body, hiding: Hiding, where: str) -> Body:
    match body:
        case NoBody() | FileBody():
            return body
        case FormBody(fields):
            return FormBody(tuple((name, hiding.field(name, it, where)) for name, it in fields))
        case JsonBody(text, holes):
            return JsonBody(*_json(text, holes, hiding, where))
        case GraphqlBody(variables=text, holes=holes):
            text, holes = _json(text, holes, hiding, where)
            return replace(body, variables=text, holes=holes)
        case RawBody(text, kind):
            return RawBody(hiding.body(text, kind, where), kind)
        case PartsBody(parts):
            return PartsBody(
                tuple(
                    replace(it, text=hiding.field(it.name, it.text, where))
                    if isinstance(it, FieldPart)
                    else it
                    for it in parts
                )
            )


def _json(
    text: str, holes: tuple[Hole, ...], hiding: Hiding, where: str
) -> tuple[str, tuple[Hole, ...]]:
    """Return a JSON text and its holes; where one is, the recorded value stands no longer."""
    known = {hole.at: hole for hole in holes}
    for pointer, leaf in json_leaves(text):
        is_number = isinstance(leaf, JsonNumber)
        hole = known.get(pointer)
        if hole is None:
            kept = hiding.field(pointer.rpartition("/")[2], str(leaf), where)
            if kept == str(leaf):
                continue
            known[pointer] = Hole(pointer, kept, HoleType.JSON if is_number else HoleType.TEXT)
        place = place_in(text, read_pointer(pointer))
        if place is not None:
            text = text[: place[0]] + ("0" if is_number else '""') + text[place[1] :]
    return text, tuple(known.values())
