"""One exchange of a recording → the request of a journey that sends the same."""

import base64
import binascii
from collections.abc import Iterator, Mapping
from urllib.parse import quote, urlsplit

from studio.journey.auth import Auth, BasicAuth, BearerAuth
from studio.journey.body import Body, FormBody, GraphqlBody, JsonBody, Pairs, PartsBody, RawBody
from studio.journey.building_body import FORM, Keep, body_of
from studio.journey.check import StatusCheck
from studio.journey.endpoint_name import PLACE, endpoint_name
from studio.journey.request import QueryField, Request
from studio.journey.template import Host, Text, joined
from studio.recording.exchange import Exchange, Headers, SentRequest, header_of

_OF_THE_CLIENT = frozenset(
    {
        *("host", "content-length", "cookie", "accept-encoding", "connection", "keep-alive"),
        *("proxy-connection", "proxy-authorization", "te", "trailer", "transfer-encoding"),
        *("upgrade", "upgrade-insecure-requests", "dnt", "priority", "pragma", "cache-control"),
        *("expect", "http2-settings", "x-client-data", "x-chrome-connected", "purpose"),
        *("save-data", "alt-used", "authorization"),
    }
)
"""Headers a client sends by itself, or those that belong to one connection or one browser."""

_CONDITIONS = frozenset({"if-none-match", "if-modified-since", "if-range"})
"""By these a browser asks whether what it has still holds; a user has nothing yet."""

REDIRECTS = frozenset({301, 302, 303, 307, 308})
"""An answer of these that stands at the end led out of the recording."""

_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
_ON_THE_WIRE = "!#$%&'()*+,/:;=?@[]~"
_JSON = "application/json"


def request_of(exchange: Exchange, hosts: Mapping[str, str], status: int, keep: Keep) -> Request:
    """Return the request of an exchange; its id is `r` and the exchange's number.

    Args:
        exchange: The exchange.
        hosts: The name of each origin, such as `https://shop.test`.
        status: Of the last answer, after redirects.
        keep: Takes the files it uploads.
    """
    sent = exchange.request
    parts = sent.parts
    path, query = _path_and_query(parts.path, parts.query)
    host = hosts[origin_of(sent.address)]
    body = body_of(sent.body, header_of(sent.headers, "content-type"), keep)
    name = endpoint_name(path)
    return Request(
        id=f"r{exchange.number + 1}",
        method=sent.method,
        path=path,
        query=query,
        host=None if host == "main" else host,
        endpoint=name if PLACE in name else None,
        headers=tuple(_headers(sent, body, hosts)),
        auth=_auth(sent.headers),
        body=body,
        checks=(StatusCheck((status,)),) if status else (),
        follow_redirects=False if status in REDIRECTS else None,
        recorded=exchange.number,
    )


def origin_of(address: str) -> str:
    """Return scheme, host and port of an address: `https://shop.test`."""
    parts = urlsplit(address)
    return f"{parts.scheme.lower()}://{parts.netloc.rpartition('@')[2].lower()}"


def _path_and_query(path: str, query: str) -> tuple[str, tuple[QueryField, ...]]:
    """Return path and query as on the wire; a query that is no list of pairs stays in the path."""
    path = wire(path) or "/"
    if not query:
        return path, ()
    pairs = [part.partition("=") for part in wire(query).split("&")]
    if not all(name and mark for name, mark, _ in pairs):
        return f"{path}?{wire(query)}", ()
    return path, tuple(QueryField(name, value) for name, _, value in pairs)


def wire(text: str) -> str:
    """Return a part of an address percent-encoded, whatever is encoded already."""
    return text if _is_plain(text) else quote(text, safe=_ON_THE_WIRE, errors="replace")


def _is_plain(text: str) -> bool:
    return text.isascii() and text.isprintable() and " " not in text


def _headers(sent: SentRequest, body: Body, hosts: Mapping[str, str]) -> Iterator[tuple[str, Text]]:
    changes = sent.method not in _SAFE_METHODS
    for name, value in sent.headers:
        key = name.lower()
        if key in _OF_THE_CLIENT or key.startswith(("sec-", "proxy-")):
            continue
        if key in _CONDITIONS and not changes:
            continue
        if key in {"origin", "referer"}:
            if changes:
                yield name, _with_host(value, hosts)
        elif key != "content-type" or _must_say(value, body):
            yield name, _sendable(value)


def _with_host(address: str, hosts: Mapping[str, str]) -> Text:
    """Return an address that follows the target: its origin is the target's."""
    try:
        origin = origin_of(address)
    except ValueError:
        return _sendable(address)
    host = hosts.get(origin)
    return _sendable(address) if host is None else joined([Host(host), address[len(origin) :]])


def _sendable(value: str) -> str:
    return "".join(sign for sign in value if sign >= " " and sign != "\x7f").strip()


def _must_say(content_type: str, body: Body) -> bool:
    """Return whether a body does not send this Content-Type by itself."""
    kind = content_type.strip().lower()
    match body:
        case FormBody():
            return kind != FORM
        case JsonBody() | GraphqlBody():
            return kind != _JSON
        case PartsBody():
            return False  # its boundary is new each time
        case RawBody(type=own):
            return own != content_type
        case _:
            return False


def _auth(headers: Headers) -> Auth | None:
    scheme, _, credentials = header_of(headers, "authorization").partition(" ")
    credentials = credentials.strip()
    match scheme.lower():
        case "bearer" if credentials:
            return BearerAuth(credentials)
        case "basic" if (pair := _basic(credentials)) is not None:
            return BasicAuth(*pair)
        case _:
            return None


def _basic(credentials: str) -> tuple[str, str] | None:
    try:
        user, mark, password = base64.b64decode(credentials).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return None
    return (user, password) if mark else None


def common_headers(requests: tuple[Request, ...]) -> Pairs:
    """Return the headers all of several requests send alike, in order; of one request none."""
    if len(requests) < 2:  # noqa: PLR2004  # nothing is common to one
        return ()
    first, *others = requests
    return tuple(pair for pair in first.headers if all(pair in it.headers for it in others))
