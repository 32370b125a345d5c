"""States of journeys in the project file: what each edit made of one, each node kept only once."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from studio.database.project_file import ProjectFile
from studio.errors import FileFormatError
from studio.journey.document import FORMAT, VERSION, read_document
from studio.journey.journey import Journey
from studio.journey.node import CodeBlock, Node, Nodes, Step
from studio.journey.walk import SECTIONS, children_of, with_children
from studio.phrase import Phrase
from studio.typed_json import read, write

_MOST_KNOWN = 50_000
"""Nodes held in memory, so that the next state of a journey costs no more than what changed."""


_MOST_STATES = 1_000


@dataclass(frozen=True, slots=True)
class _Part:
    id: int
    document: str


@dataclass(frozen=True, slots=True)
class _State:
    document: str


class StateStore:
    """States of the journeys of one project; belongs to the thread that opened the project file.

    A state is kept as its outline: the journey as JSON, steps and code replaced by the number under
    which each is kept once. A journey of a thousand steps so costs a few kB an edit, and the states
    of a whole history share the objects of what they have in common.
    """

    def __init__(self, file: ProjectFile, version: int = VERSION) -> None:
        """Look at the states in a project.

        Args:
            file: The project file.
            version: Of the documents that are written; states of others are upgraded when read.
        """
        self._file = file
        self._version = version
        self._numbers: dict[int, tuple[Node, int]] = {}  # by `id`; the node keeps its id its own
        self._nodes: dict[int, Node] = {}
        self._sums: dict[int, tuple[Journey, str]] = {}
        self._blocks: dict[str, Node] = {}  # by their outline

    def keep(self, journey: Journey) -> str:
        """Keep a state and return the sum it is known by."""
        known = self._sums.get(id(journey))
        if known is not None:
            return known[1]
        self._make_room()
        bare = replace(journey, once=(), again=(), at_end=())
        sections = {it: self._outlines(getattr(journey, it)) for it in SECTIONS}
        outline = {"version": self._version, "journey": write(bare), **sections}
        document = json.dumps(outline)
        sha256 = hashlib.sha256(document.encode()).hexdigest()
        self._file.execute("INSERT OR IGNORE INTO journey_state VALUES (?, ?)", sha256, document)
        self._remember(journey, sha256)
        return sha256

    def read(self, sha256: str) -> Journey:
        """Return the state of that sum.

        Raises:
            FileFormatError: It is not there, or a newer studio wrote it.
        """
        sql = "SELECT document FROM journey_state WHERE sha256 = ?"
        stored = next(self._file.rows(_State, sql, sha256), None)
        if stored is None:
            raise _lost()
        outline: dict[str, Any] = json.loads(stored.document)
        if outline["version"] != self._version:
            return self._upgraded(outline)
        bare: Journey = read(Journey, outline["journey"])
        self._make_room()
        self._load(number for it in SECTIONS for number in _numbers_in(outline[it]))
        sections = {it: self._nodes_of(outline[it]) for it in SECTIONS}
        journey = replace(bare, **sections)
        self._remember(journey, sha256)
        return journey

    def sweep(self) -> None:
        """Forget the states no edit and no draft refers to, and the nodes no state has."""
        with self._file.atomic():
            self._file.execute(
                "DELETE FROM journey_state WHERE sha256 NOT IN (SELECT before_sha256 FROM"
                " journey_edit UNION SELECT after_sha256 FROM journey_edit"
                " UNION SELECT sha256 FROM journey_draft)"
            )
            used: set[int] = set()
            for row in self._file.rows(_State, "SELECT document FROM journey_state"):
                outline = json.loads(row.document)
                used.update(number for it in SECTIONS for number in _numbers_in(outline[it]))
            self._file.execute(
                "DELETE FROM journey_part WHERE id NOT IN (SELECT value FROM json_each(?))",
                json.dumps(sorted(used)),
            )
        self.forget()

    def forget(self) -> None:
        """Forget what is in memory: what was written last may not have been kept."""
        self._numbers.clear()
        self._nodes.clear()
        self._sums.clear()
        self._blocks.clear()

    def _outlines(self, nodes: Nodes) -> list[Any]:
        return [self._outline(node) for node in nodes]

    def _outline(self, node: Node) -> Any:  # noqa: ANN401  # JSON is untyped
        if isinstance(node, Step | CodeBlock):
            return self._number(node)
        within = children_of(node)
        bare = with_children(node, tuple(() for _ in within))
        return {"node": write(bare), "within": [self._outlines(it) for it in within]}

    def _number(self, node: Node) -> int:
        known = self._numbers.get(id(node))
        if known is not None:
            return known[1]
        document = json.dumps(write(node))
        sha256 = hashlib.sha256(document.encode()).hexdigest()
        self._file.execute(
            "INSERT OR IGNORE INTO journey_part (sha256, document) VALUES (?, ?)", sha256, document
        )
        sql = "SELECT id, '' AS document FROM journey_part WHERE sha256 = ?"
        number = next(self._file.rows(_Part, sql, sha256)).id
        self._know(node, number)
        return number

    def _know(self, node: Node, number: int) -> None:
        self._numbers[id(node)] = node, number
        self._nodes.setdefault(number, node)

    def _remember(self, journey: Journey, sha256: str) -> None:
        if len(self._sums) >= _MOST_STATES:
            self._sums.clear()
        self._sums[id(journey)] = journey, sha256

    def _make_room(self) -> None:
        if len(self._numbers) >= _MOST_KNOWN or len(self._blocks) >= _MOST_KNOWN:
            self.forget()

    def _load(self, numbers: Iterator[int]) -> None:
        """Read the nodes that are not known yet."""
        for part in self._parts(number for number in numbers if number not in self._nodes):
            self._know(read(Node, json.loads(part.document)), part.id)

    def _parts(self, numbers: Iterator[int]) -> Iterator[_Part]:
        sql = "SELECT id, document FROM journey_part WHERE id IN (SELECT value FROM json_each(?))"
        return self._file.rows(_Part, sql, json.dumps(list(numbers)))

    def _nodes_of(self, outlines: list[Any]) -> Nodes:
        return tuple(self._node_of(it) for it in outlines)

    def _node_of(self, outline: Any) -> Node:  # noqa: ANN401  # JSON is untyped
        if isinstance(outline, int):
            return self._nodes[outline]
        written = json.dumps(outline)
        known = self._blocks.get(written)
        if known is None:
            bare: Node = read(Node, outline["node"])
            known = with_children(bare, tuple(self._nodes_of(it) for it in outline["within"]))
            self._blocks[written] = known
        return known

    def _upgraded(self, outline: dict[str, Any]) -> Journey:
        """Return a state an older studio wrote, by way of the document it would have written."""
        numbers = (number for it in SECTIONS for number in _numbers_in(outline[it]))
        parts = {it.id: json.loads(it.document) for it in self._parts(numbers)}
        whole = outline["journey"] | {it: _whole(outline[it], parts) for it in SECTIONS}
        document = {"format": FORMAT, "version": outline["version"], "journeys": [whole]}
        return read_document(json.dumps(document))[0]


def _numbers_in(outlines: Iterable[Any]) -> Iterator[int]:
    for outline in outlines:
        if isinstance(outline, int):
            yield outline
        else:
            for within in outline["within"]:
                yield from _numbers_in(within)


def _whole(outlines: list[Any], parts: Mapping[int, Any]) -> list[Any]:
    """Return nodes as the document of their version has them."""
    found: list[Any] = []
    for outline in outlines:
        if isinstance(outline, int):
            found.append(parts[outline])
            continue
        lists = [_whole(it, parts) for it in outline["within"]]
        node: dict[str, Any] = outline["node"]
        if "branches" in node:
            for branch, within in zip(node["branches"], lists, strict=True):
                branch["nodes"] = within
        else:
            node |= dict(zip(("nodes", "otherwise"), lists, strict=False))
        found.append({name: it for name, it in node.items() if name != "otherwise" or it})
    return found


def _lost() -> FileFormatError:
    return FileFormatError(
        Phrase("journey", "An earlier state of this journey is missing in the project file."),
        meaning=Phrase("journey", "Its edits cannot be undone; the journey itself is there."),
    )
