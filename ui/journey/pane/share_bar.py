"""ShareBar: the shares of a choice, as parts of one bar; what is left takes none of the ways."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.phrase import Phrase
from ui.bridge.language import Say
from ui.theme.theme import Theme

TONES = ("s_p50", "s_p95", "s_p99", "s_7", "s_8")
"""The colours of the ways, in order; a sixth begins again."""

_HEIGHT_PX, _RADIUS_PX, _WHOLE = 12, 4.0, 100


class ShareBar(QWidget):
    """Of 100 passes, how many come which way."""

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self._theme, self._say = theme, say
        self._shares: Sequence[int] = ()
        self.setFixedHeight(_HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_shares(self, shares: Sequence[int], names: Sequence[str]) -> None:
        """Show shares of 100."""
        self._shares = shares
        parts = ", ".join(f"{name} {share}" for name, share in zip(names, shares, strict=True))
        words = Phrase("journey", "Of 100 passes: {parts}").of(parts=parts)
        self.setAccessibleName(self._say(words))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar and its parts."""
        painter, tokens = QPainter(self), self._theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.border))
        painter.drawRoundedRect(QRectF(self.rect()), _RADIUS_PX, _RADIUS_PX)
        left, is_mirrored = 0.0, self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for place, share in enumerate(self._shares):
            width = self.width() * share / max(_WHOLE, sum(self._shares))
            at = self.width() - left - width if is_mirrored else left
            painter.setBrush(QColor(str(getattr(tokens, TONES[place % len(TONES)]))))
            room = QRectF(at, 0, max(0.0, width - 1), _HEIGHT_PX)
            painter.drawRoundedRect(room, _RADIUS_PX, _RADIUS_PX)
            left += width
