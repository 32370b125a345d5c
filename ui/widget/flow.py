"""Flow: parts in a row that goes on in the next line where there is no more room."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from shiboken6 import isValid


class Flow(QLayout):
    """Lays out parts as a text lays out words."""

    def __init__(self, *parts: QWidget, spacing: int = 8) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = spacing
        self.setContentsMargins(0, 0, 0, 0)
        for part in parts:
            self.addWidget(part)

    def addItem(self, item: QLayoutItem) -> None:
        """Take a part at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return the number of parts."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return a part."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Return a part and let go of it."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Return that it takes no more room than its parts need."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Return that a narrow flow is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high it is at a width."""
        return self._place(QRect(0, 0, width, 0), is_moving=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place its parts."""
        super().setGeometry(rect)
        self._place(rect, is_moving=True)

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        hints = [item.sizeHint() for item in self._alive() if not item.isEmpty()]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        height = max((hint.height() for hint in hints), default=0)
        return QSize(width, height).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        """Return the size of its widest part."""
        size = QSize()
        for item in self._alive():
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _alive(self) -> list[QLayoutItem]:
        """Return the parts that are there: a window that goes lets go of parts before layouts."""
        return [item for item in self._items if isValid(item)]

    def _place(self, rect: QRect, *, is_moving: bool) -> int:
        """Place its parts, or only find out how high they stand; return that."""
        room, top = rect.marginsRemoved(self.contentsMargins()), 0
        for line in self._lines(room.width()):
            height = max(size.height() for _, size in line)
            if is_moving:
                self._place_line(line, room.translated(0, top), height)
            top += height + self._gap // 2
        margins = self.contentsMargins()
        return max(0, top - self._gap // 2) + margins.top() + margins.bottom()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """Return the parts line by line, each with its size."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        left = 0
        for item in self._alive():
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(width, item.sizeHint().height()))
            if not lines or left + size.width() > width:
                lines.append([])
                left = 0
            lines[-1].append((item, size))
            left += size.width() + self._gap
        return lines

    def _place_line(self, line: list[tuple[QLayoutItem, QSize]], room: QRect, height: int) -> None:
        left = 0
        for item, size in line:
            at = room.width() - left - size.width() if self._is_mirrored() else left
            corner = room.topLeft() + QPoint(at, (height - size.height()) // 2)
            item.setGeometry(QRect(corner, size))
            left += size.width() + self._gap

    def _is_mirrored(self) -> bool:
        parent = self.parentWidget()
        return bool(parent) and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
