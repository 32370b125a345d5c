"""One request of a journey → the call that makes it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from studio.journey.auth import NO_AUTH, Auth
from studio.journey.journey import Client, Journey
from studio.journey.request import Request
from studio.journey.template import Piece, pieces_of
from studio.journey.uses import texts_in_auth
from studio.locustfile.layout import Group, Leaf, Node, prefixed
from studio.locustfile.literal import number_literal, text_literal
from studio.locustfile.planned_step import PlannedRequest
from studio.locustfile.planning_address import address_of, endpoint_of
from studio.locustfile.planning_answer import plan_answer
from studio.locustfile.planning_body import body_arguments, content_type, modules_for_body
from studio.locustfile.planning_headers import (
    Headers,
    auth_headers,
    has_header,
    headers_node,
    joined_headers,
    pieces_in_headers,
    stacked,
    uses_basic,
    without_headers,
)
from studio.locustfile.planning_text import Names, address_source, encodes
from studio.scenario.target import MAIN_HOST

_CALLS = {"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"}
"""Methods for which both of Locust's clients have a function of their own."""


@dataclass(frozen=True, slots=True)
class Manner:
    """What all requests of a journey have in common, unless one says otherwise."""

    client: Client = Client.FAST
    auth: Auth = NO_AUTH
    follows_redirects: bool = True
    answer_within_s: float | None = None
    host: str = MAIN_HOST

    headers: Headers = ()
    """The journey's own that must go with each request; the request's stand above them."""

    too_early: Mapping[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    """Header → ids of requests that go without it: what it holds is not known before them."""

    @classmethod
    def of(cls, journey: Journey, headers: Headers) -> "Manner":
        """Return how the requests of a journey are made."""
        own = (journey.client, journey.auth, journey.follow_redirects, journey.answer_within_s)
        return cls(*own, journey.host, headers)

    def pieces(self) -> tuple[Piece, ...]:
        """Return the pieces of the texts that go with each request."""
        of_auth = (piece for text in texts_in_auth(self.auth) for piece in pieces_of(text))
        return (*pieces_in_headers(self.headers), *of_auth)


def plan_request(request: Request, names: Names, manner: Manner) -> PlannedRequest:
    """Return the call that makes a request, and what is done with its answer.

    Raises:
        JourneyError: A variable has no value, a hole no place, or a file is not there.
    """
    auth = manner.auth if request.auth is None else request.auth
    address, endpoint = address_of(request, auth, manner.host), endpoint_of(request)
    headers = _headers(request, manner)
    arguments: list[Node] = [Leaf(address_source(address, names))]
    arguments += body_arguments(request.body, names)
    arguments += [prefixed("headers=", headers_node(headers, names))] if headers else []
    arguments += [Leaf(f"name={text_literal(endpoint)}")] if endpoint != address else []
    options = _options(request, manner)
    arguments += [Leaf(f"{name}={value}") for name, value in options.items()]
    opening = f"self.client.{request.method.lower()}("
    if request.method not in _CALLS:
        opening = "self.client.request("
        arguments.insert(0, Leaf(text_literal(request.method)))
    uses = {*modules_for_body(request.body)}
    uses |= {"quote"} if encodes(address) else set()
    uses |= {"basic"} if uses_basic(headers) else set()
    uses |= {"within_s"} & options.keys()
    call = Group(opening, tuple(arguments), ")")
    inside, more = plan_answer(request, names, manner.client)
    return PlannedRequest(call, inside, request.id, frozenset(uses | more))


def _headers(request: Request, manner: Manner) -> Headers:
    early = [name for name, requests in manner.too_early.items() if request.id in requests]
    of_journey = without_headers(manner.headers, early)
    own = joined_headers(request.headers)
    kind = content_type(request.body)
    if kind and not has_header(own, "Content-Type"):
        own += (("Content-Type", kind),)
    if request.auth is None:
        return stacked(of_journey, own)
    lost = [name for name, _ in auth_headers(manner.auth)]
    return stacked(without_headers(of_journey, lost), own, auth_headers(request.auth))


def _options(request: Request, manner: Manner) -> dict[str, str]:
    """Return what else a call says, where its client would do something else by itself."""
    follows = manner.follows_redirects
    follows = follows if request.follow_redirects is None else request.follow_redirects
    follows_by_itself = not (manner.client is Client.HTTP and request.method == "HEAD")
    found = {"allow_redirects": repr(follows)} if follows is not follows_by_itself else {}
    within_s = request.answer_within_s
    if within_s is not None and within_s != manner.answer_within_s:
        found["within_s"] = number_literal(round(within_s, 3))
    return found
