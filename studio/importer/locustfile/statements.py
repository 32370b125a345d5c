"""Statements of a method → steps and blocks; what no step says stays code, to the letter."""

import ast
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from studio.importer.locustfile.answers import read_answer, take_of
from studio.importer.locustfile.calls import is_call_of_client, request_of
from studio.importer.locustfile.expressions import number_of, pairs_of
from studio.importer.locustfile.scope import NotVisualError, Scope, attribute_of_self
from studio.journey.node import (
    Branch,
    Choice,
    CodeBlock,
    Loop,
    Node,
    Nodes,
    Step,
    Times,
)
from studio.journey.request import Request
from studio.journey.wait import BetweenWait, ConstantWait, Pause

Inline = Callable[[str], Nodes]
"""Returns the nodes of another method of the same class; raises NotVisualError for none."""


@dataclass(slots=True)
class _Open:
    """The step that is being filled, and what came before it."""

    nodes: list[Node]
    requests: list[Request]
    answers: dict[str, int]
    """Local names of answers, and the place of their requests among `requests`."""


class Statements:
    """Reads the body of one method."""

    def __init__(self, name: str, source: str, scope: Scope, inline: Inline) -> None:
        self._name = name
        self._source = source
        self._scope = scope
        self._inline = inline

    def nodes_of(self, body: Sequence[ast.stmt]) -> Nodes:
        """Return the steps and blocks of statements, in order."""
        before = (set(self._scope.locals), set(self._scope.attributes), len(self._scope.made))
        nodes = self._read(body)
        if _is_torn(nodes, body):
            self._scope.locals, self._scope.attributes = before[0], before[1]
            del self._scope.made[before[2] :]
            return (self._code(body),)
        return nodes

    def _read(self, body: Sequence[ast.stmt]) -> Nodes:
        opened = _Open([], [], {})
        for statement in body:
            try:
                self._statement(statement, opened)
            except NotVisualError:
                self._close(opened)
                self._keep(statement, opened.nodes)
        self._close(opened)
        return tuple(opened.nodes)

    def _statement(self, statement: ast.stmt, opened: _Open) -> None:
        match statement:
            case ast.Pass() | ast.Expr(ast.Constant(str())):
                pass
            case ast.Expr(call):
                self._call(call, opened)
            case ast.Assign([target], value):
                self._assignment(target, value, opened)
            case ast.With([ast.withitem(call, ast.Name(name))], inner) if is_call_of_client(call):
                takes, checks = read_answer(inner, name, self._scope)
                opened.requests.append(replace(self._request(call), takes=takes, checks=checks))
            case _:
                self._block(statement, opened)

    def _call(self, call: ast.expr, opened: _Open) -> None:
        match call:
            case ast.Call(ast.Attribute(ast.Name(feed), "expect" | "give_back")) if (
                feed in self._scope.feeds
            ):
                pass
            case ast.Call(function, [ast.Dict() as headers], []) if _updates(function):
                self._scope.headers += pairs_of(headers, self._scope)
            case ast.Call(ast.Attribute(ast.Name("self"), method), [], []):
                nodes = self._inline(method)
                self._close(opened)
                opened.nodes += nodes
            case _ if is_call_of_client(call):
                opened.requests.append(self._request(call))
            case _:
                self._wait(_pause(call), opened)

    def _assignment(self, target: ast.expr, value: ast.expr, opened: _Open) -> None:
        match target, value:
            case ast.Name(name), call if is_call_of_client(call):
                opened.requests.append(self._request(call))
                opened.answers[name] = len(opened.requests) - 1
            case _, ast.Call(ast.Attribute(ast.Name(feed), "take"), [], []) if (
                feed in self._scope.feeds and (row := attribute_of_self(target))
            ):
                self._scope.rows[row] = feed
            case _ if (name := _owner(value)) in opened.answers:
                number = opened.answers[name]
                take = take_of(target, value, name, self._scope)
                request = opened.requests[number]
                opened.requests[number] = replace(request, takes=(*request.takes, take))
            case _:
                raise NotVisualError

    def _block(self, statement: ast.stmt, opened: _Open) -> None:
        match statement:
            case ast.For(ast.Name("_"), counted, inner, []):
                repeat = _times(counted)
                self._close(opened)
                opened.nodes.append(
                    Loop(self._scope.numbers.node(), self._name, repeat, self._read(inner))
                )
            case ast.If(test, inner, []):
                share = _share(test)
                self._close(opened)
                branches = (Branch(self._name, share, self._read(inner)),)
                opened.nodes.append(Choice(self._scope.numbers.node(), self._name, branches))
            case _:
                raise NotVisualError

    def _request(self, call: ast.expr) -> Request:
        request = request_of(call, self._scope)
        return replace(request, id=self._scope.numbers.request())

    def _wait(self, pause: Pause, opened: _Open) -> None:
        self._close(opened)
        match opened.nodes:
            case [*_, Step(wait=None) as last]:
                opened.nodes[-1] = replace(last, wait=pause)
            case _:
                opened.nodes.append(Step(self._scope.numbers.node(), "Wait", (), wait=pause))

    def _close(self, opened: _Open) -> None:
        if opened.requests:
            step = Step(self._scope.numbers.node(), self._name, tuple(opened.requests))
            opened.nodes.append(step)
            opened.requests, opened.answers = [], {}

    def _keep(self, statement: ast.stmt, nodes: list[Node]) -> None:
        """Keep a statement as code, together with code before it."""
        block = self._code([statement])
        match nodes:
            case [*_, CodeBlock(text=text) as last]:
                nodes[-1] = replace(last, text=f"{text}\n{block.text}")
            case _:
                nodes.append(block)

    def _code(self, body: Sequence[ast.stmt]) -> CodeBlock:
        lines = self._source.splitlines()[body[0].lineno - 1 : body[-1].end_lineno]
        text = textwrap.dedent("\n".join(lines))
        return CodeBlock(self._scope.numbers.node(), f"{self._name} (code)", text)


