"""One user class of a locustfile → a journey."""

import ast
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from studio.importer.locustfile.classes import ORDERS, Base, Classes, assignments_of
from studio.importer.locustfile.expressions import number_of, pairs_of
from studio.importer.locustfile.scope import NotVisualError, Scope
from studio.importer.locustfile.statements import Statements
from studio.importer.locustfile.tasks import Task, tasks_of
from studio.journey.body import Pairs
from studio.journey.journey import Client, Journey
from studio.journey.node import Group, Node, Nodes, Step
from studio.journey.order import Order
from studio.journey.wait import (
    BetweenWait,
    ConstantWait,
    NoWait,
    PacingWait,
    PoissonWait,
    ThroughputWait,
    Wait,
)

ONE_PASS = "one_pass"  # noqa: S105  # what our own files call the task that walks all steps
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class File:
    """What all user classes of a file share."""

    source: str
    classes: Classes
    functions: Mapping[str, ast.FunctionDef]


def journey_of(cls: ast.ClassDef, file: File, scope: Scope) -> Journey:
    """Return the journey a user class walks; its id is empty."""
    return _Reader(file, scope).journey(cls)


class _Reader:
    def __init__(self, file: File, scope: Scope) -> None:
        self._file = file
        self._scope = scope

    def journey(self, cls: ast.ClassDef) -> Journey:
        settings = self._settings(cls)
        tasks = tasks_of(cls, self._file.classes, self._file.functions)
        holder, order = self._holder(cls, tasks)
        if holder is not cls:
            tasks = tasks_of(holder, self._file.classes, self._file.functions)
        once = self._method(cls, "on_start", 0)
        if holder is not cls:
            once += self._method(holder, "on_start", 0)
        again = self._again(holder, tasks, order)
        is_pass = order is Order.WEIGHTED and [it.node.name for it in tasks] == [ONE_PASS]
        at_end = self._method(cls, "on_stop", 0)
        is_fast = self._file.classes.base_of(cls) is Base.FAST_USER
        headers = self._headers(settings)
        return Journey(
            id="",
            name=readable(cls.name),
            again=again,
            once=once,
            at_end=at_end,
            client=Client.FAST if is_fast else Client.HTTP,
            order=Order.IN_ORDER if is_pass else order,
            wait=_wait(settings),
            headers=headers + self._scope.headers,
            answer_within_s=_deadline(settings),
            made=tuple(self._scope.made),
            labels=tasks[0].tags if is_pass else (),
            note=ast.get_docstring(cls) or "",
        )

    def _settings(self, cls: ast.ClassDef) -> dict[str, ast.expr]:
        found: dict[str, ast.expr] = {}
        for line in self._file.classes.line_of(cls):
            for name, value in assignments_of(line):
                found.setdefault(name, value)
        return found

    def _headers(self, settings: Mapping[str, ast.expr]) -> Pairs:
        try:
            given = settings.get("default_headers")
            return () if given is None else pairs_of(given, self._scope)
        except NotVisualError:
            return ()

    def _holder(self, cls: ast.ClassDef, tasks: Sequence[Task]) -> tuple[ast.ClassDef, Order]:
        """Return whose tasks the user walks: its own, or those of its one set of tasks."""
        match tasks:
            case [Task(node=ast.ClassDef() as only)]:
                return only, ORDERS.get(self._file.classes.base_of(only), Order.WEIGHTED)
            case _:
                return cls, Order.WEIGHTED

    def _again(self, holder: ast.ClassDef, tasks: Sequence[Task], order: Order) -> Nodes:
        if order is Order.WEIGHTED and [it.node.name for it in tasks] == [ONE_PASS]:
            return self._method(holder, ONE_PASS, 0)
        ids: dict[str, str] = {}
        nodes: list[Node] = []
        for task in tasks:
            node = self._task(holder, task, 0)
            ids[task.node.name] = node.id
            labels = task.tags if order is Order.WEIGHTED else ()
            nodes.append(replace(node, weight=task.weight, labels=labels))
        if order is not Order.CHAIN:
            return tuple(nodes)
        pairs = zip(nodes, tasks, strict=True)
        return tuple(
            replace(
                node,
                weight=1,
                next=tuple((ids[to], weight) for to, weight in task.following if to in ids),
            )
            for node, task in pairs
        )

    def _task(self, holder: ast.ClassDef, task: Task, depth: int) -> Node:
        name = readable(task.node.name)
        if isinstance(task.node, ast.ClassDef):
            return self._set(task.node, name, depth + 1)
        nodes = self._body(holder, task.node, name, depth)
        match nodes:
            case ():
                return Step(self._scope.numbers.node(), name, ())
            case (only,):
                return replace(only, name=name)
            case _:
                return Group(self._scope.numbers.node(), name, nodes)

    def _set(self, cls: ast.ClassDef, name: str, depth: int) -> Node:
        order = ORDERS.get(self._file.classes.base_of(cls), Order.WEIGHTED)
        tasks = tasks_of(cls, self._file.classes, self._file.functions) if depth < _DEEPEST else ()
        nodes = tuple(replace(self._task(cls, it, depth), weight=it.weight) for it in tasks)
        return Group(self._scope.numbers.node(), name, nodes, order)

    def _method(self, cls: ast.ClassDef, name: str, depth: int) -> Nodes:
        method = self._find(cls, name)
        if method is None:
            return ()
        return self._body(cls, method, readable(name), depth)

    def _body(self, cls: ast.ClassDef, method: ast.FunctionDef, name: str, depth: int) -> Nodes:
        def inline(other: str) -> Nodes:
            if depth >= _DEEPEST or self._find(cls, other) is None:
                raise NotVisualError
            return self._method(cls, other, depth + 1)

        self._scope.locals.clear()
        body = _without_retrying(method.body)
        return Statements(name, self._file.source, self._scope, inline).nodes_of(body)

    def _find(self, cls: ast.ClassDef, name: str) -> ast.FunctionDef | None:
        for line in self._file.classes.line_of(cls):
            for it in line.body:
                if isinstance(it, ast.FunctionDef) and it.name == name:
                    return it
        return None


