"""Addresses as people write them → host, path and query as they go over the wire."""

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote, unquote_plus

from studio.address import AddressError, read_address
from studio.importer.hiding import Hiding
from studio.journey.request import QueryField
from studio.journey.template import Piece, Text, joined, pieces_of

_ORIGIN = re.compile(r"(?:([A-Za-z][A-Za-z0-9+.-]*):)?//([^/?#]*)")
_ASIDE = r"[^ !-~]"


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An address, taken apart."""

    origin: str
    """Scheme, host and port, without a slash at the end; as it stood where it is no usable one."""

    path: Text
    """Begins with `/`; holds the query where fields could not give it back."""

    query: tuple[QueryField, ...] = ()

    user: str = ""
    password: str = ""


def split_origin(address: str, scheme: str = "http") -> tuple[str, str, str]:
    """Return the origin of an address, its user and password, and all that follows."""
    match = _ORIGIN.match(address)
    if match is None:
        authority = re.match(r"[^/?#]*", address)
        end = authority.end() if authority else 0
        found_scheme, place = scheme, address[:end]
    else:
        found_scheme, place, end = match[1] or scheme, match[2], match.end()
    user_info, _, host = place.rpartition("@")
    return usual(f"{found_scheme.lower()}://{host}"), user_info, address[end:]


def usual(origin: str) -> str:
    """Return an origin as it is usually written; one that is none stays as it is."""
    try:
        return str(read_address(origin))
    except AddressError:
        return origin


def read_web_address(address: str, hiding: Hiding, where: str) -> WebAddress:
    """Return a literal address taken apart, its secrets hidden."""
    origin, user_info, rest = split_origin(address.strip())
    user, _, password = user_info.partition(":")
    path, query = path_and_query(rest, hiding, where)
    return WebAddress(origin, path, query, unquote(user), unquote(password))


def path_and_query(text: Text, hiding: Hiding, where: str) -> tuple[Text, tuple[QueryField, ...]]:
    """Return what follows a host as a path and fields, secret values hidden."""
    path, query = _parted(without_fragment(text))
    path = on_wire(path if _begins_with_slash(path) else joined(("/", *pieces_of(path))))
    if query is None:
        return path, ()
    fields = [_field(part, hiding, where) for part in _split(query, "&")]
    if all(fields):
        return path, tuple(it for it in fields if it)
    if isinstance(query, str):
        query = hiding.pairs(query, where)
    return joined((*pieces_of(path), "?", *pieces_of(on_wire(query)))), ()


def on_wire(text: Text) -> Text:
    """Return a text with what no address may hold percent-encoded: controls and beyond ASCII."""
    return joined(
        re.sub(_ASIDE, lambda it: quote(it[0], errors="replace"), piece)
        if isinstance(piece, str)
        else piece
        for piece in pieces_of(text)
    )


def without_fragment(text: Text) -> Text:
    """Return an address without what only a browser sees."""
    return _parted(text, "#")[0]


def _begins_with_slash(text: Text) -> bool:
    first = pieces_of(text)[0] if text else ""
    return isinstance(first, str) and first.startswith("/")


def _field(part: Text, hiding: Hiding, where: str) -> QueryField | None:
    name, value = _parted(part, "=")
    if value is None or not isinstance(name, str) or not name:
        return None
    hidden = value
    if isinstance(value, str):
        plain = unquote_plus(value)
        hidden = hiding.field(unquote_plus(name), plain, where)
        hidden = value if hidden == plain else hidden
    wire_name = on_wire(name)
    return QueryField(wire_name if isinstance(wire_name, str) else name, on_wire(hidden))


def _parted(text: Text, sign: str = "?") -> tuple[Text, Text | None]:
    """Return what stands before and after the first such sign; None: there is none."""
    before: list[Piece] = []
    pieces = pieces_of(text)
    for number, piece in enumerate(pieces):
        if isinstance(piece, str) and sign in piece:
            head, _, tail = piece.partition(sign)
            return joined([*before, head]), joined([tail, *pieces[number + 1 :]])
        before.append(piece)
    return joined(before), None


def _split(text: Text, sign: str) -> list[Text]:
    found: list[Text] = []
    rest: Text | None = text
    while rest is not None:
        part, rest = _parted(rest, sign)
        found.append(part)
    return found
