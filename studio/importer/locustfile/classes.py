"""Classes of a locustfile: its users, its sets of tasks, and what each is built on."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from studio.journey.order import Order


class Base(Enum):
    """What a class is built on, in the end."""

    FAST_USER = "FastHttpUser"
    HTTP_USER = "HttpUser"
    TASK_SET = "TaskSet"
    SEQUENCE = "SequentialTaskSet"
    CHAIN = "MarkovTaskSet"
    OTHER = ""


_NAMES = {
    "FastHttpUser": Base.FAST_USER,
    "FastHttpLocust": Base.FAST_USER,
    "HttpUser": Base.HTTP_USER,
    "HttpLocust": Base.HTTP_USER,
    "TaskSet": Base.TASK_SET,
    "TaskSequence": Base.SEQUENCE,
    "SequentialTaskSet": Base.SEQUENCE,
    "MarkovTaskSet": Base.CHAIN,
}
USERS = (Base.FAST_USER, Base.HTTP_USER)
ORDERS = {
    Base.TASK_SET: Order.WEIGHTED,
    Base.SEQUENCE: Order.IN_ORDER,
    Base.CHAIN: Order.CHAIN,
}


@dataclass(frozen=True, slots=True)
class Classes:
    """The classes at the top of a file, by name."""

    by_name: Mapping[str, ast.ClassDef]

    @staticmethod
    def of(tree: ast.Module) -> "Classes":
        """Return the classes of a module."""
        return Classes({it.name: it for it in tree.body if isinstance(it, ast.ClassDef)})

    def base_of(self, cls: ast.ClassDef) -> Base:
        """Return what a class is built on, through other classes of the file."""
        for line in self.line_of(cls):
            for base in line.bases:
                if (found := _NAMES.get(_last_name(base))) is not None:
                    return found
        return Base.OTHER

    def line_of(self, cls: ast.ClassDef) -> Iterator[ast.ClassDef]:
        """Yield a class and those of the file it is built on, itself first."""
        waiting, seen = [cls], set[str]()
        while waiting:
            line = waiting.pop(0)
            if line.name not in seen:
                seen.add(line.name)
                yield line
                names = map(_last_name, line.bases)
                waiting += [self.by_name[it] for it in names if it in self.by_name]

    def users(self) -> tuple[ast.ClassDef, ...]:
        """Return the classes that Locust would run."""
        return tuple(
            it
            for it in self.by_name.values()
            if self.base_of(it) in USERS and not _is_abstract(it) and self.tasks_somewhere(it)
        )

    def tasks_somewhere(self, cls: ast.ClassDef) -> bool:
        """Return whether a class, or one it is built on, has something to do."""
        return any(has_tasks(line) for line in self.line_of(cls))


def has_tasks(cls: ast.ClassDef) -> bool:
    """Return whether a class itself has tasks."""
    is_assigned = any(name in {"tasks", "task_set"} for name, _ in assignments_of(cls))
    return is_assigned or any(
        is_task(it) for it in cls.body if isinstance(it, ast.FunctionDef | ast.ClassDef)
    )


def assignments_of(cls: ast.ClassDef) -> Iterator[tuple[str, ast.expr]]:
    """Yield the names and values of a class's own assignments."""
    for it in cls.body:
        match it:
            case ast.Assign([ast.Name(name)], value):
                yield name, value
            case ast.AnnAssign(ast.Name(name), _, ast.expr() as value):
                yield name, value
            case _:
                pass


def is_task(node: ast.FunctionDef | ast.ClassDef) -> bool:
    """Return whether Locust would take this for a task."""
    return any(_last_name(_called(it)) in {"task", "transitions", "transition", "seq_task"}
               for it in node.decorator_list)  # fmt: skip


def decorations_of(node: ast.FunctionDef | ast.ClassDef, name: str) -> Iterator[list[ast.expr]]:
    """Yield the arguments of each decorator of that name; none where it is not called."""
    for it in node.decorator_list:
        if _last_name(_called(it)) == name:
            yield it.args if isinstance(it, ast.Call) else []


def _is_abstract(cls: ast.ClassDef) -> bool:
    return any(
        name == "abstract" and isinstance(value, ast.Constant) and value.value is True
        for name, value in assignments_of(cls)
    )


def _called(node: ast.expr) -> ast.expr:
    return node.func if isinstance(node, ast.Call) else node


def _last_name(node: ast.expr) -> str:
    match node:
        case ast.Name(name) | ast.Attribute(_, name):
            return name
        case _:
            return ""
