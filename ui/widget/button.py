"""Buttons and tabs."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QPushButton, QToolButton

from ui.theme.fonts import ui_font
from ui.theme.icons import Icon, icon
from ui.theme.theme import Theme

_ICON_PX = 16
_TAB_EDGE_PX = 10
_TONES = {"primary": "on_accent", "danger": "bad", "link": "accent"}


class Button(QPushButton):
    """A push button; one without a text needs a tip, which also names it for readers."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        icon: Icon | None = None,
        kind: str | None = None,
        tip: str | None = None,
    ) -> None:
        super().__init__(text)
        self._theme, self._icon, self._kind = theme, icon, kind
        if kind:
            self.setProperty("kind", kind)
        if tip:
            self.setToolTip(tip)
        self.setAccessibleName(tip or text)
        self.setIconSize(QSize(_ICON_PX, _ICON_PX))
        self._tint()
        theme.changed.connect(self._tint)

    def show_icon(self, icon: Icon) -> None:
        """Show another icon."""
        self._icon = icon
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        """Let the icon fade with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._tint()

    def _tint(self) -> None:
        if self._icon is not None:
            tone = _TONES.get(self._kind or "", "text2") if self.isEnabled() else "text3"
            self.setIcon(icon(self._icon, getattr(self._theme.tokens, tone)))


class Tab(QToolButton):
    """A tab, as wide as its text is in bold: else the chosen one is cut."""

    def __init__(self, text: str, chosen: bool = False) -> None:
        super().__init__()
        self.setProperty("tab", True)
        self.setCheckable(True)
        self.setChecked(chosen)
        self.setAutoExclusive(True)
        self.rename(text)

    def rename(self, text: str) -> None:
        """Say something else, such as another count."""
        self.setText(text)
        self.setAccessibleName(text)
        bold = QFontMetrics(ui_font(weight=QFont.Weight.DemiBold))
        self.setFixedWidth(bold.horizontalAdvance(text) + _TAB_EDGE_PX)