def is_code(nodes: Sequence[Node]) -> bool:
    """Return whether any of these, at the top, stayed code."""
    return any(isinstance(node, CodeBlock) for node in nodes)


def _is_torn(nodes: Nodes, body: Sequence[ast.stmt]) -> bool:
    """Return whether code uses or sets a local name that other statements set or use."""
    if not is_code(nodes):
        return False
    code = [ast.parse(it.text) for it in nodes if isinstance(it, CodeBlock)]
    in_code = {it.id for tree in code for it in ast.walk(tree) if isinstance(it, ast.Name)}
    stored = {
        it.id
        for statement in body
        for it in ast.walk(statement)
        if isinstance(it, ast.Name) and isinstance(it.ctx, ast.Store)
    }
    returns = any(isinstance(it, ast.Return) for tree in code for it in ast.walk(tree))
    return len(nodes) > 1 and (returns or bool(in_code & stored))


def _owner(node: ast.expr) -> str:
    """Return the name a chain of attributes, calls and indexes begins with; empty for none."""
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Call):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def _updates(function: ast.expr) -> bool:
    """Return whether this is `self.client.headers.update`, which holds for all requests."""
    match function:
        case ast.Attribute(ast.Attribute(ast.Attribute(ast.Name("self"), "client"), "headers")):
            return function.attr == "update"
        case _:
            return False


def _pause(node: ast.expr) -> Pause:
    match node:
        case ast.Call(ast.Attribute(ast.Name("time" | "gevent"), "sleep"), [length], []):
            return _length(length)
        case ast.Call(ast.Attribute(ast.Name("self"), "_sleep"), [length], []):
            return _length(length)
        case _:
            raise NotVisualError


def _length(node: ast.expr) -> Pause:
    match node:
        case ast.Call(ast.Attribute(ast.Name("random"), "uniform" | "randint"), [low, high], []):
            first_s, last_s = sorted((number_of(low), number_of(high)))
            return BetweenWait(first_s, last_s)
        case _:
            return ConstantWait(number_of(node))


def _times(node: ast.expr) -> Times:
    match node:
        case ast.Call(ast.Name("range"), [ast.Constant(int() as count)], []):
            return Times(count, count)
        case ast.Call(
            ast.Name("range"),
            [ast.Call(ast.Attribute(ast.Name("random"), "randint"), [low, high], [])],
            [],
        ):
            return Times(int(number_of(low)), int(number_of(high)))
        case _:
            raise NotVisualError


def _share(test: ast.expr) -> int:
    match test:
        case ast.Compare(
            ast.Call(ast.Attribute(ast.Name("random"), "random"), [], []), [ast.Lt()], [limit]
        ):
            share = number_of(limit) * 100
        case _:
            raise NotVisualError
    if share != round(share) or not 1 <= share <= 100:  # noqa: PLR2004  # per cent
        raise NotVisualError
    return round(share)
