"""Tasks of a class: methods, functions and sets of tasks, with weights, tags and transitions."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from studio.importer.locustfile.classes import (
    Classes,
    assignments_of,
    decorations_of,
    is_task,
)

Callable_ = ast.FunctionDef | ast.ClassDef


@dataclass(frozen=True, slots=True)
class Task:
    """Something a user may do."""

    node: Callable_
    weight: int
    tags: tuple[str, ...]

    following: tuple[tuple[str, int], ...]
    """Names of tasks that may follow in a chain, with their weights."""


def tasks_of(
    cls: ast.ClassDef, classes: Classes, functions: Mapping[str, ast.FunctionDef]
) -> tuple[Task, ...]:
    """Return the tasks of a class and of those it is built on, in order, each name once."""
    found: dict[str, Task] = {}
    for line in classes.line_of(cls):
        own = {it.name: it for it in line.body if isinstance(it, ast.FunctionDef | ast.ClassDef)}
        for node in own.values():
            if is_task(node):
                found.setdefault(node.name, _task(node, _weight(node)))
        for name, weight in _listed(line):
            node = own.get(name) or functions.get(name) or classes.by_name.get(name)
            if node is not None:
                found.setdefault(name, _task(node, weight))
    return tuple(found.values())


def _task(node: Callable_, weight: int) -> Task:
    tags = tuple(
        it.value
        for arguments in decorations_of(node, "tag")
        for it in arguments
        if isinstance(it, ast.Constant) and isinstance(it.value, str)
    )
    return Task(node, weight, tags, tuple(_following(node)))


def _weight(node: Callable_) -> int:
    for arguments in decorations_of(node, "task"):
        match arguments:
            case [ast.Constant(int() as weight)]:
                return weight
            case _:
                return 1
    return 1


def _following(node: Callable_) -> Iterator[tuple[str, int]]:
    for arguments in decorations_of(node, "transition"):
        match arguments:
            case [ast.Constant(str() as name)]:
                yield name, 1
            case [ast.Constant(str() as name), ast.Constant(int() as weight)]:
                yield name, weight
            case _:
                pass
    for arguments in decorations_of(node, "transitions"):
        match arguments:
            case [ast.Dict(keys, values)]:
                pairs = zip(keys, values, strict=True)
                yield from (it for key, value in pairs if (it := _edge(key, value)))
            case [ast.List(items)]:
                yield from (it for item in items if (it := _edge_of(item)))
            case _:
                pass


def _edge_of(item: ast.expr) -> tuple[str, int] | None:
    match item:
        case ast.Tuple([name, weight]):
            return _edge(name, weight)
        case _:
            return _edge(item, ast.Constant(1))


def _edge(name: ast.expr | None, weight: ast.expr) -> tuple[str, int] | None:
    match name, weight:
        case ast.Constant(str() as text), ast.Constant(int() as number):
            return text, number
        case _:
            return None


def _listed(cls: ast.ClassDef) -> Iterator[tuple[str, int]]:
    """Yield what `tasks = […]`, `tasks = {…: 3}` and `task_set = …` name, with weights."""
    for name, value in assignments_of(cls):
        match name, value:
            case "task_set", ast.Name(one):
                yield one, 1
            case "tasks", ast.List(items) | ast.Tuple(items) | ast.Set(items):
                names = [it.id for it in items if isinstance(it, ast.Name)]
                yield from ((it, names.count(it)) for it in dict.fromkeys(names))
            case "tasks", ast.Dict(keys, values):
                for key, weight in zip(keys, values, strict=True):
                    match key, weight:
                        case ast.Name(one), ast.Constant(int() as number):
                            yield one, number
                        case _:
                            pass
            case _:
                pass
