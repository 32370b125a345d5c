"""Dot: a variable, in the colour of its wire."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme

_SIZE_PX, _RADIUS_PX = 12, 4.5


class Dot(QWidget):
    """A filled circle in the colour of a token."""

    def __init__(self, theme: Theme, tone: str) -> None:
        super().__init__()
        self._theme, self._tone = theme, tone
        self.setFixedSize(_SIZE_PX, _SIZE_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the circle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(str(getattr(self._theme.tokens, self._tone))))
        middle = _SIZE_PX / 2
        painter.drawEllipse(QPointF(middle, middle), _RADIUS_PX, _RADIUS_PX)
