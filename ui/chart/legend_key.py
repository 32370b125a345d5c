"""LegendKey: names, samples and values of a chart's lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.chart.stroke import AREA_ALPHA, Stroke, colour, pen
from ui.theme.fonts import ui_font
from ui.theme.theme import Theme
from ui.theme.tokens import TYPE

NO_VALUE = "\u2013"
"""Stands where nothing was measured."""

_SAMPLE_PX = 14
_HEIGHT_PX = 18
_NARROWEST_PX = 60
_LEFT_TO_RIGHT = "\u2066{}\u2069"
"""Keeps "12 ms" from becoming "ms 12"."""

_ISOLATED = "\u2068{}\u2069"
"""Keeps an Arabic name in its own order although the key runs from left to right."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a chart as its legend tells it."""

    name: str
    stroke: Stroke


class LegendKey(QWidget):
    """Names, line samples and values; under the cursor the values are those of that second."""

    def __init__(self, theme: Theme, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._theme = theme
        self._entries = tuple(entries)
        self._values = tuple("" for _ in entries)
        self._widths = [0] * len(entries)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFixedHeight(_HEIGHT_PX)
        self.setMinimumWidth(_NARROWEST_PX)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._measure()
        theme.changed.connect(self.update)

    @property
    def text(self) -> str:
        """What the key says, in words."""
        pairs = zip(self._entries, self._values, strict=True)
        return ", ".join(f"{entry.name} {value}" for entry, value in pairs if value)

    def show_values(self, values: Sequence[str]) -> None:
        """Write a value behind each name; an empty one leaves its entry out."""
        if tuple(values) == self._values:
            return
        self._values = tuple(values)
        self.setAccessibleName(self.text)
        self._measure()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room all entries need."""
        return QSize(sum(self._widths), _HEIGHT_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw entry after entry."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = 0
        for entry, value, width in zip(self._entries, self._values, self._widths, strict=True):
            if value:
                self._draw_sample(painter, x, entry.stroke)
                self._draw_text(painter, x + _SAMPLE_PX + 6, entry.name, value)
                x += width

    def _draw_sample(self, painter: QPainter, x: int, stroke: Stroke) -> None:
        tokens, middle = self._theme.tokens, _HEIGHT_PX / 2 + 0.5
        if stroke.is_area:
            painter.fillRect(QRectF(x, 5, _SAMPLE_PX, 9), colour(tokens, stroke.token, AREA_ALPHA))
            middle = 5.0
        dash = tuple(part * 0.6 for part in stroke.dash)
        painter.setPen(pen(Stroke(stroke.token, 2.2, dash), tokens))
        painter.drawLine(QPointF(x, middle), QPointF(x + _SAMPLE_PX, middle))

    def _draw_text(self, painter: QPainter, x: int, name: str, value: str) -> None:
        tokens, isolated = self._theme.tokens, _ISOLATED.format(name)
        painter.setFont(_plain())
        painter.setPen(colour(tokens, "text2"))
        painter.drawText(QPointF(x, 13.5), isolated)
        after = x + painter.fontMetrics().horizontalAdvance(isolated) + 6
        painter.setFont(_strong())
        painter.setPen(colour(tokens, "text"))
        painter.drawText(QPointF(after, 13.5), _LEFT_TO_RIGHT.format(value))

    def _measure(self) -> None:
        plain, strong = QFontMetrics(_plain()), QFontMetrics(_strong())
        for place, (entry, value) in enumerate(zip(self._entries, self._values, strict=True)):
            needed = _SAMPLE_PX + 12 + plain.horizontalAdvance(_ISOLATED.format(entry.name))
            needed += strong.horizontalAdvance(value) + 18
            # An entry only widens, so that its neighbours do not dance as values change.
            self._widths[place] = max(self._widths[place], needed) if value else 0
        if self.sizeHint().width() != self.width():
            self.updateGeometry()


def _plain() -> QFont:
    return ui_font(TYPE["small"], QFont.Weight.Normal)


def _strong() -> QFont:
    return ui_font(TYPE["small"], QFont.Weight.DemiBold)
