"""One request of a journey → the call that makes it."""

import json
import re

from studio.journey.request import Body, FormBody, JsonBody, NoBody, Pairs, RawBody, Request
from studio.locustfile.layout import Group, Leaf, Node, prefixed
from studio.locustfile.literal import literal, text_literal
from studio.locustfile.plan import PlannedRequest

_CALLS = {"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"}
"""Methods for which both of Locust's clients have a function of their own."""

_FORM = "application/x-www-form-urlencoded"


def plan_request(request: Request) -> PlannedRequest:
    """Return the call that makes a request, and the statuses that pass."""
    path = text_literal(request.path)
    endpoint = request.endpoint or request.path.partition("?")[0]
    arguments: list[Node] = [Leaf(path)]
    arguments += _body(request.body)
    arguments += _headers(request)
    if endpoint != request.path:
        arguments.append(Leaf(f"name={text_literal(endpoint)}"))
    opening = f"self.client.{request.method.lower()}("
    if request.method not in _CALLS:
        opening = "self.client.request("
        arguments.insert(0, Leaf(text_literal(request.method)))
    statuses = request.check.statuses if request.check else ()
    return PlannedRequest(Group(opening, tuple(arguments), ")"), statuses)


def sends_repeated_fields(request: Request) -> bool:
    """Return whether a form has a field twice, which a dict could not say."""
    return isinstance(request.body, FormBody) and _repeats(request.body.fields)


def _body(body: Body) -> list[Node]:
    match body:
        case NoBody():
            return []
        case FormBody(fields) if _repeats(fields):
            inside = Group("[", tuple(_pair(*field) for field in fields), "]", is_display=True)
            return [Group("data=urlencode(", (inside,), ")")]
        case FormBody(fields):
            return [prefixed("data=", literal(dict(fields)))]
        case JsonBody(text) if _is_kept_by_parsing(text):
            return [prefixed("json=", literal(json.loads(text)))]
        case JsonBody(text) | RawBody(text):
            return [Leaf(f"data={text_literal(text)}")]


def _pair(name: str, value: str) -> Node:
    return Group("(", (Leaf(text_literal(name)), Leaf(text_literal(value))), ")", is_display=True)


def _headers(request: Request) -> list[Node]:
    headers = _joined(request.headers)
    kind = _content_type(request.body)
    if kind and not any(name.lower() == "content-type" for name in headers):
        headers["Content-Type"] = kind
    return [prefixed("headers=", literal(headers))] if headers else []


def _content_type(body: Body) -> str | None:
    """Return the type of a body whose client would not send it by itself."""
    match body:
        case FormBody(fields) if _repeats(fields):
            return _FORM
        case JsonBody(text) if not _is_kept_by_parsing(text):
            return "application/json"
        case RawBody(type=kind):
            return kind or None
        case _:
            return None


def _joined(headers: Pairs) -> dict[str, str]:
    """Return headers as a dict; values of a repeated name are joined as RFC 9110, 5.3 allows."""
    joined: dict[str, str] = {}
    spelling: dict[str, str] = {}
    for name, value in headers:
        key = spelling.setdefault(name.lower(), name)
        comma = "; " if name.lower() == "cookie" else ", "
        joined[key] = joined[key] + comma + value if key in joined else value
    return joined


def _repeats(fields: Pairs) -> bool:
    return len({name for name, _ in fields}) < len(fields)


class _Lossy(ValueError):  # noqa: N818  # it is a signal, not an error
    """Something in a JSON text would not survive parsing and writing."""


def _is_kept_by_parsing(text: str) -> bool:
    """Return whether a JSON text means the same after Python has parsed and written it."""
    try:
        json.loads(
            text,
            object_pairs_hook=_once_each,
            parse_float=_same_float,
            parse_int=_same_int,
            parse_constant=_no_constant,
        )
    except (ValueError, RecursionError):
        return False
    return re.search(r"[\ud800-\udfff]", text) is None


def _once_each(pairs: list[tuple[str, object]]) -> None:
    if len({name for name, _ in pairs}) < len(pairs):
        raise _Lossy("a repeated key")


def _same_float(digits: str) -> float:
    if repr(float(digits)) != digits:
        raise _Lossy(digits)
    return float(digits)


def _same_int(digits: str) -> int:
    if str(int(digits)) != digits:
        raise _Lossy(digits)
    return int(digits)


def _no_constant(name: str) -> None:
    raise _Lossy(name)
