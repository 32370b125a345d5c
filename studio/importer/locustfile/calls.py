"""Calls of a user's client → requests."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import quote_plus, urlsplit

from studio.importer.locustfile.expressions import json_of, number_of, pairs_of, text_of
from studio.importer.locustfile.scope import NotVisualError, Scope
from studio.journey.auth import BasicAuth
from studio.journey.body import (
    NO_BODY,
    Body,
    FieldPart,
    FileBody,
    FilePart,
    FormBody,
    JsonBody,
    Pairs,
    PartsBody,
    RawBody,
)
from studio.journey.request import QueryField, Request
from studio.journey.template import Text, pieces_of
from studio.locustfile.planning_address import endpoint_of

_METHODS = {"get", "post", "put", "patch", "delete", "head", "options"}
_OPTIONS = {
    *("name", "data", "json", "headers", "params", "catch_response", "allow_redirects"),
    *("auth", "timeout", "within_s", "files"),
}
"""What steps can say; any other option keeps the call code."""


def is_call_of_client(node: ast.AST) -> bool:
    """Return whether this is a call such as `self.client.get(…)`."""
    match node:
        case ast.Call(ast.Attribute(owner, method)):
            return method in _METHODS | {"request"} and _is_client(owner)
        case _:
            return False


def request_of(node: ast.expr, scope: Scope) -> Request:
    """Return the request a call makes.

    Raises:
        NotVisualError: It is no call of a client, or has what no step says.
    """
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
        raise NotVisualError
    if not is_call_of_client(node):
        raise NotVisualError
    method, arguments = node.func.attr.upper(), list(node.args)
    options = {it.arg: it.value for it in node.keywords if it.arg is not None}
    if len(options) != len(node.keywords) or not options.keys() <= _OPTIONS | {"url", "method"}:
        raise NotVisualError
    if method == "REQUEST":
        method = _method(arguments, options)
    address = arguments.pop(0) if arguments else options.pop("url", None)
    if address is None or len(arguments) > 1:
        raise NotVisualError
    if arguments:  # `post(url, data)` as requests has it
        options["data"] = arguments[0]
    return _filled(Request("", method, *_place(text_of(address, scope), scope)), options, scope)


def _is_client(node: ast.expr) -> bool:
    match node:
        case ast.Attribute(ast.Name("self" | "l" | "user"), "client"):
            return True
        case ast.Attribute(ast.Attribute(ast.Name("self"), "user" | "parent"), "client"):
            return True
        case _:
            return False


def _method(arguments: list[ast.expr], options: dict[str, ast.expr]) -> str:
    match arguments.pop(0) if arguments else options.pop("method", None):
        case ast.Constant(str() as method):
            return method.upper()
        case _:
            raise NotVisualError


def _place(address: Text, scope: Scope) -> tuple[Any, ...]:
    """Return path, query and host of a request, in the order of its fields."""
    first, *others = pieces_of(address)
    if not isinstance(first, str) or not first.startswith(("http://", "https://")):
        return (address,)
    parts = urlsplit(first)
    base = f"{parts.scheme}://{parts.netloc}"
    if not parts.hostname or (others and first == base):
        raise NotVisualError
    rest = first.removeprefix(base) or "/"
    path: Text = (rest, *others) if others else rest
    known = scope.hosts.get(base)
    if known is None:
        known = scope.hosts[base] = "main" if not scope.hosts else f"host_{len(scope.hosts) + 1}"
    return (path, (), None if known == "main" else known)


def _filled(request: Request, options: Mapping[str, ast.expr], scope: Scope) -> Request:
    data, json_value = options.get("data"), options.get("json")
    auth, headers = _headers(options.get("headers"), scope)
    body: Body = NO_BODY
    if "files" in options:
        body = PartsBody(tuple(_parts(options["files"], scope)))
    elif json_value is not None and not _is_none(json_value):
        body = JsonBody(*json_of(json_value, scope))
    elif data is not None and not _is_none(data):
        body, headers = _data(data, headers, scope)
    endpoint = _constant(options["name"], str) if "name" in options else None
    filled = replace(
        request,
        query=_query(options, scope),
        endpoint=endpoint,
        headers=headers,
        auth=_auth(options, scope) or auth,
        body=body,
        follow_redirects=_constant(options["allow_redirects"], bool)
        if "allow_redirects" in options
        else None,
        answer_within_s=_deadline(options),
    )
    is_worked_out = endpoint == endpoint_of(replace(filled, endpoint=None))
    return replace(filled, endpoint=None) if is_worked_out else filled


def _query(options: Mapping[str, ast.expr], scope: Scope) -> tuple[QueryField, ...]:
    if "params" not in options or _is_none(options["params"]):
        return ()

    def encoded(text: Text) -> Text:
        return quote_plus(text) if isinstance(text, str) else text

    pairs = pairs_of(options["params"], scope)
    return tuple(QueryField(quote_plus(name), encoded(text)) for name, text in pairs)


def _data(
    node: ast.expr, headers: tuple[tuple[str, Text], ...], scope: Scope
) -> tuple[Body, tuple[tuple[str, Text], ...]]:
    match node:
        case ast.Name(name) if name in scope.files:
            kinds = [text for header, text in headers if header.lower() == "content-type"]
            rest = tuple(pair for pair in headers if pair[0].lower() != "content-type")
            kind = kinds[-1] if kinds and isinstance(kinds[-1], str) else ""
            return FileBody(scope.files[name], kind), rest
        case ast.Dict() | ast.List() | ast.Tuple():
            return FormBody(pairs_of(node, scope)), headers
        case ast.Call(ast.Name("urlencode"), [pairs], []):
            rest = tuple(pair for pair in headers if pair[0].lower() != "content-type")
            return FormBody(pairs_of(pairs, scope)), rest
        case ast.Call(ast.Attribute(ast.Name("json"), "dumps"), [value], []):
            rest = tuple(pair for pair in headers if pair[0].lower() != "content-type")
            return JsonBody(*json_of(value, scope)), rest
        case _:
            kinds = [text for name, text in headers if name.lower() == "content-type"]
            rest = tuple(pair for pair in headers if pair[0].lower() != "content-type")
            kind = kinds[-1] if kinds and isinstance(kinds[-1], str) else ""
            return RawBody(text_of(node, scope), kind), rest


def _deadline(options: Mapping[str, ast.expr]) -> float | None:
    given = options.get("within_s", options.get("timeout"))
    return None if given is None else number_of(given)


def _headers(node: ast.expr | None, scope: Scope) -> tuple[BasicAuth | None, Pairs]:
    """Return the headers of a call; a name and a password that our own files send come apart."""
    if not isinstance(node, ast.Dict):
        return None, () if node is None else pairs_of(node, scope)
    auth, keys, values = None, list[ast.expr | None](), list[ast.expr]()
    for key, value in zip(node.keys, node.values, strict=True):
        match key, value:
            case ast.Constant("Authorization"), ast.Call(ast.Name("basic"), [user, password], []):
                auth = BasicAuth(text_of(user, scope), text_of(password, scope))
            case _:
                keys.append(key)
                values.append(value)
    return auth, pairs_of(ast.Dict(keys, values), scope)


def _parts(node: ast.expr, scope: Scope) -> Iterator[FieldPart | FilePart]:
    for item in node.elts if isinstance(node, ast.List) else [node]:
        match item:
            case ast.Tuple([ast.Constant(str() as name), ast.Tuple([ast.Constant(None), *rest])]):
                text = text_of(rest[0], scope)
                kind = _constant(rest[1], str) if len(rest) > 1 else None
                yield FieldPart(name, text) if kind is None else FieldPart(name, text, kind)
            case ast.Tuple(
                [
                    ast.Constant(str() as name),
                    ast.Tuple([ast.Constant(str() as filename), ast.Name(constant), *rest]),
                ]
            ) if constant in scope.files:
                kind = _constant(rest[0], str) if rest else "application/octet-stream"
                yield FilePart(name, scope.files[constant], filename, kind)
            case _:
                raise NotVisualError


def _auth(options: Mapping[str, ast.expr], scope: Scope) -> BasicAuth | None:
    match options.get("auth"):
        case None:
            return None
        case ast.Tuple([user, password]):
            return BasicAuth(text_of(user, scope), text_of(password, scope))
        case _:
            raise NotVisualError


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _constant(node: ast.expr, kind: type) -> Any:  # noqa: ANN401  # of that kind
    if isinstance(node, ast.Constant) and type(node.value) is kind:
        return node.value
    raise NotVisualError