def readable(name: str) -> str:
    """Return a name of Python's as a person would write it; the writer makes it the same again."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name).replace("_", " ").split()
    if not words:
        return name
    first, *others = words
    return " ".join([first[:1].upper() + first[1:], *(it.lower() for it in others)])


def _without_retrying(body: list[ast.stmt]) -> list[ast.stmt]:
    """Return what a start of our own does that is tried until it succeeds; others as they are."""
    match body:
        case [*before, ast.While(ast.Constant(True), [ast.Try(tried, [_], [], [])], [])]:
            return [*before, *(_called(it) for it in tried)]
        case _:
            return body


def _called(statement: ast.stmt) -> ast.stmt:
    match statement:
        case ast.Return(ast.expr() as value):
            return ast.copy_location(ast.Expr(value), statement)
        case _:
            return statement


def _deadline(settings: Mapping[str, ast.expr]) -> float | None:
    """Return the deadline a file of our own gives to the users of a class."""
    try:
        given = settings.get("answer_within_s")
        return None if given is None else number_of(given)
    except NotVisualError:
        return None


def _wait(settings: Mapping[str, ast.expr]) -> Wait:
    try:
        return _named_wait(settings)
    except NotVisualError:
        return NoWait()


def _named_wait(settings: Mapping[str, ast.expr]) -> Wait:
    match settings.get("wait_time"):
        case ast.Call(ast.Name("between"), [low, high], []):
            return BetweenWait(*sorted((number_of(low), number_of(high))))
        case ast.Call(ast.Name("constant"), [seconds], []):
            return ConstantWait(number_of(seconds))
        case ast.Call(ast.Name("constant_pacing"), [seconds], []):
            return PacingWait(number_of(seconds))
        case ast.Call(ast.Name("constant_throughput"), [per_s], []):
            return ThroughputWait(number_of(per_s))
        case ast.Call(ast.Name("poisson"), [per_s], []):
            return PoissonWait(number_of(per_s))
        case None if "min_wait" in settings and "max_wait" in settings:
            low_ms, high_ms = number_of(settings["min_wait"]), number_of(settings["max_wait"])
            return BetweenWait(*sorted((low_ms / 1000, high_ms / 1000)))
        case _:
            raise NotVisualError
