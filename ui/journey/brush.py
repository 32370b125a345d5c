"""Brush: draws within one line of a list, mirrored where one reads from right to left."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from ui.theme.fonts import ui_font
from ui.theme.icons import Icon, pixmap
from ui.theme.theme import Theme
from ui.theme.tokens import TYPE

_ABSOLUTE = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | _ABSOLUTE
RIGHT = Qt.AlignmentFlag.AlignRight | _ABSOLUTE
_ISOLATED = "\u2066{}\u2069"
"""Keeps a path or a number with its unit in order inside Arabic."""

_BADGE_PX = 17

Band = tuple[float, float]
"""Where in the height of the line: from the top, and how high."""


class Ink(NamedTuple):
    """How words are written."""

    font: QFont
    token: str
    """The name of a colour."""


class Brush:
    """Draws at so many pixels from the beginning of the line: its left, or its right in Arabic."""

    def __init__(self, painter: QPainter, theme: Theme, room: QRectF, *, is_mirrored: bool) -> None:
        self.painter, self.room = painter, room
        self._theme, self._is_mirrored = theme, is_mirrored

    def colour(self, token: str) -> QColor:
        """Return a colour of the theme."""
        return QColor(str(getattr(self._theme.tokens, token)))

    def place(self, x: float, width: float, top: float = 0, height: float | None = None) -> QRectF:
        """Return a part of the line."""
        left = self.room.right() - x - width if self._is_mirrored else self.room.left() + x
        high = self.room.height() if height is None else height
        return QRectF(left, self.room.top() + top, width, high)

    def x(self, x: float) -> float:
        """Return where a point of the line is on the screen."""
        return self.place(x, 0).left()

    def fill(self, x: float, width: float, token: str) -> None:
        """Fill a part of the line from top to bottom."""
        self.painter.fillRect(self.place(x, width), self.colour(token))

    def text(
        self,
        words: str,
        x: float,
        band: Band,
        ink: Ink,
        room: float | None = None,
        *,
        at_end: bool = False,
    ) -> float:
        """Draw words from `x` on, or up to it, cut where there is no room; return their end."""
        self.painter.setFont(ink.font)
        self.painter.setPen(self.colour(ink.token))
        metrics = self.painter.fontMetrics()
        if room is not None:
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0, int(room)))
        width = metrics.horizontalAdvance(words)
        side = RIGHT if self._is_mirrored else LEFT
        start = x - width if at_end else x
        self.painter.drawText(self.place(start, width + 2, *band), side, words)
        return start + width

    def exact(self, words: str, x: float, band: Band, ink: Ink, room: float | None = None) -> float:
        """Draw what reads from left to right in every language."""
        return self.text(_ISOLATED.format(words), x, band, ink, room)

    def icon(self, icon: Icon, x: float, top: float, size: int, token: str) -> None:
        """Draw an icon."""
        picture = pixmap(icon, self.colour(token).name(), size)
        self.painter.drawPixmap(self.place(x, size, top, size).topLeft(), picture)

    def badge(self, words: str, x: float, top: float) -> float:
        """Draw words on a pill; return where it ends."""
        self.painter.setFont(ui_font(TYPE["caption"], QFont.Weight.DemiBold))
        width = self.painter.fontMetrics().horizontalAdvance(words) + 12
        pill = self.place(x, width, top, _BADGE_PX)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.colour("border"))
        self.painter.drawRoundedRect(pill, _BADGE_PX / 2 - 0.1, _BADGE_PX / 2 - 0.1)
        self.painter.setPen(self.colour("text2"))
        self.painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), _ISOLATED.format(words))
        return x + width

    def upright(
        self, x: float, top: float, bottom: float, token: str, width_px: float = 1.2
    ) -> None:
        """Draw a line downwards."""
        pen = QPen(self.colour(token), width_px)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        self.painter.setPen(pen)
        at = self.x(x)
        head = self.room.top()
        self.painter.drawLine(QPointF(at, head + top), QPointF(at, head + bottom))

    def bar(self, x: float, width: float, top: float, share: float, token: str) -> None:
        """Draw a bar, filled from its end."""
        track = self.place(x, width, top, 3)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.colour("border"))
        self.painter.drawRoundedRect(track, 1.5, 1.5)
        filled = max(4.0, width * min(1.0, share))
        self.painter.setBrush(self.colour(token))
        self.painter.drawRoundedRect(self.place(x + width - filled, filled, top, 3), 1.5, 1.5)

    def wave(self, x: float, width: float, top: float, token: str) -> None:
        """Underline as a spelling mistake is."""
        pen = QPen(self.colour(token), 1.2)
        self.painter.setPen(pen)
        steps = max(2, int(width // 3))
        y = self.room.top() + top
        points = [
            QPointF(self.x(x + 3 * step), y + (1.2 if step % 2 else -1.2)) for step in range(steps)
        ]
        self.painter.drawPolyline(points)

    def dot(self, x: float, y: float, token: str, ground: str | None) -> None:
        """Draw a dot, or a ring on a ground."""
        self.painter.setPen(QPen(self.colour(token), 2.0))
        self.painter.setBrush(self.colour(ground or token))
        self.painter.drawEllipse(QPointF(self.x(x), self.room.top() + y), 4.0, 4.0)
