"""Filtering: which exchanges of a visit no journey needs, each counted with its reason."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import ip_address
from urllib.parse import urlsplit

from studio.recording.exchange import Exchange, Hidden


class HiddenReason(StrEnum):
    """Why an exchange is not kept."""

    STATIC = "static"
    """A picture, a script, a style sheet or a font, which a browser keeps for itself."""

    OTHER_SITE = "other_site"
    PRE_FLIGHT = "pre_flight"
    """A browser's own question before a request to another origin; no other client asks it."""

    SOCKET = "socket"
    """A WebSocket."""

    NO_ANSWER = "no_answer"
    NOT_HTTP = "not_http"
    """An address no server is asked for, such as `data:`."""


_STATIC_TYPES = re.compile(
    r"(image|font|audio|video)/.*|text/css|(text|application)/(x-)?(java|ecma)script"
    r"|application/(x-)?font.*|application/vnd\.ms-fontobject|application/wasm|text/x-component"
)
_STATIC_ENDINGS = re.compile(
    r"\.(css|m?js|map|png|jpe?g|gif|svgz?|webp|avif|ico|bmp|woff2?|ttf|otf|eot|mp[34]|webm|ogg|wasm)"
    r"\Z",
    re.IGNORECASE,
)
_SECOND_LEVELS = frozenset({"co", "com", "org", "net", "gov", "gob", "ac", "edu", "go", "or", "ne"})
_LONGEST_COUNTRY = 2
_OWN_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class Seen:
    """What must be known of an exchange to decide on it."""

    method: str
    address: str
    media_type: str
    status: int
    """0: there was no answer."""


def seen_of(exchange: Exchange) -> Seen:
    """Return what must be known of an exchange to decide on it."""
    answer = exchange.answer
    return Seen(
        exchange.request.method,
        exchange.request.address,
        answer.media_type if answer else "",
        answer.status if answer else 0,
    )


def site_of(address: str) -> str:
    """Return the site an address belongs to: the part of a host that one owner has bought.

    A list of all public suffixes is not asked: `co.uk` and the like are told by their look.
    """
    host = host_of(address)
    labels = host.split(".")
    if len(labels) <= 2 or _is_number(host):  # noqa: PLR2004
        return host
    is_second = len(labels[-1]) == _LONGEST_COUNTRY and labels[-2] in _SECOND_LEVELS
    return ".".join(labels[-3 if is_second else -2 :])


def host_of(address: str) -> str:
    """Return the host of an address in small letters; empty where it has none."""
    try:
        return (urlsplit(address).hostname or "").rstrip(".")
    except ValueError:
        return ""


def own_sites(visit: Sequence[Seen]) -> tuple[str, ...]:
    """Return the sites a visit is about, the one it began at first.

    They are the site of the first page, and any with a fifth of what was asked for.
    """
    asked = [it for it in visit if not _own_reason(it)]
    pages = [it for it in asked if is_page(it)] or asked
    counts = Counter(site_of(it.address) for it in asked)
    many = [site for site, count in counts.items() if count >= _OWN_SHARE * len(asked)]
    return tuple(dict.fromkeys([*(site_of(it.address) for it in pages[:1]), *many]))


def is_page(seen: Seen) -> bool:
    """Return whether an exchange brought a page that stands in a window."""
    return seen.media_type in {"text/html", "application/xhtml+xml"} and seen.method == "GET"


def reason_to_hide(seen: Seen, sites: Iterable[str]) -> HiddenReason | None:
    """Return why an exchange is not kept; None: it is.

    Args:
        seen: What is known of it.
        sites: Those the visit is about.
    """
    reason = _own_reason(seen)
    if reason is None and site_of(seen.address) not in sites:
        return HiddenReason.OTHER_SITE
    if reason is None and _is_static(seen):
        return HiddenReason.STATIC
    return reason


def count_hidden(found: Iterable[tuple[HiddenReason, str]]) -> tuple[Hidden, ...]:
    """Return reasons and addresses counted by reason and host."""
    counts = Counter((reason, host_of(address)) for reason, address in found)
    return tuple(
        Hidden(reason.value, host, count) for (reason, host), count in sorted(counts.items())
    )


def _own_reason(seen: Seen) -> HiddenReason | None:
    """Return why an exchange is kept for no site."""
    address = seen.address[:8].lower()
    if address.startswith(("ws:", "wss:")) or seen.status == 101:  # noqa: PLR2004
        return HiddenReason.SOCKET
    if not address.startswith(("http://", "https://")) or not host_of(seen.address):
        return HiddenReason.NOT_HTTP
    if seen.method in {"OPTIONS", "CONNECT"}:
        return HiddenReason.PRE_FLIGHT
    return None if seen.status else HiddenReason.NO_ANSWER


def _is_static(seen: Seen) -> bool:
    if seen.method not in {"GET", "HEAD"}:
        return False
    path = urlsplit(seen.address).path
    if _STATIC_ENDINGS.search(path):
        return seen.media_type not in {"text/html", "application/json"}
    return _STATIC_TYPES.fullmatch(seen.media_type) is not None


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
