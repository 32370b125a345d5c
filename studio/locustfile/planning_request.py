"""One request of a journey → the call that makes it."""

from studio.journey.body import (
    Body,
    FileBody,
    FormBody,
    GraphqlBody,
    JsonBody,
    NoBody,
    Pairs,
    PartsBody,
    RawBody,
)
from studio.journey.check import StatusCheck
from studio.journey.request import Request
from studio.locustfile.layout import Group, Leaf, Node, prefixed
from studio.locustfile.literal import text_literal
from studio.locustfile.plan import PlannedRequest
from studio.locustfile.planning_json import is_kept_by_parsing, json_argument
from studio.locustfile.planning_text import (
    Names,
    address_source,
    endpoint_of,
    joined_pairs,
    pairs_node,
    text_source,
)

_CALLS = {"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"}
"""Methods for which both of Locust's clients have a function of their own."""

_FORM = "application/x-www-form-urlencoded"


def plan_request(request: Request, names: Names, headers: Pairs = ()) -> PlannedRequest:
    """Return the call that makes a request, and the statuses that pass.

    Args:
        request: The request.
        names: How its variables are written.
        headers: The journey's own that must go with each request; the request's stand above them.

    Raises:
        JourneyError: A variable has no value, or a hole no place.
    """
    endpoint = request.endpoint or endpoint_of(request.path)
    arguments: list[Node] = [Leaf(address_source(request.path, names))]
    arguments += _body(request.body, names)
    arguments += _headers(request, names, headers)
    if endpoint != request.path:
        arguments.append(Leaf(f"name={text_literal(endpoint)}"))
    opening = f"self.client.{request.method.lower()}("
    if request.method not in _CALLS:
        opening = "self.client.request("
        arguments.insert(0, Leaf(text_literal(request.method)))
    statuses = _statuses(request)
    return PlannedRequest(Group(opening, tuple(arguments), ")"), statuses, request.id)


def _statuses(request: Request) -> tuple[int, ...]:
    return tuple(
        it for check in request.checks if isinstance(check, StatusCheck) for it in check.statuses
    )


def sends_repeated_fields(request: Request) -> bool:
    """Return whether a form has a field twice, which a dict could not say."""
    return isinstance(request.body, FormBody) and _repeats(request.body.fields)


def _body(body: Body, names: Names) -> list[Node]:
    match body:
        case NoBody():
            return []
        case FormBody(fields) if _repeats(fields):
            pairs = tuple(
                Group("(", (Leaf(text_literal(name)), Leaf(text_source(text, names))), ")", True)
                for name, text in fields
            )
            return [Group("data=urlencode(", (Group("[", pairs, "]", is_display=True),), ")")]
        case FormBody(fields):
            return [prefixed("data=", pairs_node(fields, names))]
        case JsonBody():
            return [json_argument(body, names)]
        case PartsBody() | FileBody() | GraphqlBody():
            return []  # refused before
        case RawBody(text):
            return [Leaf(f"data={text_source(text, names)}")]


def _headers(request: Request, names: Names, of_journey: Pairs) -> list[Node]:
    own = joined_pairs(request.headers)
    kind = _content_type(request.body)
    if kind and not _has(own, "Content-Type"):
        own += (("Content-Type", kind),)
    headers = (*(pair for pair in of_journey if not _has(own, pair[0])), *own)
    return [prefixed("headers=", pairs_node(headers, names))] if headers else []


def _has(headers: Pairs, name: str) -> bool:
    return any(other.lower() == name.lower() for other, _ in headers)


def _content_type(body: Body) -> str | None:
    """Return the type of a body whose client would not send it by itself."""
    match body:
        case FormBody(fields) if _repeats(fields):
            return _FORM
        case JsonBody(text) if not is_kept_by_parsing(text):
            return "application/json"
        case RawBody(type=kind):
            return kind or None
        case _:
            return None


def _repeats(fields: Pairs) -> bool:
    return len({name for name, _ in fields}) < len(fields)
