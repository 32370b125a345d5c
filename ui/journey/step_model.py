"""StepModel: the lines of a journey for a view; a change touches only the rows it changes."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from studio.phrase import Phrase
from studio.plain_text import plain
from ui.bridge.language import Say
from ui.journey.line import Line, LineKind
from ui.journey.wire_lanes import Lanes, Strand, Wire

LINE_ROLE = int(Qt.ItemDataRole.UserRole)
MIME = "application/x-swarmbook-lines"
_LONGEST_NAME = 200

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


@dataclass(frozen=True, slots=True)
class Told:
    """What the last trial said of a step or a request."""

    has_passed: bool
    ms: float


@dataclass(frozen=True, slots=True)
class Mark:
    """What is wrong with a node or a request."""

    text: str
    is_bad: bool
    """Whether it cannot work; otherwise it is only doubted."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What is drawn beside the lines; keys are ids of nodes and requests."""

    marks: Mapping[str, Mark] = field(default_factory=dict[str, Mark])
    told: Mapping[str, Told] = field(default_factory=dict[str, Told])
    wires: tuple[Wire, ...] = ()
    found: frozenset[str] = frozenset()
    """What a search has found."""


class StepModel(QAbstractListModel):
    """The lines, and what is drawn beside them.

    Signals:
        named: The id of a node, and the name that was typed for it.
        changed: What is drawn is another; rows and their heights are as they were.
    """

    named = Signal(str, str)
    changed = Signal()

    def __init__(self, say: Say, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._lanes: Lanes | None = None
        self._chosen: Collection[int] = ()
        self._is_fixed = False
        self.lines: tuple[Line, ...] = ()
        self.rows: dict[str, int] = {}
        """The row of each node and request; of one that is hidden, that of what hides it."""

        self.beside = Beside()
        self.slowest_ms = 1.0

    def show_lines(self, lines: Sequence[Line], hidden: Mapping[str, str]) -> None:
        """Show these lines; `hidden` names for what has none the line that stands for it.

        Rows that are the same stay, with their selection.
        """
        before, after = self.lines, tuple(lines)
        old, new = [it.key for it in before], [it.key for it in after]
        head = _same(old, new)
        tail = _same(old[head:][::-1], new[head:][::-1])
        old_end, new_end = len(old) - tail, len(new) - tail
        if head < old_end:
            self.beginRemoveRows(_NO_INDEX, head, old_end - 1)
            self._put((*before[:head], *before[old_end:]), {})
            self.endRemoveRows()
        if head < new_end:
            self.beginInsertRows(_NO_INDEX, head, new_end - 1)
            self._put(after, hidden)
            self.endInsertRows()
        else:
            self._put(after, hidden)
        self.changed.emit()

    def show_beside(self, beside: Beside) -> None:
        """Show what stands beside the lines."""
        self.beside = beside
        self.slowest_ms = max((it.ms for it in beside.told.values()), default=1.0)
        self._lanes = None
        self.changed.emit()

    def mark_chosen(self, rows: Collection[int]) -> None:
        """Colour the wires of these rows."""
        self._chosen = rows
        if self.beside.wires:
            self._lanes = None
            self.changed.emit()

    def fix(self, *, is_fixed: bool) -> None:
        """Let nothing be changed, or all."""
        self._is_fixed = is_fixed

    def strands(self, row: int) -> tuple[Strand, ...]:
        """Return what of the wires is drawn at a row."""
        return self._laid.at(row)

    @property
    def lanes(self) -> int:
        """How many lanes the wires take."""
        return self._laid.count

    @property
    def _laid(self) -> Lanes:
        """The lanes, found again once something has changed."""
        if self._lanes is None:
            self._lanes = Lanes(self.beside.wires, self.rows, self._chosen)
        return self._lanes

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a line, its name, or a sentence about it."""
        if not 0 <= index.row() < len(self.lines):
            return None
        line, found = self.lines[index.row()], None
        match role:
            case _ if role == LINE_ROLE:
                found = line
            case Qt.ItemDataRole.DisplayRole:
                found = self.title(line)
            case Qt.ItemDataRole.EditRole:
                found = line.name
            case Qt.ItemDataRole.AccessibleTextRole:
                found = self._said(line)
            case Qt.ItemDataRole.ToolTipRole:
                mark = self.beside.marks.get(line.node)
                found = mark.text if mark else None
            case _:
                pass
        return found

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a name that was typed; what becomes of it is not decided here."""
        text = str(value).strip()[:_LONGEST_NAME]
        line = self.lines[index.row()]
        if role != Qt.ItemDataRole.EditRole or not text or text == line.name:
            return False
        self.named.emit(line.node, text)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a line."""
        can_drop = Qt.ItemFlag.ItemIsDropEnabled
        if not index.isValid():
            return can_drop
        line = self.lines[index.row()]
        if line.kind is LineKind.SECTION:
            return Qt.ItemFlag.ItemIsEnabled | can_drop
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self._is_fixed:
            return flags
        flags |= Qt.ItemFlag.ItemIsDragEnabled | can_drop
        can_be_named = line.kind is not LineKind.REQUEST
        return flags | Qt.ItemFlag.ItemIsEditable if can_be_named else flags

    def mimeTypes(self) -> list[str]:
        """Return what can be dropped here."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return what is dragged: ids, one a line."""
        data = QMimeData()
        ids = [self.lines[it.row()].whole for it in sorted(indexes, key=lambda it: it.row())]
        data.setData(MIME, "\n".join(ids).encode())
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        """Return that lines are moved."""
        return Qt.DropAction.MoveAction

    def title(self, line: Line) -> str:
        """Return what a line is called."""
        return self._say(line.words) if line.words else plain(line.name)

    def badge(self, badge: Phrase) -> str:
        """Return what a badge says."""
        return self._say(badge)

    def _said(self, line: Line) -> str:
        parts = [str(line.number or ""), self.title(line), line.method, plain(line.address)]
        parts += [self._say(it) for it in line.badges]
        if not line.is_on:
            parts.append(self._say(Phrase("journey", "off")))
        told, mark = self.beside.told.get(line.node), self.beside.marks.get(line.node)
        if told is not None:
            passed = (
                Phrase("journey", "passed in {ms} ms"),
                Phrase("journey", "failed after {ms} ms"),
            )
            parts.append(self._say(passed[not told.has_passed].of(ms=round(told.ms))))
        return " ".join([*filter(None, parts), mark.text if mark else ""]).strip()

    def _put(self, lines: tuple[Line, ...], hidden: Mapping[str, str]) -> None:
        self.lines = lines
        rows = {it.key: row for row, it in enumerate(lines)}
        rows |= {it.around: row for row, it in enumerate(lines) if it.around}
        rows |= {key: rows[by] for key, by in hidden.items() if by in rows}
        self.rows = rows
        self._lanes = None


def _same(before: Sequence[str], after: Sequence[str]) -> int:
    """Return how many keys at the beginning are equal."""
    count = 0
    for one, other in zip(before, after, strict=False):
        if one != other:
            break
        count += 1
    return count
