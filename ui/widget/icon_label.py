"""IconLabel: an icon that sits beside a text."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ui.theme.icons import Icon, pixmap
from ui.theme.theme import Theme


class IconLabel(QLabel):
    """An icon in the colour of a token, in every theme."""

    def __init__(self, theme: Theme, icon: Icon, tone: str, size_px: int = 18) -> None:
        super().__init__()
        self._theme, self._icon, self._tone, self._size_px = theme, icon, tone, size_px
        self.setFixedWidth(size_px)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._tint()
        theme.changed.connect(self._tint)

    def show_icon(self, icon: Icon, tone: str) -> None:
        """Show another icon."""
        if (icon, tone) != (self._icon, self._tone):
            self._icon, self._tone = icon, tone
            self._tint()

    def _tint(self) -> None:
        colour: str = getattr(self._theme.tokens, self._tone)
        self.setPixmap(pixmap(self._icon, colour, self._size_px))
