"""ProgressLine: how much of a piece of work is done, as a line that fills."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import Theme

_HEIGHT_PX = 6


class ProgressLine(QWidget):
    """A line that fills from the leading edge on."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme, self._name = theme, name
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_share(0.0)
        theme.changed.connect(self.update)

    def show_share(self, share: float) -> None:
        """Show how much is done, from 0 to 1."""
        self._share = share
        self.setAccessibleName(f"{self._name} {share:.0%}")
        self.update()

    def sizeHint(self) -> QSize:
        """Return a height of a few pixels."""
        return QSize(200, _HEIGHT_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the track, and what is done of it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(0, (self.height() - _HEIGHT_PX) / 2, self.width(), _HEIGHT_PX)
        done = QRectF(track)
        done.setWidth(track.width() * self._share)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            done.moveRight(track.right())
        for place, colour in (
            (track, self._theme.tokens.border),
            (done, self._theme.tokens.accent),
        ):
            painter.setBrush(colour)
            painter.drawRoundedRect(place, _HEIGHT_PX / 2, _HEIGHT_PX / 2)
