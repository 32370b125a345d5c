"""Path and query of a request as one line, there and back; each as on the wire."""

import re
from dataclasses import replace
from urllib.parse import quote, quote_plus, unquote, unquote_plus

from studio.journey.request import QueryField, Request
from studio.journey.template import Piece, Text, joined, pieces_of

_SITE = re.compile(r"https?://[^/?#\s]*", re.IGNORECASE)
_WRONG_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")


def address_of(request: Request) -> Text:
    """Return the path and the query that is sent, as one text."""
    pieces: list[Piece] = [*pieces_of(request.path)]
    has_query = "?" in "".join(it for it in pieces if isinstance(it, str))
    for field in request.query:
        if field.is_on:
            pieces += ["&" if has_query else "?", field.name, "=", *pieces_of(field.value)]
            has_query = True
    return joined(pieces)


def with_address(request: Request, address: Text) -> Request:
    """Return a request that goes to another path and query; fields that are off stay.

    A query that is no list of names and values stays part of the path, to the byte.
    """
    if address == address_of(request):
        return request
    head, tail = _split_once(address, "?")
    fields = None if tail is None else _fields(tail)
    if fields is None:
        return replace(request, path=address, query=_only_off(request))
    return replace(request, path=head, query=_merged(request, fields))


def without_site(address: Text) -> Text:
    """Return an address as a request has it: without its site, beginning with a slash."""
    first, *others = pieces_of(address) or ("",)
    if not isinstance(first, str):
        return address
    plain = _SITE.sub("", first.lstrip(), count=1) if _SITE.match(first.lstrip()) else first.strip()
    return joined([plain if plain.startswith("/") else f"/{plain}", *others])


def is_address(address: Text) -> bool:
    """Return whether a request can go there: from a slash on, or from a variable on."""
    first = next(iter(pieces_of(address)), "")
    return not isinstance(first, str) or first.startswith("/")


def decoded(wire: Text) -> Text:
    """Return a name or a value of a query as people read it; what cannot be read stays so."""
    return joined(_decoded(it) if isinstance(it, str) else it for it in pieces_of(wire))


def encoded(read: Text, like: Text) -> Text:
    """Return a name or a value as on the wire.

    Args:
        read: As a person wrote it.
        like: What stood there before; its way of writing spaces is kept.
    """
    before = "".join(it for it in pieces_of(like) if isinstance(it, str))
    write = quote_plus if "+" in before else quote
    return joined(write(it, safe=_SAFE) if isinstance(it, str) else it for it in pieces_of(read))


_SAFE = "/:@!$,;()*'~"


def _decoded(wire: str) -> str:
    if _WRONG_ESCAPE.search(wire):
        return wire
    try:
        return (
            unquote_plus(wire, errors="strict") if "+" in wire else unquote(wire, errors="strict")
        )
    except UnicodeDecodeError:
        return wire


def _split_once(text: Text, sign: str) -> tuple[Text, Text | None]:
    """Return what stands before a sign and behind it; None where it is not there."""
    before: list[Piece] = []
    pieces = pieces_of(text)
    for place, piece in enumerate(pieces):
        if isinstance(piece, str) and sign in piece:
            head, _, tail = piece.partition(sign)
            return joined([*before, head]), joined([tail, *pieces[place + 1 :]])
        before.append(piece)
    return text, None


def _fields(query: Text) -> tuple[QueryField, ...] | None:
    """Return the fields of a query; None where they could not give it back."""
    found: list[QueryField] = []
    rest: Text | None = query
    while rest is not None:
        part, rest = _split_once(rest, "&")
        name, value = _split_once(part, "=")
        if not isinstance(name, str) or not name or value is None or _has(name, "?#"):
            return None
        found.append(QueryField(name, value))
    return tuple(found)


def _has(text: str, signs: str) -> bool:
    return any(sign in text for sign in signs)


def _only_off(request: Request) -> tuple[QueryField, ...]:
    return tuple(field for field in request.query if not field.is_on)


def _merged(request: Request, fields: tuple[QueryField, ...]) -> tuple[QueryField, ...]:
    """Return fields that are sent, and among them those that are off, behind as many as before."""
    merged, sent = list(fields), 0
    for field in request.query:
        if field.is_on:
            sent += 1
        else:
            merged.insert(min(sent, len(merged)), field)
            sent += 1
    return tuple(merged)
