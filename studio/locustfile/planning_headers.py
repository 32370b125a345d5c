"""The headers of a request, and what they say of who sends it → Python expressions."""

from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass

from studio.journey.auth import Auth, BasicAuth, BearerAuth, KeyAuth, KeyPlace, NoAuth
from studio.journey.body import Pairs
from studio.journey.template import Piece, Text, joined, pieces_of
from studio.locustfile.layout import Group, Leaf, Node
from studio.locustfile.literal import text_literal
from studio.locustfile.planning_text import Names, text_source

AUTHORIZATION = "Authorization"


@dataclass(frozen=True, slots=True)
class BasicValue:
    """Name and password, put together when they are known."""

    user: Text
    password: Text


HeaderValue = Text | BasicValue
Headers = tuple[tuple[str, HeaderValue], ...]
"""Each name once, however it is spelt."""


def joined_headers(pairs: Pairs) -> Headers:
    """Return headers, each name once; repeated values are joined as RFC 9110, 5.3 allows."""
    kept: dict[str, tuple[Piece, ...]] = {}
    spelling: dict[str, str] = {}
    for name, value in pairs:
        key = spelling.setdefault(name.lower(), name)
        comma = "; " if name.lower() == "cookie" else ", "
        before = (*kept[key], comma) if key in kept else ()
        kept[key] = (*before, *pieces_of(value))
    return tuple((name, joined(pieces)) for name, pieces in kept.items())


def auth_headers(auth: Auth | None) -> Headers:
    """Return the header by which a request says who sends it; none where it does not, or not so."""
    match auth:
        case BasicAuth(str(user), str(password)):
            plain = b64encode(f"{user}:{password}".encode(errors="replace")).decode()
            return ((AUTHORIZATION, f"Basic {plain}"),)
        case BasicAuth(user, password):
            return ((AUTHORIZATION, BasicValue(user, password)),)
        case BearerAuth(token):
            return ((AUTHORIZATION, joined(("Bearer ", *pieces_of(token)))),)
        case KeyAuth(name, value, KeyPlace.HEADER):
            return ((name, value),)
        case None | NoAuth() | KeyAuth():
            return ()


def stacked(*layers: Headers) -> Headers:
    """Return headers of which those of a later layer stand above those of an earlier one."""
    found: Headers = ()
    for layer in layers:
        found = (*(it for it in found if not has_header(layer, it[0])), *layer)
    return found


def has_header(headers: Headers, name: str) -> bool:
    """Return whether there is a header of this name, however it is spelt."""
    return any(other.lower() == name.lower() for other, _ in headers)


def without_headers(headers: Headers, names: Iterable[str]) -> Headers:
    """Return the headers but those of these names, however they are spelt."""
    lost = {name.lower() for name in names}
    return tuple(pair for pair in headers if pair[0].lower() not in lost)


def pieces_in_headers(headers: Headers) -> tuple[Piece, ...]:
    """Return the pieces of the values of headers."""
    texts = (text for _, value in headers for text in _texts(value))
    return tuple(piece for text in texts for piece in pieces_of(text))


def uses_basic(headers: Headers) -> bool:
    """Return whether name and password are put together when they are known."""
    return any(isinstance(value, BasicValue) for _, value in headers)


def headers_node(headers: Headers, names: Names) -> Node:
    """Return headers as a dict.

    Raises:
        JourneyError: A variable has no value.
    """
    items = (_entry(name, value, names) for name, value in headers)
    return Group("{", tuple(items), "}", is_display=True)


def _entry(name: str, value: HeaderValue, names: Names) -> Node:
    before = f"{text_literal(name)}: "
    if isinstance(value, BasicValue):
        both = (Leaf(text_source(it, names)) for it in _texts(value))
        return Group(f"{before}basic(", tuple(both), ")")
    return Leaf(before + text_source(value, names))


def _texts(value: HeaderValue) -> tuple[Text, ...]:
    return (value.user, value.password) if isinstance(value, BasicValue) else (value,)
