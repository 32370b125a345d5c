"""A chip that writes a moment on the time axis of a plot."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from ui.chart.stroke import colour
from ui.theme.fonts import ui_font
from ui.theme.tokens import TYPE, Palette

_HEIGHT_PX = 18
_PAD_PX = 14
_RADIUS_PX = 5


def chip_place(inner: QRectF, x: float, width: float) -> QRectF:
    """Return where a chip lies: below the plot, around `x`, never beyond the plot's sides."""
    left = min(max(inner.left(), x - width / 2), inner.right() - width)
    return QRectF(left, inner.bottom() + 3, width, _HEIGHT_PX)


def draw_chip(painter: QPainter, tokens: Palette, inner: QRectF, x: float, text: str) -> None:
    """Draw a chip with this text below a plot whose inner part is `inner`."""
    font = ui_font(TYPE["caption"], QFont.Weight.DemiBold)
    chip = chip_place(inner, x, QFontMetrics(font).horizontalAdvance(text) + _PAD_PX)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(tokens, "text"))
    painter.drawRoundedRect(chip, _RADIUS_PX, _RADIUS_PX)
    painter.setFont(font)
    painter.setPen(colour(tokens, "bg"))
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)
