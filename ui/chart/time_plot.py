"""TimePlot: an empty plot over run time, with its grid, its marks and the shared cursor."""

# pyright: basic
# pyqtgraph has no type stubs.

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QLineF, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QFont, QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsView, QSizePolicy

from ui.chart.chip import draw_chip
from ui.chart.mark import Mark, stretches
from ui.chart.reduction import Values, reduce
from ui.chart.run_axis import RunAxis
from ui.chart.stroke import AREA_ALPHA, Stroke, colour, pen
from ui.chart.time_ticks import time_ticks
from ui.theme.fonts import ui_font
from ui.theme.theme import Theme
from ui.theme.tokens import TYPE
from ui.widget.figures import clock

LEFT_PX = 52
"""Room for the values beside every plot and lane, so that they stand below each other."""

_TICK_PX = 84
_SMOOTH_POINTS = 150
_TOP_SHARE = 0.95
"""A tick above this share of the axis would have its text cut by the edge."""

_ZOOM_KEYS = {Qt.Key.Key_Plus: 0.5, Qt.Key.Key_Equal: 0.5, Qt.Key.Key_Minus: 2.0}
_ARROW_S = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ZOOM_STEP = 0.8


class TimePlot(pg.PlotWidget):
    """A plot over run time; it is made once and fed again and again.

    Grid, marks and cursor are painted behind and before the curves instead of being items of
    their own: so they follow the theme, and a refresh makes and drops nothing.

    Signals:
        place_changed: The plot's inner part lies elsewhere within the widget.
    """

    place_changed = Signal()

    def __init__(self, theme: Theme, axis: RunAxis, *, has_times: bool) -> None:
        super().__init__(background=theme.tokens.surface)
        self._theme, self._axis, self._has_times = theme, axis, has_times
        self._item: Any = self.getPlotItem()
        self._view: Any = self._item.getViewBox()
        self._curves: list[tuple[pg.PlotDataItem, Stroke]] = []
        self._top, self._ticks = 1.0, ()
        self._marks: tuple[Mark, ...] = ()
        self._bad: tuple[tuple[int, int], ...] = ()
        self._set_up_widget()
        self._set_up_axes()
        self._view.sigResized.connect(self._follow_resize)
        axis.range_changed.connect(self._follow_axis)
        axis.cursor_moved.connect(self._follow_cursor)
        theme.changed.connect(self._dress)
        self._dress()
        self._follow_axis()

    def add_curve(self, stroke: Stroke) -> int:
        """Add an empty line and return the number it is fed by; the first lies on top."""
        item = pg.PlotDataItem(antialias=True)
        item.setZValue(-len(self._curves))
        self._item.addItem(item, ignoreBounds=True)
        self._curves.append((item, stroke))
        self._dress()
        return len(self._curves) - 1

    def feed(self, curve: int, at_s: Values, values: Values) -> None:
        """Give a line its values; NaN is a gap."""
        item, stroke = self._curves[curve]
        self._lighten(item, stroke, len(values))
        item.setData(*reduce(at_s, values, self._columns))

    def set_values(self, top: float, ticks: Iterable[float], write: Callable[[float], str]) -> None:
        """Let the values reach from 0 to `top`, with a line of the grid at each tick."""
        self._top = top
        self._ticks = tuple(tick for tick in ticks if tick <= _TOP_SHARE * top)
        self._view.setYRange(0, top, 0)
        texts = [(tick, write(tick)) for tick in self._ticks]
        self._item.getAxis("left").setTicks([texts])

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Draw lines across the plot, before its curves."""
        self._marks = tuple(marks)
        self.scene().update()

    def set_bad_seconds(self, seconds: Iterable[int]) -> None:
        """Hatch the seconds in which the load generator was the limit."""
        self._bad = stretches(seconds)
        self.scene().update()

    @property
    def top(self) -> float:
        """The highest value there is room for."""
        return self._top

    def inner(self) -> QRectF:
        """Return where the plot itself lies within the widget."""
        return self._view.sceneBoundingRect()

    def x_of(self, at_s: float) -> float:
        """Return where a moment lies within the widget."""
        inner, first_s = self.inner(), self._axis.first_s
        share = (at_s - first_s) / (self._axis.last_s - first_s)
        return inner.left() + share * inner.width()

    def moment_at(self, x: float) -> float:
        """Return the moment at a place within the widget."""
        inner, first_s = self.inner(), self._axis.first_s
        share = (x - inner.left()) / max(1.0, inner.width())
        return first_s + share * (self._axis.last_s - first_s)

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:
        """Paint what lies behind the curves: what is not known, what is not trusted, the grid."""
        super().drawBackground(painter, rect)
        inner, tokens = self.inner(), self._theme.tokens
        painter.save()
        painter.setClipRect(inner)
        unknown = self.x_of(self._axis.known_s)
        painter.fillRect(inner.adjusted(unknown - inner.left(), 0, 0, 0), colour(tokens, "bg"))
        painter.setPen(colour(tokens, "grid"))
        for tick in self._ticks:
            y = round(self._y_of(tick)) + 0.5
            painter.drawLine(QLineF(inner.left(), y, inner.right(), y))
        hatch = QBrush(colour(tokens, "warn", 120), Qt.BrushStyle.BDiagPattern)
        for first_s, last_s in self._bad:
            left, right = self.x_of(first_s - 0.5), self.x_of(last_s + 0.5)
            painter.fillRect(QRectF(left, inner.top(), right - left, inner.height()), hatch)
        painter.restore()

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        """Paint what lies before the curves: marks and the cursor."""
        super().drawForeground(painter, rect)
        inner = self.inner()
        painter.save()
        painter.setClipRect(inner)
        for mark in self._marks:
            painter.setPen(pen(mark.stroke, self._theme.tokens))
            painter.drawLine(self._line(mark, inner))
        painter.restore()
        if self._axis.cursor is not None:
            self._draw_cursor(painter, inner, self._axis.cursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Put the shared cursor under the pointer."""
        x = event.position().x()
        inner = self.inner()
        inside = inner.left() - 1 <= x <= inner.right() + 1
        self._axis.move_cursor(self.moment_at(x) if inside else None)

    def leaveEvent(self, _event: object) -> None:
        """Take the cursor away with the pointer."""
        self._axis.move_cursor(None)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Take the focus, nothing else: no gesture changes a chart by accident."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Do nothing, for a press did nothing."""

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Show the whole run again."""
        self._axis.show_last(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom time at the pointer with Ctrl; without it the wheel scrolls the page."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        closer = event.angleDelta().y() > 0
        self._axis.zoom(
            _ZOOM_STEP if closer else 1 / _ZOOM_STEP, self.moment_at(event.position().x())
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cursor by 1 s, with Shift by 10 s; zoom by + and -, 0 is all."""
        key = Qt.Key(event.key())
        far = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if key in _ARROW_S:
            self._axis.step_cursor(_ARROW_S[key] * (10 if far else 1))
        elif key in _ZOOM_KEYS:
            cursor = self._axis.cursor
            self._axis.zoom(_ZOOM_KEYS[key], self._axis.known_s if cursor is None else cursor)
        elif key == Qt.Key.Key_0:
            self._axis.show_last(None)
        elif key == Qt.Key.Key_Escape and self._axis.cursor is not None:
            self._axis.move_cursor(None)
        else:
            event.ignore()

    @property
    def _columns(self) -> int:
        return max(50, int(self._view.width()))

    def _set_up_widget(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        # Inside a scroll area with wrapped texts a plot would ask for 480 px of height.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._item.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)  # the background moves on
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _set_up_axes(self) -> None:
        item = self._item
        item.hideButtons()
        item.setMenuEnabled(False)
        self._view.setMouseEnabled(x=False, y=False)
        self._view.setDefaultPadding(0)
        self._view.disableAutoRange()
        for side in ("bottom", "left"):
            item.getAxis(side).setStyle(tickLength=0, tickAlpha=0, tickTextOffset=6)
            item.getAxis(side).setTickFont(ui_font(TYPE["caption"], QFont.Weight.Normal))
        item.getAxis("left").setWidth(LEFT_PX)
        item.getAxis("bottom").setStyle(showValues=self._has_times)
        item.getAxis("bottom").setHeight(22 if self._has_times else 6)

    def _dress(self) -> None:
        tokens, item = self._theme.tokens, self._item
        self.setBackground(tokens.surface)
        item.getAxis("bottom").setPen(pg.mkPen(tokens.border))
        item.getAxis("left").setPen(pg.mkPen(None))
        for side in ("bottom", "left"):
            item.getAxis(side).setTextPen(tokens.text3)
        for curve, stroke in self._curves:
            self._lighten(curve, stroke, 0 if curve.xData is None else len(curve.xData))
            if stroke.is_area:
                curve.setFillLevel(0)
                curve.setFillBrush(colour(tokens, stroke.token, AREA_ALPHA))

    def _lighten(self, item: pg.PlotDataItem, stroke: Stroke, points: int) -> None:
        """Draw a long line so that it costs less: wide ones cost 20 times as much as thin ones."""
        is_dense = points > self._columns
        # In segments a wide line is cheaper, too, but a short one would show its joints.
        in_segments = not stroke.dash and not is_dense and points > _SMOOTH_POINTS
        item.curve.setSegmentedLineMode("on" if in_segments else "off")
        ratio = 1.0 if is_dense else self.devicePixelRatioF()
        drawn = replace(stroke, width_px=1.0) if is_dense else stroke
        item.setPen(pen(drawn, self._theme.tokens, ratio))

    def _follow_axis(self) -> None:
        first_s, last_s = self._axis.first_s, self._axis.last_s
        self._view.setXRange(first_s, last_s, 0)
        if self._has_times:
            most = max(2, int(self.inner().width() / _TICK_PX))
            ticks = [(tick, clock(tick)) for tick in time_ticks(first_s, last_s, most)]
            self._item.getAxis("bottom").setTicks([ticks])
        self.scene().update()

    def _follow_resize(self, _view: object) -> None:
        self._follow_axis()
        self.place_changed.emit()

    def _follow_cursor(self, _second: object) -> None:
        self.scene().update()

    def _y_of(self, value: float) -> float:
        inner = self.inner()
        return inner.bottom() - value / self._top * inner.height()

    def _line(self, mark: Mark, inner: QRectF) -> QLineF:
        if mark.is_level:
            y = round(self._y_of(mark.at)) + 0.5
            return QLineF(inner.left(), y, inner.right(), y)
        x = round(self.x_of(mark.at)) + 0.5
        return QLineF(x, inner.top(), x, inner.bottom())

    def _draw_cursor(self, painter: QPainter, inner: QRectF, at_s: int) -> None:
        if not self._axis.first_s <= at_s <= self._axis.last_s:
            return
        tokens, x = self._theme.tokens, self.x_of(at_s)
        painter.setPen(pen(Stroke("text2", 1.0), tokens))
        painter.drawLine(QLineF(x, inner.top(), x, inner.bottom()))
        if self._has_times:
            draw_chip(painter, tokens, inner, x, clock(at_s))
