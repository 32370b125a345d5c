"""Which headers all requests of a journey share for good, and which go with each of them."""

from collections.abc import Iterator
from dataclasses import replace

from studio.journey.journey import Journey
from studio.journey.request import Request
from studio.journey.template import Secret, Variable
from studio.journey.walk import requests_of
from studio.locustfile.planning_headers import (
    Headers,
    HeaderValue,
    auth_headers,
    has_header,
    joined_headers,
    pieces_in_headers,
    stacked,
)
from studio.locustfile.planning_request import Manner


def manner_of(journey: Journey) -> Manner:
    """Return how the requests of a journey are made, with the headers that go with each."""
    fixed = fixed_headers(journey)
    varying = tuple(it for it in _all(journey) if it not in fixed)
    early = {pair[0]: frozenset(_before_known(journey, pair)) for pair in varying}
    return replace(Manner.of(journey, varying), too_early=early)


def _before_known(journey: Journey, header: tuple[str, HeaderValue]) -> Iterator[str]:
    """Yield the requests before the answer that a header's variables are first taken from."""
    read = {it.var for it in pieces_in_headers((header,)) if isinstance(it, Variable)}
    takes = [(it.id, {take.variable for take in it.takes}) for it in requests_of(journey)]
    missing = read & {variable for _, taken in takes for variable in taken}
    for request, taken in takes:
        if not missing:
            return
        yield request
        missing -= taken


def fixed_headers(journey: Journey) -> Headers:
    """Return the headers that a client sends by itself.

    Not those with a variable or a host: they would have to be changed later, which is not seen by
    what keeps the heads of requests. And not one by which the journey says who sends it, if a
    request says nothing of the kind: a client's own header cannot be taken back.
    """
    lost = _taken_back(journey)
    return tuple(
        pair
        for pair in _all(journey)
        if all(isinstance(it, str | Secret) for it in pieces_in_headers((pair,)))
        and not has_header(lost, pair[0])
    )


def _all(journey: Journey) -> Headers:
    return stacked(joined_headers(journey.headers), auth_headers(journey.auth))


def _taken_back(journey: Journey) -> Headers:
    return tuple(
        header
        for header in auth_headers(journey.auth)
        if any(_lacks(request, header[0]) for request in requests_of(journey))
    )


def _lacks(request: Request, name: str) -> bool:
    """Return whether a request goes without a header of its journey's auth."""
    if request.auth is None:
        return False
    own = (*joined_headers(request.headers), *auth_headers(request.auth))
    return not has_header(own, name)
