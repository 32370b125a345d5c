"""The address of a request, with its query → what is sent, and its name in all statistics."""

from collections.abc import Iterator
from urllib.parse import quote

from studio.journey.auth import Auth, KeyAuth, KeyPlace
from studio.journey.body import GraphqlBody
from studio.journey.request import QueryField, Request
from studio.journey.template import Host, Piece, Secret, Text, Variable, joined, pieces_of
from studio.scenario.target import MAIN_HOST

_ACTION = "action"
"""A field of the query that says what is done, as in `/index.php?action=login`."""


def address_of(request: Request, auth: Auth | None = None, host: str = MAIN_HOST) -> Text:
    """Return the whole address of a request: host, path, query, and a key if it stands there.

    Args:
        request: The request.
        auth: Who sends it.
        host: Its journey's, by name; the main one need not be named.
    """
    named = request.host or host
    before = () if named == MAIN_HOST else (Host(named),)
    path = pieces_of(request.path)
    pieces: list[Piece] = [*before, *path]
    joint = "&" if any(isinstance(it, str) and "?" in it for it in path) else "?"
    for field in (*request.query, *_key(auth)):
        if field.is_on:
            pieces += [f"{joint}{field.name}=", *pieces_of(field.value)]
            joint = "&"
    return joined(pieces)


def endpoint_of(request: Request) -> str:
    """Return the name of a request in all statistics: variables as `[id]`, without the query.

    What is done is part of it where the address alone does not say it: the operation of GraphQL,
    the action of SOAP, and a field of the query called `action`.
    """
    path = "".join(map(_bracketed, pieces_of(request.path)))
    worked_out = "".join((path.partition("?")[0], *_actions(request)))
    return countable(request.endpoint or worked_out)


def countable(text: str) -> str:
    """Return a text without halves of characters: Locust's statistics cannot count under such."""
    return text.encode(errors="replace").decode()


def _key(auth: Auth | None) -> tuple[QueryField, ...]:
    if not isinstance(auth, KeyAuth) or auth.place is not KeyPlace.QUERY:
        return ()
    pieces = (_quoted(it) if isinstance(it, str) else it for it in pieces_of(auth.value))
    return (QueryField(_quoted(auth.name), joined(pieces)),)


def _quoted(text: str) -> str:
    """Return a text percent-encoded; half a character, which is no UTF-8, becomes `?`."""
    return quote(text, safe="", errors="replace")


def _actions(request: Request) -> Iterator[str]:
    for field in request.query:
        if field.is_on and field.name == _ACTION and isinstance(field.value, str):
            yield f"?{_ACTION}={field.value}"
    if isinstance(request.body, GraphqlBody) and request.body.operation:
        yield f" {request.body.operation}"
    for name, value in request.headers:
        if name.lower() == "soapaction" and isinstance(value, str) and value.strip('" '):
            yield f" {_last_word(value)}"


def _last_word(action: str) -> str:
    """Return what an action such as `"http://shop.test/IOrders/Pay"` is called."""
    plain = action.strip('" ').rstrip("/#:")
    return plain.replace("#", "/").replace(":", "/").rpartition("/")[2]


def _bracketed(piece: Piece) -> str:
    match piece:
        case str():
            return piece
        case Variable(source=source, column=column):
            return f"[{column or source}]"
        case Secret(secret=name):
            return f"[{name}]"
        case Host(host=name):
            return name
