"""What a journey needs from elsewhere: the variables and secrets in its texts."""

from collections.abc import Iterable, Iterator

from studio.journey.journey import Journey, Step
from studio.journey.request import Body, FormBody, JsonBody, NoBody, RawBody, Request
from studio.journey.template import Piece, Secret, Text, Variable, pieces_of


def pieces_in_request(request: Request) -> Iterator[Piece]:
    """Yield the pieces of all texts a request sends, in the order they are written."""
    yield from pieces_of(request.path)
    yield from pieces_in_pairs(request.headers)
    for text in _texts_in_body(request.body):
        yield from pieces_of(text)


def pieces_in_pairs(pairs: Iterable[tuple[str, Text]]) -> Iterator[Piece]:
    """Yield the pieces of the values of headers or fields."""
    for _, text in pairs:
        yield from pieces_of(text)


def sources_in_step(step: Step) -> set[str]:
    """Return the names of the data files a step's own texts use."""
    return _sources(piece for request in step.requests for piece in pieces_in_request(request))


def sources_in_pairs(pairs: Iterable[tuple[str, Text]]) -> set[str]:
    """Return the names of the data files that headers use."""
    return _sources(pieces_in_pairs(pairs))


def sources_of(journey: Journey) -> set[str]:
    """Return the names of the data files a journey uses."""
    return _sources(_pieces(journey))


def secrets_of(journeys: Iterable[Journey]) -> tuple[Secret, ...]:
    """Return the secrets of journeys, each once, in order of first appearance."""
    found = (piece for journey in journeys for piece in _pieces(journey))
    return tuple(dict.fromkeys(piece for piece in found if isinstance(piece, Secret)))


def _pieces(journey: Journey) -> Iterator[Piece]:
    yield from pieces_in_pairs(journey.headers)
    for step in journey.once + journey.again:
        for request in step.requests:
            yield from pieces_in_request(request)


def _sources(pieces: Iterable[Piece]) -> set[str]:
    return {piece.source for piece in pieces if isinstance(piece, Variable)}


def _texts_in_body(body: Body) -> Iterator[Text]:
    match body:
        case NoBody():
            pass
        case FormBody(fields):
            yield from (text for _, text in fields)
        case JsonBody(holes=holes):
            yield from (hole.value for hole in holes)
        case RawBody(text):
            yield text
