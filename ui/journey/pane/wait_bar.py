"""WaitBar: from and to of a pause as two handles, and a mark at what was recorded."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import Theme

_HEIGHT_PX, _WIDTH_PX, _EDGE_PX, _HANDLE_PX = 26, 120, 9, 5.5
_LEAST_S, _ROOM = 10.0, 1.25
_STEP_S = 0.1
_KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class WaitBar(QWidget):
    """A range of seconds; the arrow keys move its end, with Shift its beginning.

    Signals:
        moved: The seconds from which to which one waits now.
    """

    moved = Signal(float, float)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._low_s, self._high_s, self._most_s = 0.0, 0.0, _LEAST_S
        self._recorded_s: float | None = None
        self._is_high = True
        self._is_held = False
        self.setFixedHeight(_HEIGHT_PX)
        self.setMinimumWidth(_WIDTH_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return its usual size."""
        return QSize(2 * _WIDTH_PX, _HEIGHT_PX)

    def show_range(self, low_s: float, high_s: float, recorded_s: float | None) -> None:
        """Show a range; the bar is long enough for it, and stays so while a handle is held."""
        self._low_s, self._high_s, self._recorded_s = low_s, high_s, recorded_s
        if not self._is_held:
            self._most_s = max(_LEAST_S, high_s * _ROOM, (recorded_s or 0.0) * _ROOM)
        self.update()

    def x_of(self, seconds: float) -> float:
        """Return where a number of seconds stands."""
        across = seconds / self._most_s * (self.width() - 2 * _EDGE_PX)
        return self.width() - _EDGE_PX - across if self._is_mirrored else _EDGE_PX + across

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the nearer handle."""
        x = event.position().x()
        to_low, to_high = abs(x - self.x_of(self._low_s)), abs(x - self.x_of(self._high_s))
        is_beyond = self._seconds_at(x) > self._high_s
        self._is_high = to_high < to_low or (to_high == to_low and is_beyond)
        self._is_held = True
        self._move_to(self._seconds_at(x))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the handle that is held."""
        if self._is_held:
            self._move_to(self._seconds_at(event.position().x()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._is_held = False
        self.show_range(self._low_s, self._high_s, self._recorded_s)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the end by the arrow keys, the beginning with Shift."""
        step = _KEYS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self._is_high = event.modifiers() != Qt.KeyboardModifier.ShiftModifier
        step = -step if self._is_mirrored else step
        held = self._high_s if self._is_high else self._low_s
        self._move_to(held + step * _STEP_S)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line, the range on it, the mark and the handles."""
        tokens, painter = self._theme.tokens, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = _HEIGHT_PX / 2
        left, right = sorted((self.x_of(self._low_s), self.x_of(self._high_s)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.border))
        painter.drawRoundedRect(QRectF(_EDGE_PX, middle - 2, self.width() - 2 * _EDGE_PX, 4), 2, 2)
        painter.setBrush(QColor(tokens.accent_fill))
        painter.drawRoundedRect(QRectF(left, middle - 2, right - left, 4), 2, 2)
        if self._recorded_s is not None:
            x = self.x_of(self._recorded_s)
            painter.setPen(QPen(QColor(tokens.text), 2))
            painter.drawLine(QPointF(x, middle - 7), QPointF(x, middle + 7))
        for seconds, is_high in ((self._low_s, False), (self._high_s, True)):
            is_focused = self.hasFocus() and is_high is self._is_high
            painter.setPen(QPen(QColor(tokens.accent), 3 if is_focused else 2))
            painter.setBrush(QColor(tokens.surface))
            painter.drawEllipse(QPointF(self.x_of(seconds), middle), _HANDLE_PX, _HANDLE_PX)

    @property
    def _is_mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _seconds_at(self, x: float) -> float:
        across = (self.width() - _EDGE_PX - x) if self._is_mirrored else x - _EDGE_PX
        return across / max(1, self.width() - 2 * _EDGE_PX) * self._most_s

    def _move_to(self, seconds: float) -> None:
        """Move a handle to a tenth of a second; the other is pushed along."""
        seconds = round(min(self._most_s, max(0.0, seconds)), 1)
        low_s, high_s = self._low_s, self._high_s
        if self._is_high:
            low_s, high_s = min(low_s, seconds), seconds
        else:
            low_s, high_s = seconds, max(high_s, seconds)
        if (low_s, high_s) != (self._low_s, self._high_s):
            self.show_range(low_s, high_s, self._recorded_s)
            self.moved.emit(low_s, high_s)
