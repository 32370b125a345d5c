"""How a load is painted before it is run: its axes, its line, and the corners to take it by."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from ui.chart.profile_scale import ProfileScale
from ui.chart.stroke import colour
from ui.chart.time_ticks import time_ticks
from ui.chart.value_ticks import whole_ticks
from ui.theme.tokens import Palette
from ui.widget.figures import clock, count

_RIGHT = (
    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
)
_CORNER_PX, _CHOSEN_PX = 4.0, 6.0


def paint_axes(painter: QPainter, scale: ProfileScale, tokens: Palette) -> None:
    """Paint the grid with its numbers."""
    inner = scale.inner
    for tick in whole_ticks(scale.top, 5):
        y = round(scale.y(tick)) + 0.5
        painter.setPen(colour(tokens, "grid" if tick else "border"))
        painter.drawLine(QLineF(inner.left(), y, inner.right(), y))
        painter.setPen(colour(tokens, "text3"))
        painter.drawText(QRectF(0, y - 8, inner.left() - 8, 16), _RIGHT, count(tick))
    for tick in time_ticks(0, scale.length_s, max(2, int(inner.width() / 60))):
        room = QRectF(scale.x(tick) - 30, inner.bottom() + 3, 60, 16)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, clock(tick))


def paint_line(painter: QPainter, scale: ProfileScale, tokens: Palette, *, expected: bool) -> None:
    """Paint the load; `expected` is how it goes on if nothing stops it, and dashed."""
    points = scale.points()
    ground = [
        QPointF(points[0].x(), scale.inner.bottom()),
        *points,
        QPointF(points[-1].x(), scale.inner.bottom()),
    ]
    shape = QPainterPath()
    shape.addPolygon(QPolygonF(ground))
    painter.fillPath(shape, colour(tokens, "accent_soft"))
    pen = QPen(colour(tokens, "accent"), 2.0)
    if expected:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF(list(points)))


def paint_corners(
    painter: QPainter, scale: ProfileScale, tokens: Palette, chosen: int | None
) -> None:
    """Paint what the line can be taken by; the chosen corner is filled."""
    painter.setPen(QPen(colour(tokens, "accent"), 2.0))
    for number, point in enumerate(scale.points()):
        if not number:
            continue
        is_chosen = number == chosen
        painter.setBrush(colour(tokens, "accent" if is_chosen else "surface"))
        size_px = _CHOSEN_PX if is_chosen else _CORNER_PX
        painter.drawEllipse(point, size_px, size_px)
