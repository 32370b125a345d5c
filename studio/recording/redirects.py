"""Redirects folded: an exchange that only went where an answer sent it belongs to that answer."""

from collections.abc import Iterable
from urllib.parse import urldefrag, urljoin

from studio.recording.exchange import Exchange, header_of

LONGEST_AGO = 40
"""An answer sends nobody on after so many other exchanges."""

_STATUSES = frozenset({301, 302, 303, 307, 308})


def fold_redirects(exchanges: Iterable[Exchange]) -> dict[int, int]:
    """Return the exchanges that were redirects' doing, each with the one that began them.

    Args:
        exchanges: In the order of time; their answers' texts are not looked at.
    """
    began: dict[int, int] = {}
    waiting: dict[str, tuple[int, int]] = {}
    """Addresses somebody was sent to: by which exchange, and which one began that."""
    for exchange in exchanges:
        number, address = exchange.number, exchange.request.address
        origin = number
        sent = waiting.pop(address, None)
        if sent is not None and number - sent[0] <= LONGEST_AGO:
            origin = began[number] = sent[1]
        if target := target_of(exchange):
            waiting[target] = (number, origin)
    return began


def target_of(exchange: Exchange) -> str:
    """Return the address an answer sends its client to; empty where it sends it nowhere."""
    answer = exchange.answer
    if answer is None or answer.status not in _STATUSES:
        return ""
    location = header_of(answer.headers, "location")
    if not location:
        return ""
    try:
        return urldefrag(urljoin(exchange.request.address, location)).url
    except ValueError:
        return ""
