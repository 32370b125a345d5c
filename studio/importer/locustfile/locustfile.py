"""Locustfiles, read as syntax and never run → Imported."""

import ast
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import replace

from studio.errors import FileFormatError
from studio.importer.carried_over import CarryingOver
from studio.importer.imported import Imported
from studio.importer.importer import Format, Importer
from studio.importer.locustfile.classes import Classes, assignments_of
from studio.importer.locustfile.module_level import (
    deadline_of,
    is_ours,
    read_constants,
    rest_of,
    tls_of,
)
from studio.importer.locustfile.scope import Numbers, Scope
from studio.importer.locustfile.user_class import File, journey_of
from studio.importer.source import Source
from studio.journey.journey import Client, Journey
from studio.journey.node import CodeBlock
from studio.journey.walk import nodes_of, requests_of
from studio.phrase import Phrase
from studio.progress import Progress
from studio.scenario.target import MAIN_HOST, Target

_LARGEST_BYTES = 2_000_000
_KNOWN_SETTINGS = {
    *("wait_time", "min_wait", "max_wait", "host", "weight", "fixed_count", "tasks", "task_set"),
    *("default_headers", "insecure", "concurrency", "max_redirects", "abstract"),
    "answer_within_s",
}
_CARRIED_BY_THE_SCENARIO = ("weight", "fixed_count")


def read_locustfile(source: Source, progress: Progress) -> Imported:
    """Return the journeys of a locustfile; nothing of it is run.

    Raises:
        FileFormatError: It is no Python of today, or has no user class.
    """
    text = source.text(_LARGEST_BYTES)
    tree = _parsed(text, source.name)
    classes = Classes.of(tree)
    users = classes.users()
    if not users:
        raise FileFormatError(
            Phrase("importer", "{file} has no user class with something to do.").of(
                file=source.name or "The pasted text"
            ),
            remedy=Phrase("importer", "Choose the file that is given to Locust."),
        )
    functions = {it.name: it for it in tree.body if isinstance(it, ast.FunctionDef)}
    file = File(text, classes, functions)
    notes = CarryingOver()
    hosts: dict[str, str] = {}
    seen: set[int] = {it.lineno for it in classes.by_name.values()}
    journeys: list[Journey] = []
    for number, cls in enumerate(users):
        progress.reach(number / len(users))
        scope = Scope({}, hosts, Numbers())
        seen |= read_constants(tree, scope)
        _note_host(classes, cls, hosts)
        journey = journey_of(cls, file, scope)
        journeys.append(_of_ours(journey, tree) if is_ours(tree) else journey)
        _note(journey, cls, set(scope.rows), notes)
    rest = list(rest_of(tree, seen))
    if rest:
        journeys[0] = _with_rest(journeys[0], rest, text)
        _note_rest(rest, notes)
    named = tuple(replace(it, id=f"J{number}") for number, it in enumerate(journeys, 1))
    return Imported(named, targets=tuple(_targets(hosts, source.name)), carried_over=notes.noted)


def _parsed(text: str, name: str) -> ast.Module:
    try:
        return ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        line = getattr(error, "lineno", None) or 1
        raise FileFormatError(
            Phrase("importer", "{file} is no Python that runs today: line {line}.").of(
                file=name or "The pasted text", line=line
            ),
            meaning=Phrase("importer", "Nothing was imported."),
            remedy=Phrase("importer", "If it was written for Python 2, convert it first."),
        ) from error


def _note_host(classes: Classes, cls: ast.ClassDef, hosts: dict[str, str]) -> None:
    for line in classes.line_of(cls):
        for name, value in assignments_of(line):
            match name, value:
                case "host", ast.Constant(str() as address) if not hosts:
                    hosts[address.rstrip("/")] = MAIN_HOST
                case _:
                    pass


def _targets(hosts: dict[str, str], name: str) -> Iterator[Target]:
    if hosts:
        yield Target("", name or "locustfile", tuple((it, host) for host, it in hosts.items()))


def _of_ours(journey: Journey, tree: ast.Module) -> Journey:
    function = "make_dependable" if journey.client is Client.FAST else "make_punctual"
    usual_s = deadline_of(tree, function)
    tls = tls_of(tree) if journey.client is Client.FAST else journey.tls
    return replace(journey, answer_within_s=journey.answer_within_s or usual_s, tls=tls)


def _note(journey: Journey, cls: ast.ClassDef, rows: set[str], notes: CarryingOver) -> None:
    variables = {take.variable for it in requests_of(journey) for take in it.takes} | rows
    notes.imported(f"class {cls.name}", Phrase("importer", "Journey"))
    for name, _ in assignments_of(cls):
        if name in _CARRIED_BY_THE_SCENARIO:
            notes.adapted(
                f"class {cls.name}",
                Phrase("importer", "Share of the users"),
                Phrase("importer", "It belongs to the scenario: set it where the run is planned."),
            )
        elif name not in _KNOWN_SETTINGS | variables:
            notes.left_out(
                f"class {cls.name}",
                Phrase("importer", "Setting {name}").of(name=name[:60]),
                Phrase("importer", "Journeys have no such setting."),
            )
    for node in nodes_of(journey):
        if isinstance(node, CodeBlock):
            notes.adapted(
                f"class {cls.name}",
                Phrase("importer", "{name}: {count} lines of code").of(
                    name=node.name, count=node.text.count("\n") + 1
                ),
                Phrase("importer", "They stay Python; they run once code is allowed."),
            )


def _with_rest(journey: Journey, rest: Sequence[ast.stmt], source: str) -> Journey:
    """Return a journey that keeps the rest of its file, switched off: nothing is lost."""
    lines = source.splitlines()
    parts = (textwrap.dedent("\n".join(lines[_first_line(it) - 1 : it.end_lineno])) for it in rest)
    numbers = [int(it.id[1:]) for it in nodes_of(journey) if it.id[1:].isdecimal()]
    block = CodeBlock(
        f"n{max(numbers, default=0) + 1}", "Rest of the file", "\n\n".join(parts), is_on=False
    )
    return replace(journey, once=(*journey.once, block))


def _note_rest(rest: Sequence[ast.stmt], notes: CarryingOver) -> None:
    for it in rest:
        name = getattr(it, "name", type(it).__name__)
        notes.adapted(
            f"line {it.lineno}",
            Phrase("importer", "{name}, outside of all users").of(name=str(name)[:60]),
            Phrase("importer", "It is kept in a code block that is switched off."),
        )


def _first_line(node: ast.stmt) -> int:
    decorators = getattr(node, "decorator_list", [])
    return min([node.lineno, *(it.lineno for it in decorators)])


def _knows(name: str, beginning: str) -> bool:
    imports = ("from locust", "import locust")
    return name.endswith(".py") or any(line.startswith(imports) for line in beginning.splitlines())


LOCUSTFILE = Importer(Format.LOCUSTFILE, _knows, read_locustfile)
