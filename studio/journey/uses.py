"""What a journey needs from elsewhere: the variables, secrets, hosts and files in it."""

from collections.abc import Iterable, Iterator

from studio.journey.auth import Auth, BasicAuth, BearerAuth, KeyAuth, NoAuth
from studio.journey.body import (
    Body,
    FieldPart,
    FileBody,
    FilePart,
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
    Test,
    WithinCheck,
)
from studio.journey.journey import Journey
from studio.journey.made import Base64, Composed, Made
from studio.journey.node import Condition, EachItem, Loop, Node, Until
from studio.journey.request import Request
from studio.journey.template import Host, Piece, Secret, Text, Variable, pieces_of
from studio.journey.walk import nodes_of, requests_in, requests_of, walk


def pieces_in_request(request: Request) -> Iterator[Piece]:
    """Yield the pieces of all texts of a request, in the order they are written."""
    for text in texts_in_request(request):
        yield from pieces_of(text)


def texts_in_request(request: Request) -> Iterator[Text]:
    """Yield all texts of a request, in the order they are written."""
    yield request.path
    yield from (it.value for it in request.query if it.is_on)
    yield from (text for _, text in request.headers)
    yield from texts_in_auth(request.auth)
    yield from _texts_in_body(request.body)
    yield from texts_in_answer(request)


def texts_in_answer(request: Request) -> Iterator[Text]:
    """Yield the texts that a request's answer is held against, or that stand in for a value."""
    for check in request.checks:
        yield from _texts_in_check(check)
    yield from (take.default for take in request.takes)


def texts_in_auth(auth: Auth | None) -> Iterator[Text]:
    """Yield the texts by which a request says who sends it."""
    match auth:
        case None | NoAuth():
            pass
        case BasicAuth(user, password):
            yield from (user, password)
        case BearerAuth(token):
            yield token
        case KeyAuth(value=value):
            yield value


def texts_in_test(test: Test) -> tuple[Text, Text]:
    """Return both sides of a test."""
    return test.left, test.right


def pieces_in_pairs(pairs: Iterable[tuple[str, Text]]) -> Iterator[Piece]:
    """Yield the pieces of the values of headers or fields."""
    for _, text in pairs:
        yield from pieces_of(text)


def pieces_in_made(made: Made) -> tuple[Piece, ...]:
    """Return the pieces of a variable that is composed of others."""
    match made.how:
        case Composed(text) | Base64(text):
            return pieces_of(text)
        case _:
            return ()


def pieces_in_node(node: Node) -> Iterator[Piece]:
    """Yield the pieces of a node and of all that stands within it."""
    for it in walk([node]):
        yield from own_pieces_of(it)
    for request in requests_in([node]):
        yield from pieces_in_request(request)


def sources_in_node(node: Node) -> set[str]:
    """Return the names of the data files used by a node and what stands within it."""
    return sources_in(pieces_in_node(node))


def sources_in(pieces: Iterable[Piece]) -> set[str]:
    """Return the names of the data files that pieces come from."""
    return {piece.source for piece in pieces if isinstance(piece, Variable) and piece.column}


def sources_of(journey: Journey) -> set[str]:
    """Return the names of the data files a journey uses."""
    by_hand = journey.by_hand.data_files if journey.by_hand else ()
    return sources_in(pieces_of_journey(journey)) | set(by_hand)


def secrets_of(journeys: Iterable[Journey]) -> tuple[Secret, ...]:
    """Return the secrets of journeys, each once, in order of first appearance."""
    return tuple(dict.fromkeys(it for journey in journeys for it in _secrets(journey)))


def hosts_of(journey: Journey) -> tuple[str, ...]:
    """Return the names of the hosts a journey goes to, its own first, each once."""
    named = (request.host for request in requests_of(journey) if request.host)
    pieces = (it.host for it in pieces_of_journey(journey) if isinstance(it, Host))
    by_hand = journey.by_hand.hosts if journey.by_hand else ()
    return tuple(dict.fromkeys((journey.host, *named, *pieces, *by_hand)))


def attachments_of(journey: Journey) -> tuple[str, ...]:
    """Return the names of the files a journey needs beside its locustfile, each once."""
    authority = (journey.tls.authority,) if journey.tls.authority else ()
    by_hand = journey.by_hand.attachments if journey.by_hand else ()
    return tuple(dict.fromkeys((*authority, *files_of(journey), *by_hand)))


def files_of(journey: Journey) -> tuple[str, ...]:
    """Return the names of the files a journey uploads, each once."""
    files = (name for it in requests_of(journey) for name in files_in_body(it.body))
    return tuple(dict.fromkeys(files))


def pieces_of_journey(journey: Journey) -> Iterator[Piece]:
    """Yield the pieces of all texts of a journey, from the top down."""
    yield from pieces_in_pairs(journey.headers)
    for text in texts_in_auth(journey.auth):
        yield from pieces_of(text)
    for made in journey.made:
        yield from pieces_in_made(made)
    for node in nodes_of(journey):
        yield from own_pieces_of(node)
    for request in requests_of(journey):
        yield from pieces_in_request(request)


def _secrets(journey: Journey) -> Iterator[Secret]:
    yield from (it for it in pieces_of_journey(journey) if isinstance(it, Secret))
    if journey.tls.client_certificate:
        yield Secret(journey.tls.client_certificate)
    if journey.by_hand:
        yield from map(Secret, journey.by_hand.secrets)


def own_pieces_of(node: Node) -> Iterator[Piece]:
    """Yield the pieces of a block itself, not of what stands within it."""
    match node:
        case Condition(when=test) | Loop(repeat=Until(test=test)):
            for text in texts_in_test(test):
                yield from pieces_of(text)
        case Loop(repeat=EachItem(variable=variable)):
            yield Variable(variable)
        case _:
            pass


def _texts_in_body(body: Body) -> Iterator[Text]:
    match body:
        case NoBody() | FileBody():
            pass
        case FormBody(fields):
            yield from (text for _, text in fields)
        case JsonBody(holes=holes) | GraphqlBody(holes=holes):
            yield from (hole.value for hole in holes)
        case RawBody(text):
            yield text
        case PartsBody(parts):
            yield from (part.text for part in parts if isinstance(part, FieldPart))


def files_in_body(body: Body) -> tuple[str, ...]:
    """Return the names of the attachments a body is made of."""
    match body:
        case FileBody(file):
            return (file,)
        case PartsBody(parts):
            return tuple(part.file for part in parts if isinstance(part, FilePart))
        case NoBody() | FormBody() | JsonBody() | RawBody() | GraphqlBody():
            return ()


def _texts_in_check(check: Check) -> tuple[Text, ...]:
    match check:
        case ContainsCheck(text) | AbsentCheck(text):
            return (text,)
        case JsonCheck(value=value) | HeaderCheck(value=value):
            return (value,)
        case StatusCheck() | MatchesCheck() | WithinCheck() | SizeCheck():
            return ()
