"""Spark: the shape of a number over time, without axes."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import Theme

_WIDTH_PX, _HEIGHT_PX, _EDGE_PX = 58, 26, 2
_FEWEST = 2


class Spark(QWidget):
    """The shape of a number over time; the last value is a dot."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._values: Sequence[float] = ()
        self._tone = "s_users"
        self.setFixedHeight(_HEIGHT_PX)
        self.setMinimumWidth(0)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return its usual size; it gives way to the number beside it."""
        return QSize(_WIDTH_PX, _HEIGHT_PX)

    def show_values(self, values: Sequence[float], tone: str) -> None:
        """Draw these values in the colour of a token."""
        self._values, self._tone = values, tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line, the area below it and the dot."""
        if len(self._values) < _FEWEST or self.width() < _WIDTH_PX // 2:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        points = self._points()
        line = QPainterPath(points[0])
        for point in points[1:]:
            line.lineTo(point)
        colour = QColor(getattr(self._theme.tokens, self._tone))
        painter.fillPath(self._area(line, points), self._fade(colour))
        cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        painter.setPen(QPen(colour, 1.6, Qt.PenStyle.SolidLine, cap, join))
        painter.drawPath(line)
        painter.setBrush(colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(points[-1], 2.4, 2.4)

    def _points(self) -> list[QPointF]:
        width, height = self.width() - 2 * _EDGE_PX, self.height() - 2 * _EDGE_PX
        top = max(*self._values, 1e-9)
        step = width / (len(self._values) - 1)
        return [
            QPointF(_EDGE_PX + i * step, _EDGE_PX + height - value / top * height)
            for i, value in enumerate(self._values)
        ]

    def _area(self, line: QPainterPath, points: list[QPointF]) -> QPainterPath:
        area = QPainterPath(line)
        bottom = self.height() - _EDGE_PX
        area.lineTo(points[-1].x(), bottom)
        area.lineTo(points[0].x(), bottom)
        return area

    def _fade(self, colour: QColor) -> QLinearGradient:
        fade = QLinearGradient(0, 0, 0, self.height())
        for stop, alpha in ((0, 60), (1, 0)):
            shade = QColor(colour)
            shade.setAlpha(alpha)
            fade.setColorAt(stop, shade)
        return fade
