"""The places of a request, a node and a journey at which texts stand, each named."""

from collections.abc import Iterator
from dataclasses import dataclass

from studio.journey.auth import Auth, BasicAuth, BearerAuth, KeyAuth, NoAuth
from studio.journey.body import (
    Body,
    FieldPart,
    FileBody,
    FormBody,
    GraphqlBody,
    JsonBody,
    NoBody,
    PartsBody,
    RawBody,
)
from studio.journey.check import (
    AbsentCheck,
    Check,
    ContainsCheck,
    HeaderCheck,
    JsonCheck,
    MatchesCheck,
    SizeCheck,
    StatusCheck,
    WithinCheck,
)
from studio.journey.journey import Journey
from studio.journey.node import Condition, EachItem, Loop, Node, Until
from studio.journey.request import Request
from studio.journey.template import Text, Variable
from studio.journey.uses import pieces_in_made


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a journey."""

    node: str = ""
    """The id of a node; empty: the journey itself."""

    request: str = ""
    """The id of a request; empty: the node itself."""

    field: str = ""
    """As the noun calls it, such as `path`, `headers`, `body`, `takes` or `next`; empty: all."""

    piece: int = -1
    """Which of several headers, fields, holes, takes, checks …, from 0; -1: all of them."""


PlacedText = tuple[str, int, Text]
"""Field, piece and text; see `Where`."""


def texts_before(request: Request) -> Iterator[PlacedText]:
    """Yield the texts a request is sent with."""
    yield "path", -1, request.path
    for index, field in enumerate(request.query):
        if field.is_on:
            yield "query", index, field.value
    for index, (_, text) in enumerate(request.headers):
        yield "headers", index, text
    for index, text in enumerate(texts_of_auth(request.auth)):
        yield "auth", index, text
    for index, text in enumerate(texts_of_body(request.body)):
        yield "body", index, text


def texts_after(request: Request) -> Iterator[PlacedText]:
    """Yield the texts an answer is held against."""
    for index, check in enumerate(request.checks):
        text = text_of_check(check)
        if text is not None:
            yield "checks", index, text
    for index, take in enumerate(request.takes):
        yield "takes", index, take.default


def texts_of_node(node: Node) -> Iterator[PlacedText]:
    """Yield the texts of a block: both sides of its test, or the list it goes through."""
    match node:
        case Condition(when=test):
            yield from (("when", 0, test.left), ("when", 1, test.right))
        case Loop(repeat=Until(test=test)):
            yield from (("repeat", 0, test.left), ("repeat", 1, test.right))
        case Loop(repeat=EachItem(variable=variable)):
            yield "repeat", 0, (Variable(variable),)
        case _:
            pass


def texts_of_journey(journey: Journey) -> Iterator[PlacedText]:
    """Yield the texts that go with every request of a journey."""
    for index, (_, text) in enumerate(journey.headers):
        yield "headers", index, text
    for index, text in enumerate(texts_of_auth(journey.auth)):
        yield "auth", index, text


def texts_of_made(journey: Journey) -> Iterator[PlacedText]:
    """Yield the texts that variables users make up are composed of."""
    for index, made in enumerate(journey.made):
        pieces = pieces_in_made(made)
        if pieces:
            yield "made", index, pieces


def texts_of_auth(auth: Auth | None) -> tuple[Text, ...]:
    """Return the texts that say who sends a request."""
    match auth:
        case None | NoAuth():
            return ()
        case BasicAuth(user, password):
            return user, password
        case BearerAuth(token):
            return (token,)
        case KeyAuth(value=value):
            return (value,)


def texts_of_body(body: Body) -> tuple[Text, ...]:
    """Return the texts of a body: of its fields, parts or holes, each at its place."""
    match body:
        case NoBody() | FileBody():
            return ()
        case FormBody(fields):
            return tuple(text for _, text in fields)
        case JsonBody(holes=holes) | GraphqlBody(holes=holes):
            return tuple(hole.value for hole in holes)
        case RawBody(text):
            return (text,)
        case PartsBody(parts):
            return tuple(it.text if isinstance(it, FieldPart) else "" for it in parts)


def text_of_check(check: Check) -> Text | None:
    """Return what an answer is held against, if that is a text."""
    match check:
        case ContainsCheck(text) | AbsentCheck(text):
            return text
        case JsonCheck(value=value) | HeaderCheck(value=value):
            return value
        case StatusCheck() | MatchesCheck() | WithinCheck() | SizeCheck():
            return None
