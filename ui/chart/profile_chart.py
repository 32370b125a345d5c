"""ProfileChart: a load drawn before it is run."""

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.phrase import Phrase
from studio.scenario.load_shape import LoadShape, Unit, preview
from ui.bridge.language import Say
from ui.chart.stroke import colour
from ui.chart.time_ticks import time_ticks
from ui.chart.value_ticks import round_top, whole_ticks
from ui.theme.fonts import ui_font
from ui.theme.theme import Theme
from ui.theme.tokens import TYPE
from ui.widget.figures import clock, count, rate

_LEFT_PX, _BELOW_PX, _ABOVE_PX, _RIGHT_PX = 46.0, 20.0, 8.0, 14.0
_RIGHT = (
    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
)


class ProfileChart(QWidget):
    """Virtual users, or starts per second, over time, as a run would have them."""

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self._theme, self._say = theme, say
        self._profile: LoadShape | None = None
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(say(Phrase("run", "Chart: virtual users over time")))
        theme.changed.connect(self.update)

    def show_profile(self, profile: LoadShape | None) -> None:
        """Draw a profile; None leaves the chart empty, for there is none that could be run."""
        self._profile = profile
        self.setAccessibleDescription("" if profile is None else self._sentence(profile))
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size at which its texts can be read."""
        return QSize(320, 150)

    def corners(self) -> tuple[QPointF, ...]:
        """Return where the corners of the profile are drawn."""
        if self._profile is None:
            return ()
        inner, length_s = self._inner(), self._profile.duration_s
        top = round_top(preview(self._profile).most)
        return tuple(
            QPointF(
                inner.left() + at_s / length_s * inner.width(),
                inner.bottom() - users / top * inner.height(),
            )
            for at_s, users in self._profile.corners()
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the axes and the profile."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(ui_font(TYPE["caption"], QFont.Weight.Normal))
        if self._profile is not None:
            self._draw_axes(painter, self._profile)
            self._draw_shape(painter)

    def _inner(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_LEFT_PX, _ABOVE_PX, -_RIGHT_PX, -_BELOW_PX)

    def _draw_axes(self, painter: QPainter, profile: LoadShape) -> None:
        inner, tokens = self._inner(), self._theme.tokens
        top = round_top(preview(profile).most)
        for tick in whole_ticks(top, 5):
            y = round(inner.bottom() - tick / top * inner.height()) + 0.5
            painter.setPen(colour(tokens, "grid" if tick else "border"))
            painter.drawLine(QLineF(inner.left(), y, inner.right(), y))
            painter.setPen(colour(tokens, "text3"))
            painter.drawText(QRectF(0, y - 8, _LEFT_PX - 8, 16), _RIGHT, count(tick))
        for tick in time_ticks(0, profile.duration_s, max(2, int(inner.width() / 60))):
            x = inner.left() + tick / profile.duration_s * inner.width()
            room = QRectF(x - 30, inner.bottom() + 3, 60, 16)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, clock(tick))

    def _draw_shape(self, painter: QPainter) -> None:
        inner, tokens, corners = self._inner(), self._theme.tokens, self.corners()
        ground = [
            QPointF(inner.left(), inner.bottom()),
            *corners,
            QPointF(inner.right(), inner.bottom()),
        ]
        shape = QPainterPath()
        shape.addPolygon(QPolygonF(ground))
        painter.fillPath(shape, colour(tokens, "accent_soft"))
        painter.setPen(QPen(colour(tokens, "accent"), 2.0))
        painter.drawPolyline(QPolygonF(list(corners)))
        painter.setBrush(colour(tokens, "surface"))
        for corner in corners[1:]:
            painter.drawEllipse(corner, 3.5, 3.5)

    def _sentence(self, profile: LoadShape) -> str:
        seen, length = preview(profile), clock(profile.duration_s)
        if seen.unit is Unit.STARTS_PER_S:
            words = Phrase("run", "Up to {rate} journeys started a second, {length} long.")
            return self._say(words.of(rate=rate(seen.most), length=length))
        words = Phrase("run", "Up to %n virtual user(s), {length} long.", "", 1)
        return self._say(words.of(n=profile.most_users, length=length))
