"""TrialProgress: how far a trial has come, as a line that is three pixels high."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme

_HEIGHT_PX = 3


class TrialProgress(QWidget):
    """A share of a line; nothing is drawn while it is not known, or over."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.share = 0.0
        """From 0 to 1."""

        self.is_on = False
        self.setFixedHeight(_HEIGHT_PX)
        theme.changed.connect(self.update)

    def show_share(self, share: float, *, is_on: bool) -> None:
        """Show how far it is."""
        self.share, self.is_on = max(0.0, min(1.0, share)), is_on
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line, from the leading edge on."""
        if not self.is_on:
            return
        painter, width = QPainter(self), self.width() * self.share
        painter.fillRect(self.rect(), QColor(self._theme.tokens.sunken))
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - width if is_mirrored else 0.0
        painter.fillRect(
            QRectF(left, 0, width, self.height()), QColor(self._theme.tokens.accent_fill)
        )
