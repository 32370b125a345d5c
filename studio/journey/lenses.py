"""All texts of a journey's nodes and requests that a person may look for and replace."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from studio.journey.auth import BasicAuth, BearerAuth, KeyAuth
from studio.journey.body import (
    FieldPart,
    FileBody,
    FilePart,
    FormBody,
    GraphqlBody,
    Hole,
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
from studio.journey.json_path import json_path_text, read_json_path
from studio.journey.json_shown import read_shown_json, shown_json
from studio.journey.lens import Lens, attribute, inside, pair_lenses, plain, template, within
from studio.journey.node import Branch, Choice, CodeBlock, Condition, Group, Loop, Node, Step, Until
from studio.journey.request import QueryField, Request
from studio.journey.take import (
    AddressPlace,
    CookiePlace,
    ElementPlace,
    FieldPlace,
    HeaderPlace,
    JsonPlace,
    LinkPlace,
    PatternPlace,
    Take,
)
from studio.journey.template import Text, put_together, take_apart


def lenses_of_journey(journey: Journey) -> Iterator[Lens[Journey]]:
    """Yield the texts of a journey beside its steps."""
    yield attribute("name", journey.name)
    yield from within("headers", journey.headers, pair_lenses)
    yield attribute("note", journey.note)
    if journey.by_hand is not None:
        yield inside("by_hand", attribute("text", journey.by_hand.text))


def lenses_of_node(node: Node) -> Iterator[Lens[Node]]:
    """Yield the texts of a node, without what stands within it."""
    yield attribute("name", node.name)
    match node:
        case Choice(branches=branches):
            yield from within("branches", branches, _of_branch)
        case Condition(when=test):
            yield from (inside("when", it) for it in _of_test(test))
        case Loop(repeat=Until(test=test)):
            yield from (inside("repeat", inside("test", it)) for it in _of_test(test))
        case CodeBlock(text=text):
            yield attribute("text", text)
        case Step() | Group() | Loop():
            pass
    yield attribute("note", node.note)


def lenses_of_request(request: Request) -> Iterator[Lens[Request]]:
    """Yield the texts of a request, in the order they are shown."""
    yield template("path", request.path)
    yield from within("query", request.query, _of_field)
    if request.endpoint:
        yield attribute("endpoint", request.endpoint)
    yield from within("headers", request.headers, pair_lenses)
    yield from (inside("auth", it) for it in _of_auth(request.auth))
    yield from (inside("body", it) for it in _of_body(request.body))
    yield from within("takes", request.takes, _of_take)
    yield from within("checks", request.checks, _of_check)
    yield attribute("note", request.note)


def _of_branch(branch: Branch) -> Iterator[Lens[Branch]]:
    yield attribute("name", branch.name)


def _of_test(test: Test) -> Iterator[Lens[Test]]:
    yield template("left", test.left)
    yield template("right", test.right)


def _of_field(field: QueryField) -> Iterator[Lens[QueryField]]:
    yield attribute("name", field.name)
    yield template("value", field.value)


def _of_auth(auth: object) -> Iterator[Lens[Any]]:
    match auth:
        case BasicAuth(user, password):
            yield template("user", user)
            yield template("password", password)
        case BearerAuth(token):
            yield template("token", token)
        case KeyAuth(name, value):
            yield attribute("name", name)
            yield template("value", value)
        case _:
            pass


def _of_body(body: object) -> Iterator[Lens[Any]]:
    match body:
        case FormBody(fields):
            yield from within("body", fields, pair_lenses, "fields")
        case JsonBody(text, holes):
            yield _of_json("text", text, holes)
        case RawBody(text):
            yield template("text", text)
        case PartsBody(parts):
            yield from within("body", parts, _of_part, "parts")
        case GraphqlBody(query, variables, holes):
            yield attribute("body", query, "query")
            yield _of_json("variables", variables, holes)
        case NoBody() | FileBody():
            pass
        case _:
            pass


def _of_part(part: FieldPart | FilePart) -> Iterator[Lens[Any]]:
    yield attribute("name", part.name)
    match part:
        case FieldPart(text=text):
            yield template("text", text)
        case FilePart(filename=filename):
            yield attribute("filename", filename)


def _of_json(name: str, text: str, holes: tuple[Hole, ...]) -> Lens[Any]:
    """Return the lens of a JSON text with its holes filled; they go where it takes them."""
    shown: Text = take_apart(shown_json(text, holes)) if holes else text

    def put(body: Any, changed: Text) -> Any:  # noqa: ANN401  # either body with a JSON text
        if isinstance(changed, str) and not body.holes:
            return replace(body, **{name: changed})
        before: str = getattr(body, name)
        read, filled = read_shown_json(put_together(changed), before, body.holes)
        return replace(body, holes=filled, **{name: read})

    return Lens("body", -1, shown, put, takes_variables=True)


def _of_take(take: Take) -> Iterator[Lens[Take]]:
    yield from (inside("place", it) for it in _of_place(take.place))
    if take.default:
        yield template("default", take.default)


def _of_place(place: object) -> Iterator[Lens[Any]]:
    match place:
        case JsonPlace(path):
            yield Lens("path", -1, json_path_text(path), _with_path)
        case FieldPlace(name) | HeaderPlace(name) | CookiePlace(name):
            yield attribute("name", name)
        case ElementPlace(selector):
            yield attribute("selector", selector)
        case LinkPlace(text):
            yield attribute("text", text)
        case PatternPlace(regex=regex) | AddressPlace(regex=regex):
            yield attribute("regex", regex)
        case _:
            pass


def _of_check(check: Check) -> Iterator[Lens[Any]]:
    match check:
        case ContainsCheck(text) | AbsentCheck(text):
            yield template("text", text)
        case MatchesCheck(regex):
            yield attribute("regex", regex)
        case JsonCheck(path, value=value):
            yield Lens("path", -1, json_path_text(path), _with_path)
            yield template("value", value)
        case HeaderCheck(name, value=value):
            yield attribute("name", name)
            yield template("value", value)
        case StatusCheck() | WithinCheck() | SizeCheck():
            pass


def _with_path(noun: Any, text: Text) -> Any:  # noqa: ANN401  # a place or a check
    return replace(noun, path=read_json_path(plain(text)))
