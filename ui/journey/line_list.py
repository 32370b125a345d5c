"""LineList: lines that can be dragged; a line shows where they would come to stand."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QListView

from ui.bridge.language import Say
from ui.journey.drop_place import DropPlace, is_within, place_below, place_inside, request_place
from ui.journey.line import LineKind
from ui.journey.step_delegate import INDENT_PX
from ui.journey.step_model import MIME, StepModel
from ui.theme.theme import Theme

_HEADS = (LineKind.SECTION, LineKind.BLOCK, LineKind.WAY)
_FIRST_DEPTH_PX = 34
_UPPER, _MIDDLE, _LOWER = 0.3, 0.5, 0.75
"""Shares of a line's height: between upper and lower one drops into a block, not beside it."""


class LineList(QListView):
    """The lines of a model, which may be dragged within it.

    Signals:
        moved: Nodes or requests were dropped: their ids, and a `DropPlace`.
    """

    moved = Signal(object, object)

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self._theme = theme
        self._drop: DropPlace | None = None
        self.lines_model = StepModel(say, self)
        self.setModel(self.lines_model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def startDrag(self, supported: Qt.DropAction) -> None:
        """Drag what is chosen; a line shows where it would come to stand."""
        super().startDrag(supported)
        self.show_drop(None)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take lines of this tree."""
        if event.source() is self and event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would come to stand."""
        super().dragMoveEvent(event)  # scrolls at the edges
        place = self.drop_place(event.position().toPoint(), self._dragged(event))
        self.show_drop(place)
        event.setAccepted(place is not None)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show nothing any longer."""
        super().dragLeaveEvent(event)
        self.show_drop(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell where it was dropped; the lines themselves are moved by whoever hears it."""
        dragged = self._dragged(event)
        place = self.drop_place(event.position().toPoint(), dragged)
        self.show_drop(None)
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        if place is not None:
            event.setDropAction(Qt.DropAction.CopyAction)  # or the list takes its rows out itself
            event.accept()
            self.moved.emit(dragged, place)

    def drop_place(self, at: QPoint, dragged: Sequence[str]) -> DropPlace | None:
        """Return where things dropped at a point come to stand; None: nowhere."""
        lines = self.lines_model.lines
        index = self.indexAt(at)
        row = index.row() if index.isValid() else len(lines) - 1
        if row < 0:
            return None
        rect = self.visualRect(self.lines_model.index(row))
        share = (at.y() - rect.top()) / max(1, rect.height()) if index.isValid() else 1.0
        if dragged and all(map(self._is_request, dragged)):
            return request_place(lines, row, is_below=share > _MIDDLE)
        place = self._place(row, share, at.x())
        return None if is_within(lines, place, set(dragged)) else place

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines, and where what is dragged would come to stand."""
        super().paintEvent(event)
        if self._drop is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.tokens.accent), 2))
        rect = self.visualRect(self.lines_model.index(max(0, self._drop.row)))
        if self._drop.inside:
            painter.drawRoundedRect(rect.adjusted(4, 1, -4, -1), 4, 4)
            return
        y = rect.top() if self._drop.row < 0 else rect.bottom()
        start = _FIRST_DEPTH_PX + INDENT_PX * self._drop.depth
        left, right = rect.left() + start, rect.right() - 12
        if self.isRightToLeft():
            left, right = rect.left() + 12, rect.right() - start
        painter.drawLine(left, y, right, y)
        painter.drawEllipse(QPoint(right if self.isRightToLeft() else left, y), 3, 3)

    def _place(self, row: int, share: float, x: int) -> DropPlace:
        lines = self.lines_model.lines
        line = lines[row]
        is_head = line.kind in _HEADS
        if is_head and line.kind is not LineKind.SECTION and _UPPER < share < _LOWER:
            inside = place_inside(lines, row)
            if inside is not None:
                return inside
        if row and share < (_UPPER if line.kind is LineKind.SECTION else _MIDDLE):
            row -= 1
        if self.isRightToLeft():
            x = self.viewport().width() - x
        depth = (x - _FIRST_DEPTH_PX) // INDENT_PX
        return place_below(lines, row, depth)

    def show_drop(self, place: DropPlace | None) -> None:
        """Show where something would come to stand; None: nothing is dragged."""
        if place != self._drop:
            self._drop = place
            self.viewport().update()

    def _dragged(self, event: QDropEvent) -> tuple[str, ...]:
        return tuple(bytes(event.mimeData().data(MIME).data()).decode().split("\n"))

    def _is_request(self, key: str) -> bool:
        model = self.lines_model
        return key in model.rows and model.lines[model.rows[key]].kind is LineKind.REQUEST
