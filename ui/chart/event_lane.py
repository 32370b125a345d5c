"""EventLane: what happened, as flags on the time axis of a plot."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from studio.phrase import Phrase
from ui.bridge.language import Say
from ui.chart.run_axis import RunAxis
from ui.chart.stroke import colour
from ui.chart.time_plot import TimePlot
from ui.theme.fonts import ui_font
from ui.theme.icons import Icon, pixmap
from ui.theme.theme import Theme
from ui.theme.tokens import TYPE
from ui.widget.figures import clock

_HEIGHT_PX = 24
_FLAG_PX = 20
_ICON_PX = 13
_LEAST_TEXT_PX = 24
_GAP_PX = 3
_TEXT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
_ISOLATED = "\u2068{}\u2069"


@dataclass(frozen=True, slots=True)
class Flag:
    """One event of a run as its lane shows it."""

    at_s: float
    text: str
    icon: Icon
    tone: str
    """`accent`, `good`, `warn` or `bad`."""


class EventLane(QWidget):
    """Flags above a plot; a text ends where the next flag begins."""

    def __init__(self, theme: Theme, say: Say, axis: RunAxis, plot: TimePlot) -> None:
        super().__init__()
        self._theme, self._plot = theme, plot
        self._flags: tuple[Flag, ...] = ()
        self.setFixedHeight(_HEIGHT_PX)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAccessibleName(say(Phrase("run", "Events of the run")))
        axis.range_changed.connect(self.update)
        plot.place_changed.connect(self.update)
        theme.changed.connect(self.update)

    def show_flags(self, flags: Sequence[Flag]) -> None:
        """Show these events, which are in order of time."""
        self._flags = tuple(flags)
        words = "; ".join(f"{clock(flag.at_s)} {flag.text}" for flag in flags)
        self.setAccessibleDescription(words)
        self.setToolTip("\n".join(f"{clock(flag.at_s)}  {flag.text}" for flag in flags))
        self.update()

    def rooms(self) -> tuple[QRectF, ...]:
        """Return the room of each flag, up to where the next one begins."""
        inner = self._plot.inner()
        places = [self._plot.x_of(flag.at_s) for flag in self._flags]
        ends = [right - _GAP_PX for _left, right in pairwise(places)] + [inner.right()]
        return tuple(
            QRectF(left, 2, max(0.0, end - left), _FLAG_PX)
            for left, end in zip(places, ends, strict=bool(places))
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw flag after flag, the latest on top."""
        painter, inner = QPainter(self), self._plot.inner()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(_font())
        for flag, room in zip(self._flags, self.rooms(), strict=True):
            if inner.left() - 1 <= room.left() <= inner.right():
                self._draw_flag(painter, flag, room)

    def _draw_flag(self, painter: QPainter, flag: Flag, room: QRectF) -> None:
        tokens = self._theme.tokens
        text = cut(flag.text, room.width() - _FLAG_PX - 8)
        width = _FLAG_PX + (QFontMetrics(_font()).horizontalAdvance(text) + 8 if text else 0)
        left = min(room.left(), self.width() - width)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(tokens, f"{flag.tone}_soft"))
        painter.drawRoundedRect(QRectF(left, room.top(), width, _FLAG_PX), 5, 5)
        shade = str(getattr(tokens, flag.tone))
        painter.drawPixmap(QPointF(left + 3.5, 5.5), pixmap(flag.icon, shade, _ICON_PX))
        painter.setPen(colour(tokens, flag.tone))
        place = QRectF(left + _FLAG_PX, room.top(), width - _FLAG_PX, _FLAG_PX)
        painter.drawText(place, _TEXT, _ISOLATED.format(text))


def cut(text: str, room_px: float) -> str:
    """Return a flag's text cut to its room, or nothing where no word would fit."""
    if room_px < _LEAST_TEXT_PX:
        return ""
    return QFontMetrics(_font()).elidedText(text, Qt.TextElideMode.ElideRight, int(room_px))


def _font() -> QFont:
    return ui_font(TYPE["caption"], QFont.Weight.Medium)
