"""FailureStrip: the share of failed requests over time, by height and depth of colour."""

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from studio.phrase import Phrase
from ui.bridge.language import Say
from ui.chart.course import Course, course
from ui.chart.reduction import Values
from ui.chart.run_axis import RunAxis
from ui.chart.stroke import colour
from ui.chart.time_plot import TimePlot
from ui.theme.fonts import ui_font
from ui.theme.theme import Theme
from ui.theme.tokens import TYPE
from ui.widget.figures import percent

_RIGHT = (
    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
)
_HEIGHT_PX = 20
_BAR_PX = 14
_COLUMN_PX = 3
"""No bar is narrower, however long the run."""


class FailureStrip(QWidget):
    """The share of failed requests on the time axis of a plot."""

    def __init__(self, theme: Theme, say: Say, axis: RunAxis, plot: TimePlot) -> None:
        super().__init__()
        self._theme, self._say, self._axis, self._plot = theme, say, axis, plot
        self._course = course(())
        self._caption = say(Phrase("run", "failed"))
        self.setFixedHeight(_HEIGHT_PX)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAccessibleName(say(Phrase("run", "Share of failed requests over time")))
        axis.range_changed.connect(self.update)
        plot.place_changed.connect(self.update)
        theme.changed.connect(self.update)

    def feed(self, seconds: Course) -> None:
        """Show these seconds of the run."""
        self._course = seconds
        asked = np.nansum(seconds.requests)
        share = percent(float(np.nansum(seconds.failures) / asked) if asked else 0.0)
        self.setAccessibleDescription(
            self._say(Phrase("run", "{share} of all requests failed so far.").of(share=share))
        )
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, and a bar wherever something failed."""
        painter, tokens = QPainter(self), self._theme.tokens
        inner = self._plot.inner()
        painter.setFont(ui_font(TYPE["caption"], QFont.Weight.Normal))
        painter.setPen(colour(tokens, "text3"))
        room = QRectF(0, 3, inner.left() - 6, _BAR_PX)
        painter.drawText(room, _RIGHT, self._caption)
        end = min(inner.right(), self._plot.x_of(self._axis.known_s))
        painter.setClipRect(QRectF(inner.left(), 0, max(0.0, end - inner.left()), _HEIGHT_PX))
        painter.fillRect(
            QRectF(inner.left(), 3, end - inner.left(), _BAR_PX), colour(tokens, "sunken")
        )
        self._draw_bars(painter)

    def _draw_bars(self, painter: QPainter) -> None:
        per_px = (self._axis.last_s - self._axis.first_s) / max(1.0, self._plot.inner().width())
        span = max(1, round(per_px * _COLUMN_PX))
        width = self._plot.x_of(span) - self._plot.x_of(0)
        starts, shares = failed_shares(self._course, span)
        for at_s, share in zip(starts, np.sqrt(shares), strict=True):
            # The root, so that 1 % is seen and 100 % is still worse than 50 %.
            tall = 3 + (_BAR_PX - 3) * share
            shade = colour(self._theme.tokens, "s_fail", round(255 * (0.35 + 0.65 * share)))
            x = self._plot.x_of(at_s)
            painter.fillRect(QRectF(x, 3 + _BAR_PX - tall, width, tall), shade)


def failed_shares(seconds: Course, span: int) -> tuple[Values, Values]:
    """Return where each stretch of `span` seconds begins and which share of it failed.

    Only stretches with failures are returned.
    """
    if seconds.is_empty:
        return seconds.at_s, seconds.failures
    # Stretches begin at multiples of their length, or the bars would flicker as the run grows.
    edges = np.arange(0, seconds.at_s[-1] + 1, span, dtype=np.float64)
    starts = np.unique(np.searchsorted(seconds.at_s, edges))
    failed: Values = np.add.reduceat(np.nan_to_num(seconds.failures), starts)
    asked: Values = np.maximum(1.0, np.add.reduceat(np.nan_to_num(seconds.requests), starts))
    seen = failed > 0
    return seconds.at_s[starts][seen], np.minimum(1.0, failed / asked)[seen]
