"""StepTree: the list of a journey's steps, used by mouse and keys."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

from studio.journey.facts import PerObject
from studio.journey.journey import Journey
from studio.journey.node import Node, Step
from studio.journey.walk import children_of, nodes_of, walk
from studio.phrase import Phrase
from ui.bridge.language import Say
from ui.journey.line import Line, LineKind
from ui.journey.line_list import LineList
from ui.journey.step_delegate import INDENT_PX, StepDelegate
from ui.journey.step_model import Beside
from ui.journey.tree_lines import address_of, read_tree
from ui.journey.wire_lanes import other_end
from ui.theme.theme import Theme


class StepTree(LineList):
    """The steps of a journey; several may be chosen.

    Signals:
        chosen_changed: Others are chosen.
        named: The id of a node, and the name that was typed for it.
        opened: Enter or a double click on the line of this node or request.
    """

    chosen_changed = Signal()
    named = Signal(str, str)
    opened = Signal(str)

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__(theme, say)
        self._journey: Journey | None = None
        self._addresses = PerObject(address_of)
        self._turned: set[str] = set()
        self._is_showing = False
        self.delegate = StepDelegate(theme, say, self.lines_model, self)
        self.setObjectName("step_tree")
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(say(Phrase("journey", "Steps of the journey")))
        self.lines_model.named.connect(self.named)
        self.lines_model.changed.connect(self.viewport().update)
        self.selectionModel().selectionChanged.connect(self._tell_chosen)
        theme.changed.connect(self.viewport().update)

    @property
    def chosen(self) -> tuple[Line, ...]:
        """The lines that are chosen, from the top down."""
        rows = sorted(it.row() for it in self.selectionModel().selectedIndexes())
        return tuple(self.lines_model.lines[row] for row in rows)

    @property
    def current(self) -> Line | None:
        """The line that has the focus."""
        row = self.currentIndex().row()
        return self.lines_model.lines[row] if 0 <= row < len(self.lines_model.lines) else None

    def show_journey(self, journey: Journey) -> None:
        """Show a journey; what is chosen stays so, as far as it is still there."""
        chosen, current = [it.node for it in self.chosen], self.currentIndex().row()
        self._journey = journey
        self._is_showing = True
        tree = read_tree(journey, self._turned, self._addresses)
        self.lines_model.show_lines(tree.lines, tree.hidden)
        self._is_showing = False
        if chosen and [it.node for it in self.chosen] != chosen:
            kept = [it for it in chosen if it in self.lines_model.rows]
            self.choose(kept or self._near(current))
        else:
            self._tell_chosen()

    def show_beside(self, beside: Beside) -> None:
        """Show wires, what is wrong, and what the last trial said."""
        self.lines_model.show_beside(beside)

    def choose(self, ids: Sequence[str], *, opens: bool = False) -> None:
        """Choose nodes or requests; `opens` shows those that are folded away."""
        if opens:
            self._unfold(ids)
        rows = [self.lines_model.rows[it] for it in ids if it in self.lines_model.rows]
        was_showing, self._is_showing = self._is_showing, True
        model, selection = self.selectionModel(), QItemSelection()
        for row in rows:
            selection.select(self.lines_model.index(row), self.lines_model.index(row))
        flags = QItemSelectionModel.SelectionFlag
        if rows:  # the current line first: without one, a field that closes would ask for any
            model.setCurrentIndex(self.lines_model.index(rows[0]), flags.NoUpdate)
            model.select(selection, flags.ClearAndSelect)
            self.scrollTo(self.lines_model.index(rows[0]))
        else:
            model.clear()
        self._is_showing = was_showing
        self._tell_chosen()

    def turn(self, line: Line) -> None:
        """Open what is folded, or fold it."""
        if line.is_open is None or self._journey is None:
            return
        self._turned ^= {line.node}
        self.show_journey(self._journey)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Follow a wire from its mark to the other end; anything else is as in every list."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        is_left = event.button() is Qt.MouseButton.LeftButton and index.isValid()
        if is_left and (self._follow(index.row(), place) or self._turn_at(index.row(), place)):
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a step or a block."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            line = self.lines_model.lines[index.row()]
            self.opened.emit(line.node)
            self.turn(line)
        else:
            super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open and fold by the arrows, open by Enter; letters do not search."""
        line = self.current
        is_plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if line is not None:
                self.opened.emit(line.node)
            case Qt.Key.Key_Right if is_plain and line is not None:
                self._go_in(line)
            case Qt.Key.Key_Left if is_plain and line is not None:
                self._go_out(line)
            case _ if event.text().isprintable() and event.text() and is_plain:
                event.ignore()
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current line, so that the keys have something to go from."""
        if not self.currentIndex().isValid():
            first = next((it.node for it in self.lines_model.lines if it.number), "again")
            self.choose([first])
        super().focusInEvent(event)

    def _tell_chosen(self) -> None:
        if not self._is_showing:
            rows = [it.row() for it in self.selectionModel().selectedIndexes()]
            self.lines_model.mark_chosen(rows)
            self.chosen_changed.emit()

    def _follow(self, row: int, place: QPoint) -> bool:
        rect = self.visualRect(self.lines_model.index(row))
        x = place.x() - rect.left() if self.isRightToLeft() else rect.right() - place.x()
        lane = self.delegate.lane_at(x)
        strand = next(
            (it for it in self.lines_model.strands(row) if it.lane == lane and it.mark), None
        )
        if strand is None:
            return False
        wire = next(it for it in self.lines_model.beside.wires if it.variable == strand.variable)
        end = other_end(wire, self.lines_model.rows, row)
        if end is None:
            return False
        self.setFocus()
        self.choose([self.lines_model.lines[end].node])
        return True

    def _turn_at(self, row: int, place: QPoint) -> bool:
        """Open or fold by a click on the icon of a block."""
        line = self.lines_model.lines[row]
        rect = self.visualRect(self.lines_model.index(row))
        x = rect.right() - place.x() if self.isRightToLeft() else place.x() - rect.left()
        starts = 26 + INDENT_PX * line.depth
        if line.kind not in (LineKind.BLOCK, LineKind.WAY) or not starts <= x <= starts + 22:
            return False
        self.turn(line)
        return True

    def _go_in(self, line: Line) -> None:
        if line.is_open is False:
            self.turn(line)
        elif line.is_open:
            self._go_to(self.currentIndex().row() + 1)

    def _go_out(self, line: Line) -> None:
        if line.is_open:
            self.turn(line)
        elif line.parent >= 0 and self.lines_model.lines[line.parent].kind is not LineKind.SECTION:
            self._go_to(line.parent)

    def _near(self, row: int) -> list[str]:
        """Return what is chosen once the line of a row is gone: the next, or the one above."""
        lines = self.lines_model.lines
        for at in (row, row - 1):
            if 0 <= at < len(lines) and lines[at].kind is not LineKind.SECTION:
                return [lines[at].node]
        return []

    def _go_to(self, row: int) -> None:
        if 0 <= row < len(self.lines_model.lines):
            self.setCurrentIndex(self.lines_model.index(row))

    def _unfold(self, ids: Collection[str]) -> None:
        """Show nodes that stand in folded blocks, and requests of folded steps."""
        lines, rows = self.lines_model.lines, self.lines_model.rows
        if self._journey is None or all(it in rows and lines[rows[it]].node == it for it in ids):
            return
        hiding = _hiding(self._journey, set(ids))
        open_steps = {it for it, is_step in hiding.items() if is_step}
        folded = {it for it, is_step in hiding.items() if not is_step} & self._turned
        if open_steps - self._turned or folded:
            self._turned = (self._turned | open_steps) - folded
            self.show_journey(self._journey)


def _hiding(journey: Journey, ids: set[str]) -> dict[str, bool]:
    """Return the blocks and steps around nodes and requests, and whether each is a step."""
    found: dict[str, bool] = {}
    for node in nodes_of(journey):
        if isinstance(node, Step):
            if any(it.id in ids for it in node.requests):
                found[node.id] = True
        elif any(it.id in ids or _holds(it, ids) for way in children_of(node) for it in walk(way)):
            found[node.id] = False
    return found


def _holds(node: Node, ids: set[str]) -> bool:
    return isinstance(node, Step) and any(it.id in ids for it in node.requests)
