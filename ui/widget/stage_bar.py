"""StageBar: progress of a run, drawn as the load shape itself."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from ui.theme.fonts import ui_font
from ui.theme.theme import Theme
from ui.theme.tokens import TYPE

_HEIGHT_PX, _SHAPE_PX, _WIDTH_PX = 34, 16, 250
_NAMED_FROM_PX = 70


class StageBar(QWidget):
    """How far a run has come; a stage is named where there is room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._corners: Sequence[tuple[float, float]] = ()
        self._now_s: float | None = None
        self._captions: Sequence[str] = ()
        self.setFixedHeight(_HEIGHT_PX)
        self.setMinimumWidth(_WIDTH_PX)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        theme.changed.connect(self.update)

    def show_progress(
        self, corners: Sequence[tuple[float, float]], now_s: float | None, captions: Sequence[str]
    ) -> None:
        """Show a load profile and how much of it is over.

        Args:
            corners: Moments in s and how much load, beginning at 0 s.
            now_s: How far the run has come; None before it begins.
            captions: What each piece that takes time is called; empty where it needs no name.
        """
        self._corners, self._now_s, self._captions = corners, now_s, captions
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the shape, what is over of it, and the names of its stages."""
        if not self._corners or not self._corners[-1][0]:
            return
        tokens, painter = self._theme.tokens, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape, now_px = self._shape(), (self._now_s or 0) * self._per_s
        painter.fillPath(shape, QColor(tokens.border))
        if self._now_s is not None:
            painter.save()
            painter.setClipRect(QRectF(0, 0, now_px, _SHAPE_PX + 2))
            painter.fillPath(shape, QColor(tokens.accent_fill))
            painter.restore()
            painter.setPen(QPen(QColor(tokens.text), 2))
            painter.drawLine(QPointF(now_px, 0), QPointF(now_px, _SHAPE_PX))
        self._write_captions(painter)

    @property
    def _per_s(self) -> float:
        return self.width() / self._corners[-1][0]

    def _shape(self) -> QPainterPath:
        most = max(users for _, users in self._corners) or 1
        points = [QPointF(0, _SHAPE_PX)]
        for at_s, users in self._corners:
            points.append(QPointF(at_s * self._per_s, _SHAPE_PX - users / most * (_SHAPE_PX - 3)))
        points.append(QPointF(self.width(), _SHAPE_PX))
        shape = QPainterPath()
        shape.addPolygon(QPolygonF(points))
        return shape

    def _write_captions(self, painter: QPainter) -> None:
        moments = [at_s for at_s, _ in self._corners]
        pieces = [(begin_s, end_s) for begin_s, end_s in pairwise(moments) if end_s > begin_s]
        for (begin_s, end_s), caption in zip(pieces, self._captions, strict=False):
            is_now = self._now_s is not None and begin_s <= self._now_s < end_s
            width = (end_s - begin_s) * self._per_s
            if width > _NAMED_FROM_PX or is_now:
                self._write(painter, caption, begin_s * self._per_s, width, is_now=is_now)

    def _write(
        self, painter: QPainter, caption: str, left: float, width: float, *, is_now: bool
    ) -> None:
        tokens = self._theme.tokens
        weight = QFont.Weight.DemiBold if is_now else QFont.Weight.Normal
        painter.setFont(ui_font(TYPE["caption"], weight))
        painter.setPen(QColor(tokens.text if is_now else tokens.text3))
        room = QRectF(left, _SHAPE_PX + 3, width, 15)
        elided = painter.fontMetrics().elidedText(
            caption, Qt.TextElideMode.ElideRight, int(room.width())
        )
        alignment = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(alignment), elided)
