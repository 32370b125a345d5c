"""The operations of a description, to be chosen from."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from studio.errors import FileFormatError
from studio.importer.labels import label
from studio.importer.openapi.references import References
from studio.importer.tree import Mapping, items, mapping, mappings, text
from studio.phrase import Phrase

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
_MOST = 10_000


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of an API."""

    KIND: ClassVar = "operation"

    method: str
    """In capitals."""

    path: str
    """With its parameters, `/pets/{id}`."""

    name: str
    """What it does, in a few words."""

    tag: str
    """The part of the API it belongs to; empty: none."""

    tree: Mapping
    around: Mapping
    """The path it belongs to, with what holds for all of its operations."""

    @property
    def key(self) -> str:
        """By which it is chosen, `GET /pets/{id}`."""
        return f"{self.method} {self.path}"

    @property
    def parameters_given(self) -> list[object]:
        """The parameters of its path and its own, unresolved."""
        return [*items(self.around.get("parameters")), *items(self.tree.get("parameters"))]


def operations_in(references: References) -> tuple[Operation, ...]:
    """Return all operations of a description, in its order.

    Raises:
        FileFormatError: There are too many.
    """
    found: list[Operation] = []
    for operation in _operations(references):
        found.append(operation)
        if len(found) > _MOST:
            raise FileFormatError(
                Phrase("importer", "There are more than {count} operations in this file.").of(
                    count=_MOST
                ),
                remedy=Phrase("importer", "Split it, or leave out what no journey needs."),
            )
    return tuple(found)


def _operations(references: References) -> Iterator[Operation]:
    for path, value in mapping(references.root.get("paths")).items():
        around = references.followed(value)
        more = mapping(around.get("additionalOperations"))
        for method, given in (*around.items(), *more.items()):
            is_known = method.lower() in METHODS if given is not more.get(method) else True
            if not is_known or not mapping(given) or not path.startswith("/"):
                continue
            tree = references.followed(given)
            tags = [text(tag) for tag in items(tree.get("tags"))]
            shown = text(tree.get("summary")) or text(tree.get("operationId"))
            name = label(shown, f"{method.upper()} {path}")
            yield Operation(
                method.upper(), path, name, label(tags[0]) if tags else "", tree, around
            )


def parameters_of(operation: Operation, references: References) -> list[Mapping]:
    """Return the parameters of an operation; its own stand above those of its path."""
    found: dict[tuple[str, str], Mapping] = {}
    for given in operation.parameters_given:
        it = references.followed(given)
        name, place = text(it.get("name")), text(it.get("in"))
        if name and place:
            found[name, place] = it
    return list(found.values())


def answers_of(operation: Operation, references: References) -> dict[str, Mapping]:
    """Return the answers of an operation by status."""
    answers = mapping(operation.tree.get("responses"))
    return {status: references.followed(it) for status, it in answers.items()}


def has_webhooks(root: Mapping) -> bool:
    """Return whether a description has calls that come from the API."""
    return bool(mapping(root.get("webhooks")) or mappings(root.get("webhooks")))
